import type { Plane } from './plane.ts';

/** Points across, to which pictures are made small before they are compared. */
const SMALL_WIDTH = 96;
/** A point has changed where its luma differs by more than this, of 255: more than what encoding does to it. */
const CHANGED = 12;

/** A plane at a width, its height in proportion, each point the mean of the area it stands for; never enlarged. */
export function shrunkTo(width: number, plane: Plane): Plane {
  if (plane.width <= width) return plane;
  const height = Math.max(1, Math.round((plane.height * width) / plane.width));
  const columns = areasOf(plane.width, width);
  const rows = areasOf(plane.height, height);
  const narrow = new Float32Array(width * plane.height);
  for (let row = 0; row < plane.height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      narrow[row * width + column] = meanAlong(plane.values, columns, column, row * plane.width, 1);
    }
  }
  const values = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      values[row * width + column] = Math.round(meanAlong(narrow, rows, row, column, width));
    }
  }
  return { width, height, values };
}

/** Of each point along a side, which of the side before it begins and ends in, and how much of those two it covers. */
interface Areas {
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly ofFirst: Float64Array;
  readonly ofLast: Float64Array;
  /** How many points each stands for. */
  readonly length: number;
}

function areasOf(before: number, after: number): Areas {
  const from = Float64Array.from({ length: after }, (_, at) => (at * before) / after);
  const to = Float64Array.from({ length: after }, (_, at) => ((at + 1) * before) / after);
  const first = Int32Array.from(from, Math.floor);
  const last = Int32Array.from(to, (end) => Math.ceil(end) - 1);
  return {
    first,
    last,
    ofFirst: from.map((start, at) => (first[at] ?? 0) + 1 - start),
    ofLast: to.map((end, at) => end - (last[at] ?? 0)),
    length: before / after,
  };
}

function meanAlong(
  values: Uint8Array | Float32Array,
  { first, last, ofFirst, ofLast, length }: Areas,
  at: number,
  origin: number,
  step: number,
): number {
  const [begin, end] = [first[at] ?? 0, last[at] ?? 0];
  if (begin === end) return values[origin + begin * step] ?? 0;
  let sum =
    (ofFirst[at] ?? 0) * (values[origin + begin * step] ?? 0) +
    (ofLast[at] ?? 0) * (values[origin + end * step] ?? 0);
  for (let place = begin + 1; place < end; place += 1) sum += values[origin + place * step] ?? 0;
  return sum / length;
}

/** The small picture that the next one is compared with. */
export const smallOf = (luma: Plane): Plane => shrunkTo(SMALL_WIDTH, luma);

/**
 * Share of the points that differ between two small pictures, 0 to 1. Null without one before, and where
 * it has another shape: then nothing says which point is which.
 */
export function movedSince(before: Plane | null, now: Plane): number | null {
  if (before === null || before.width !== now.width || before.height !== now.height) return null;
  let changed = 0;
  for (let place = 0; place < now.values.length; place += 1) {
    const apart = (now.values[place] ?? 0) - (before.values[place] ?? 0);
    if (Math.abs(apart) > CHANGED) changed += 1;
  }
  return changed / now.values.length;
}
