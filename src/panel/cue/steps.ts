import { cardKeys, type Move, moveOf } from '../design/next-place.ts';

/** What a key or a swipe does on a cue card. */
export type CueDeed = Move | 'check' | 'switch';

/** How far a finger moves sideways for a swipe, in CSS pixels, and how much further than up or down. */
const SWIPE = 48;
const SLANT = 1.5;

/** The deed of a key; `mirrored` where the page runs from right to left. */
export function deedOfKey(key: string, mirrored: boolean): CueDeed | undefined {
  switch (key) {
    case ' ':
    case 'Enter':
      return 'check';
    case 'a':
    case 'A':
      return 'switch';
    default:
      return moveOf(key, cardKeys(mirrored));
  }
}

/** The deed of a finger's way: cards are drawn away, so a swipe to the start leads on. */
export function deedOfSwipe(across: number, down: number, mirrored: boolean): CueDeed | undefined {
  if (Math.abs(across) < SWIPE || Math.abs(across) < Math.abs(down) * SLANT) return undefined;
  return across < 0 !== mirrored ? 'next' : 'previous';
}
