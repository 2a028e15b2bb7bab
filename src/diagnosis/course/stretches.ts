import type { UnixSeconds } from '../../metrics/time.ts';
import type { Estimate } from '../estimate.ts';
import { MEANINGFUL_RATIO, Z90 } from '../statistics/constants.ts';
import type { TrendInterval } from '../timeline/span.ts';
import { type Cell, cellsOf, type Scale } from './cells.ts';
import { noiseOf } from './noise.ts';
import { paceEstimate } from './pace-interval.ts';
import { type Segment, segmentsOf } from './segments.ts';

/**
 * What a change must gain in 2 · log-likelihood ÷ noise. Set by simulation so that of LIVEs without a
 * change at most one in twenty shows one in any of three series; see false-alarms.test.ts.
 */
const PENALTY = 12;

/** No stretch is shorter than TikTok's advice for one pin at its longest. */
const LEAST_SECONDS = 15 * 60;

/** Events in the whole series below which nothing is looked for. Chosen by us. */
const FEWEST_EVENTS = 10;

/** A stretch of constant level. */
export interface Level {
  readonly from: UnixSeconds;
  readonly to: UnixSeconds;
  /** Events per second, or people in the room. */
  readonly level: Estimate;
  /** Standard error of the level. */
  readonly error: number;
}

/** The stretches of constant level of a series, one if it never changed; undefined where it can't be told. */
export function levelsOf(
  intervals: readonly TrendInterval[],
  scale: Scale,
): readonly Level[] | undefined {
  const cells = cellsOf(intervals, scale);
  const total = cells?.reduce((sum, { amount }) => sum + amount, 0) ?? 0;
  const seconds = cells?.reduce((sum, cell) => sum + cell.seconds, 0) ?? 0;
  if (cells === undefined || total <= 0 || seconds < 2 * LEAST_SECONDS) return undefined;
  if (scale === 'amount' && total < FEWEST_EVENTS) return undefined;
  const noise = noiseOf(cells, scale);
  const segments = lasting(cells, scale, segmentsOf(cells, scale, noise, PENALTY, LEAST_SECONDS));
  return segments.flatMap((segment) => {
    const first = intervals[segment.from];
    const last = intervals[segment.to - 1];
    if (first === undefined || last === undefined) return [];
    return [{ from: first.from, to: last.to, ...levelOf(cells, segment, scale, noise) }];
  });
}

/** Joins neighbours whose levels differ too little to matter, the most alike first. */
function lasting(
  cells: readonly Cell[],
  scale: Scale,
  segments: readonly Segment[],
): readonly Segment[] {
  const kept = [...segments];
  for (;;) {
    const means = kept.map((segment) => meanOf(cells, segment, scale));
    let weakest = -1;
    let least = Math.log(MEANINGFUL_RATIO);
    for (let place = 1; place < kept.length; place += 1) {
      const step = Math.abs(Math.log(means[place] ?? 0) - Math.log(means[place - 1] ?? 0));
      if (step < least) {
        least = step;
        weakest = place;
      }
    }
    const [left, right] = [kept[weakest - 1], kept[weakest]];
    if (left === undefined || right === undefined) return kept;
    kept.splice(weakest - 1, 2, { from: left.from, to: right.to });
  }
}

interface Sums {
  readonly seconds: number;
  /** Events, or √level × seconds. */
  readonly sum: number;
}

function sumsOf(cells: readonly Cell[], { from, to }: Segment, scale: Scale): Sums {
  let seconds = 0;
  let sum = 0;
  for (const cell of cells.slice(from, to)) {
    seconds += cell.seconds;
    sum += scale === 'amount' ? cell.amount : Math.sqrt(cell.amount * cell.seconds);
  }
  return { seconds, sum };
}

function meanOf(cells: readonly Cell[], segment: Segment, scale: Scale): number {
  const { seconds, sum } = sumsOf(cells, segment, scale);
  return scale === 'amount' ? sum / seconds : (sum / seconds) ** 2;
}

function levelOf(cells: readonly Cell[], segment: Segment, scale: Scale, noise: number) {
  const { seconds, sum } = sumsOf(cells, segment, scale);
  if (scale === 'amount') {
    // Half an event more, so that a stretch without any has an error too.
    const error = Math.sqrt(noise * (sum + noise / 2)) / seconds;
    return { level: paceEstimate(sum, seconds, noise), error };
  }
  const root = sum / seconds;
  const rootError = Math.sqrt(noise / seconds);
  const level = {
    value: root ** 2,
    low: Math.max(0, root - Z90 * rootError) ** 2,
    high: (root + Z90 * rootError) ** 2,
  };
  return { level, error: 2 * Math.max(root, rootError / 2) * rootError };
}
