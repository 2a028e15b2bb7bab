/** A move along a line of things. */
export type Move = 'next' | 'previous' | 'first' | 'last';

/** Which keys lead along a line of things; Home and End lead to its ends in each. */
export interface LineKeys {
  readonly next: readonly string[];
  readonly previous: readonly string[];
  /** Whether its end leads on to its start; else a move beyond it stays there. */
  readonly isRound: boolean;
}

/** A list to choose from. */
export const listKeys: LineKeys = { next: ['ArrowDown'], previous: ['ArrowUp'], isRound: true };

/** Things that are being put in order, which stand in a column or in rows. */
export const orderKeys: LineKeys = {
  next: ['ArrowDown', 'ArrowRight'],
  previous: ['ArrowUp', 'ArrowLeft'],
  isRound: false,
};

/** A slider, which grows upwards, and from left to right in every language. */
export const sliderKeys: LineKeys = {
  next: ['ArrowRight', 'ArrowUp'],
  previous: ['ArrowLeft', 'ArrowDown'],
  isRound: false,
};

/** Tabs in a row, which goes the way of the writing. */
export function tabKeys(mirrored: boolean): LineKeys {
  return { ...besideEachOther(mirrored), isRound: true };
}

/** Cards of which one is in sight, led through by what a presenter holds as well. */
export function cardKeys(mirrored: boolean): LineKeys {
  const { next, previous } = besideEachOther(mirrored);
  return {
    next: [...next, 'ArrowDown', 'PageDown'],
    previous: [...previous, 'ArrowUp', 'PageUp'],
    isRound: false,
  };
}

function besideEachOther(mirrored: boolean): Pick<LineKeys, 'next' | 'previous'> {
  const [next, previous] = mirrored ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  return { next: [next], previous: [previous] };
}

/** The move that a key asks for; undefined where it asks for none. */
export function moveOf(key: string, { next, previous }: LineKeys): Move | undefined {
  if (next.includes(key)) return 'next';
  if (previous.includes(key)) return 'previous';
  return key === 'Home' ? 'first' : key === 'End' ? 'last' : undefined;
}

/**
 * The place that a move leads to among `count` things.
 *
 * @param at the place it begins at; −1 where none is marked yet
 * @returns 0 where there are no things
 */
export function placeAfter(move: Move, at: number, count: number, isRound: boolean): number {
  const last = Math.max(count - 1, 0);
  switch (move) {
    case 'next':
      return at < last ? at + 1 : isRound ? 0 : last;
    case 'previous':
      return at > 0 ? at - 1 : isRound ? last : 0;
    case 'first':
      return 0;
    case 'last':
      return last;
  }
}

/** The place that a key leads to, from place `at` of `count`; undefined where it leads nowhere. */
export function nextPlace(
  key: string,
  at: number,
  count: number,
  keys: LineKeys = listKeys,
): number | undefined {
  const move = count === 0 ? undefined : moveOf(key, keys);
  return move && placeAfter(move, at, count, keys.isRound);
}

/** Moves the focus among `all`, from the one at `at`, to where a key leads. */
export function moveFocus(event: KeyboardEvent, all: readonly HTMLElement[], at: number): void {
  const next = nextPlace(event.key, at, all.length);
  if (next === undefined) return;
  event.preventDefault();
  all[next]?.focus();
}
