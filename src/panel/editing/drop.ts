import { isMirrored } from '../design/is-mirrored.ts';

/** A thing of a list that the seller puts in order. */
export interface Ordered<Id extends string = string> {
  readonly id: Id;
}

/** Where a thing that is moved would come to stand. */
export interface Drop<Id extends string = string> {
  readonly beside: Id;
  readonly side: 'before' | 'after';
}

export const sameDrop = (one: Drop | undefined, other: Drop | undefined): boolean =>
  one?.beside === other?.beside && one?.side === other?.side;

/** Beside what a thing comes to stand that goes from one place of a list to another. */
export function dropAt<Id extends string>(
  shown: readonly Ordered<Id>[],
  from: number,
  to: number,
): Drop<Id> | undefined {
  const beside = shown[to];
  if (beside === undefined || from === to) return undefined;
  return { beside: beside.id, side: to > from ? 'after' : 'before' };
}

/**
 * The card under a point of the window, and on which side of it the dragged one would be put.
 * `shown` are the things whose cards are the list's children, in their order.
 */
export function dropUnder<Id extends string>(
  list: HTMLElement | null,
  { x, y }: { readonly x: number; readonly y: number },
  shown: readonly Ordered<Id>[],
  dragged: Id,
): Drop<Id> | undefined {
  const boxes = [...(list?.children ?? [])].map((card) => card.getBoundingClientRect());
  const place = boxes.findIndex(
    ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
  );
  const [box, beside] = [boxes[place], shown[place]];
  if (box === undefined || beside === undefined || beside.id === dragged) return undefined;
  // Cards in a row are passed sideways, cards in a column up and down.
  const row = boxes.some((other) => other !== box && Math.abs(other.top - box.top) < 4);
  const past = row
    ? x > (box.left + box.right) / 2 !== isMirrored()
    : y > (box.top + box.bottom) / 2;
  return { beside: beside.id, side: past ? 'after' : 'before' };
}
