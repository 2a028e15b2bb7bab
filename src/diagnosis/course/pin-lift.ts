import { type Span, spanLength } from '../../metrics/live/length.ts';
import type { Session } from '../../metrics/session.ts';
import type { Estimate } from '../estimate.ts';
import { MEANINGFUL_RATIO, Z_POWER, Z90 } from '../statistics/constants.ts';
import type { Measured } from '../statistics/shrink.ts';
import { intervalsOf, type TrendInterval } from '../timeline/span.ts';
import { dispersionOf } from '../uncertainty/dispersion.ts';
import { usable } from '../usable.ts';
import { cellsOf } from './cells.ts';
import { noiseOf } from './noise.ts';

const liftMetrics = ['productClicks', 'orders', 'gmv'] as const;
type LiftMetric = (typeof liftMetrics)[number];

/** A series whose intervals are held against each other. */
export interface Course {
  readonly metric: LiftMetric;
  readonly intervals: readonly TrendInterval[];
  /** How much more unevenly than single events its amounts come. */
  readonly noise: number;
  /** Amount that counts as one event: 1, and an order's worth for GMV. */
  readonly event: number;
}

/** What was counted per minute while something was pinned, and in the rest of the LIVE. */
export interface PinLift {
  readonly metric: LiftMetric;
  readonly perMinute: number;
  readonly elsewhere: number;
  /** perMinute ÷ elsewhere with its 90 % interval; 1 is no difference. Absent where nothing was counted elsewhere. */
  readonly lift?: Estimate;
  readonly measured?: Measured;
}

/** The series that are there and can be counts. */
export function coursesOf(session: Session): readonly Course[] {
  const orders = intervalsOf(session, 'orders', 'amount');
  const sold = orders?.reduce((sum, { value }) => sum + value, 0) ?? 0;
  const spread = dispersionOf('aov', session) ?? 0;
  return liftMetrics.flatMap((metric): Course[] => {
    const intervals = intervalsOf(session, metric, 'amount');
    const values = intervals?.map(({ value }) => usable(value)) ?? [];
    if (intervals === undefined || values.some((value) => value === undefined || value < 0)) {
      return [];
    }
    const total = intervals.reduce((sum, { value }) => sum + value, 0);
    // Without orders over time nothing tells how many buyers the GMV came from.
    const event = metric === 'gmv' ? total / sold : 1;
    if (!(total > 0 && event > 0 && Number.isFinite(event))) return [];
    const cells = cellsOf(intervals, 'amount')?.map((cell) => ({
      ...cell,
      amount: cell.amount / event,
    }));
    if (cells === undefined) return [];
    const noise = noiseOf(cells, 'amount') * (metric === 'gmv' ? 1 + spread ** 2 : 1);
    return [{ metric, intervals, noise, event }];
  });
}

/** Whole intervals inside any of the spans; those astride an edge belong to neither side. */
export function wholeInside(
  intervals: readonly TrendInterval[],
  spans: readonly Span[],
): TrendInterval[] {
  return intervals.filter((one) => spans.some(({ from, to }) => one.from >= from && one.to <= to));
}

function untouched(intervals: readonly TrendInterval[], spans: readonly Span[]): TrendInterval[] {
  return intervals.filter((one) => spans.every(({ from, to }) => one.to <= from || one.from >= to));
}

/** The lift of a course inside spans over its whole intervals that no part of them touches; undefined where a side has none. */
export function liftOf(course: Course, spans: readonly Span[]): PinLift | undefined {
  const inside = sidesOf(course, wholeInside(course.intervals, spans));
  const outside = sidesOf(course, untouched(course.intervals, spans));
  if (inside.seconds <= 0 || outside.seconds <= 0) return undefined;
  const { event, metric, noise } = course;
  const perMinute = (inside.events * event * 60) / inside.seconds;
  const elsewhere = (outside.events * event * 60) / outside.seconds;
  if (outside.events <= 0) return { metric, perMinute, elsewhere };
  // Half an event more on either side, so that none at all has a logarithm.
  const log =
    Math.log((inside.events + 0.5) / inside.seconds) -
    Math.log((outside.events + 0.5) / outside.seconds);
  const variance = noise * (1 / (inside.events + 0.5) + 1 / (outside.events + 0.5));
  const half = Z90 * Math.sqrt(variance);
  const ratio = perMinute / elsewhere;
  const low = inside.events === 0 ? 0 : Math.min(ratio, Math.exp(log - half));
  return {
    metric,
    perMinute,
    elsewhere,
    lift: { value: ratio, low, high: Math.max(ratio, Math.exp(log + half)) },
    measured: { log, variance },
  };
}

/**
 * Seconds that a pin of so many measured seconds would have to stand longer until half as much again
 * could be told from chance (90 % intervals, 80 % power); undefined where no length would do in a
 * LIVE of this pace.
 */
export function moreSeconds(course: Course, spans: readonly Span[]): number | undefined {
  const inside = sidesOf(course, wholeInside(course.intervals, spans));
  const outside = sidesOf(course, untouched(course.intervals, spans));
  const left =
    (Math.log(MEANINGFUL_RATIO) / (Z90 + Z_POWER)) ** 2 / course.noise - 1 / outside.events;
  const pace = (inside.events + outside.events) / (inside.seconds + outside.seconds);
  const needed = 1 / left / pace - inside.seconds;
  return left > 0 && Number.isFinite(needed) ? Math.max(60, needed) : undefined;
}

function sidesOf({ event }: Course, intervals: readonly TrendInterval[]) {
  return {
    events: intervals.reduce((sum, { value }) => sum + value, 0) / event,
    seconds: intervals.reduce((sum, interval) => sum + spanLength(interval), 0),
  };
}
