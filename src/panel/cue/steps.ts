/** What a key or a swipe does on a cue card. */
export type CueDeed = 'next' | 'previous' | 'first' | 'last' | 'check' | 'switch';

/** How far a finger moves sideways for a swipe, in CSS pixels, and how much further than up or down. */
const SWIPE = 48;
const SLANT = 1.5;

/** The deed of a key; `mirrored` where the page runs from right to left. */
export function deedOfKey(key: string, mirrored: boolean): CueDeed | undefined {
  switch (key) {
    case 'ArrowRight':
      return mirrored ? 'previous' : 'next';
    case 'ArrowLeft':
      return mirrored ? 'next' : 'previous';
    case 'ArrowDown':
    case 'PageDown':
      return 'next';
    case 'ArrowUp':
    case 'PageUp':
      return 'previous';
    case 'Home':
      return 'first';
    case 'End':
      return 'last';
    case ' ':
    case 'Enter':
      return 'check';
    case 'a':
    case 'A':
      return 'switch';
    default:
      return undefined;
  }
}

/** The deed of a finger's way: cards are drawn away, so a swipe to the start leads on. */
export function deedOfSwipe(across: number, down: number, mirrored: boolean): CueDeed | undefined {
  if (Math.abs(across) < SWIPE || Math.abs(across) < Math.abs(down) * SLANT) return undefined;
  return across < 0 !== mirrored ? 'next' : 'previous';
}

/** The item that a deed leads to, of `count`. */
export function placeAfterDeed(deed: CueDeed, place: number, count: number): number {
  switch (deed) {
    case 'next':
      return Math.min(Math.max(count - 1, 0), place + 1);
    case 'previous':
      return Math.max(0, place - 1);
    case 'first':
      return 0;
    case 'last':
      return Math.max(0, count - 1);
    default:
      return place;
  }
}
