import type { MetricId } from '../metrics/catalogue.ts';
import type { Session } from '../metrics/session.ts';
import { HOUR_SECONDS, type Seconds, seconds, unixSeconds } from '../metrics/time.ts';
import { courseOf, type Points, pointsOf } from './course.ts';
import type { Stretch } from './report.ts';

/** A cut is long enough to learn from and short enough to watch between two LIVEs. */
export const CUT_SECONDS = seconds(10 * 60);

/** A stretch with the metric's level in it and over the whole LIVE, in the metric's unit. */
interface High extends Stretch {
  readonly level: number;
  readonly usual: number;
}

/**
 * The stretch of a LIVE in which a metric stood highest: the best run of whole intervals of about
 * `cut`, ten minutes unless told. Rates are ratios of summed counts, so that one order in an empty interval doesn't
 * win. Undefined without the series for it, or when the LIVE is shorter than one cut.
 */
export function bestStretch(
  session: Session,
  metric: MetricId,
  cut: Seconds = CUT_SECONDS,
): Stretch | undefined {
  const high = highestStretch(session, metric, cut);
  return high === undefined ? undefined : { from: high.from, to: high.to };
}

/** The same, with how high the metric stood there and how high over the whole LIVE. */
export function highestStretch(
  session: Session,
  metric: MetricId,
  cut: Seconds = CUT_SECONDS,
): High | undefined {
  const { timeline } = session;
  const course = courseOf(metric);
  if (timeline === undefined || course === undefined) return undefined;
  const length = Math.max(1, Math.round(cut / timeline.interval));
  const isRatio = course.kind === 'ratio';
  const above = pointsOf(session, isRatio ? course.above : course.amount);
  const below = isRatio ? pointsOf(session, course.below) : undefined;
  if (above === undefined || (isRatio && below === undefined)) return undefined;
  if (above.length < length) return undefined;
  const least =
    below === undefined
      ? 0
      : (sum(below.map(([, value]) => value)) / below.length) * length * LEAST_SHARE;
  let best: { readonly at: number; readonly level: number } | undefined;
  for (let at = 0; at + length <= above.length; at += 1) {
    const level = levelOf(above, below, at, length, least);
    if (level !== undefined && (best === undefined || level > best.level)) best = { at, level };
  }
  const from = best === undefined ? undefined : above[best.at]?.[0];
  const whole = levelOf(above, below, 0, above.length, 0);
  if (best === undefined || best.level <= 0 || from === undefined || whole === undefined)
    return undefined;
  const inUnit = (level: number, intervals: number): number =>
    isRatio ? level * course.per : (level / (intervals * timeline.interval)) * HOUR_SECONDS;
  return {
    ...clipped(session, from, from + length * timeline.interval),
    level: inUnit(best.level, length),
    usual: inUnit(whole, above.length),
  };
}

/** A cut needs at least this share of the LIVE's usual denominator, or chance picks it. */
const LEAST_SHARE = 0.5;

function levelOf(
  above: Points,
  below: Points | undefined,
  at: number,
  length: number,
  least: number,
): number | undefined {
  const window = above.slice(at, at + length);
  const total = sum(window.map(([, value]) => value));
  if (below === undefined) return total;
  const times = new Set<number>(window.map(([time]) => time));
  const base = sum(below.filter(([time]) => times.has(time)).map(([, value]) => value));
  return base <= 0 || base < least ? undefined : total / base;
}

/** Intervals start before the LIVE does and end after it: the cut stays inside the replay. */
function clipped(session: Session, from: number, to: number): Stretch {
  const { startedAt, endedAt } = session.room;
  return {
    from: unixSeconds(Math.max(from, startedAt ?? from)),
    to: unixSeconds(Math.min(to, endedAt ?? to)),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
