import { type Plane, type PlanePart, pointsIn, wholePlane } from './plane.ts';

/** A bar is at most this light; what is encoded as black comes back at 0 to 3. Chosen by us. */
const DARK = 12;
/** And its points lie on average no farther than this from their mean: a dark room has noise and shapes. Chosen by us. */
const FLAT = 2;
/** Each of two bars takes at least this share of its side: a frame around the picture is no bar. Chosen by us. */
const LEAST_SHARE = 0.02;
/** The picture between bars is at least this much lighter than they are, or it is a dark picture without bars. Chosen by us. */
const LEAST_STEP = 8;

/** What lies under the dark flat bars of a picture, and what they leave. */
export interface Bars {
  /** Share of the picture, 0 to 1. */
  readonly share: number;
  readonly inside: PlanePart;
}

/**
 * Finds dark flat bars, which come in pairs: above and below, or left and right. A picture that is dark
 * and flat all over has none, since nothing is framed by them.
 */
export function barsOf(luma: Plane): Bars {
  const { width, height } = luma;
  const [top, bottom] = pair(height, (row) => isBar(luma, row, 0, width, 'row'));
  const [left, right] = pair(width, (column) =>
    isBar(luma, column, top, height - bottom, 'column'),
  );
  const inside = { left, top, right: width - right, bottom: height - bottom };
  const whole = wholePlane(luma);
  const share = 1 - pointsIn(inside) / pointsIn(whole);
  if (share <= 0 || pointsIn(inside) === 0) return { share: 0, inside: whole };
  const isLighter = meanOf(luma, inside) >= LEAST_STEP + meanOfBars(luma, inside);
  return isLighter ? { share, inside } : { share: 0, inside: whole };
}

/** How many lines are bars at the beginning and at the end of a side; none unless both are. */
function pair(length: number, isLineOfBar: (at: number) => boolean): readonly [number, number] {
  let first = 0;
  while (first < length && isLineOfBar(first)) first += 1;
  if (first < length * LEAST_SHARE || first === length) return [0, 0];
  let last = 0;
  while (last < length && isLineOfBar(length - 1 - last)) last += 1;
  return last < length * LEAST_SHARE ? [0, 0] : [first, last];
}

function isBar(
  { width, values }: Plane,
  at: number,
  from: number,
  to: number,
  line: 'row' | 'column',
): boolean {
  const [start, step] = line === 'row' ? [at * width, 1] : [at, width];
  const count = to - from;
  if (count <= 0) return false;
  let sum = 0;
  for (let place = from; place < to; place += 1) sum += values[start + place * step] ?? 0;
  const mean = sum / count;
  if (mean > DARK) return false;
  let apart = 0;
  for (let place = from; place < to; place += 1) {
    apart += Math.abs((values[start + place * step] ?? 0) - mean);
  }
  return apart / count <= FLAT;
}

function meanOf(luma: Plane, part: PlanePart): number {
  return sumOf(luma, part) / pointsIn(part);
}

function meanOfBars(luma: Plane, inside: PlanePart): number {
  const whole = wholePlane(luma);
  return (sumOf(luma, whole) - sumOf(luma, inside)) / (pointsIn(whole) - pointsIn(inside));
}

function sumOf({ width, values }: Plane, { left, top, right, bottom }: PlanePart): number {
  let sum = 0;
  for (let row = top; row < bottom; row += 1) {
    for (let column = left; column < right; column += 1) sum += values[row * width + column] ?? 0;
  }
  return sum;
}
