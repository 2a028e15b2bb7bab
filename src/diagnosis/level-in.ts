import type { MetricId } from '../metrics/catalogue.ts';
import type { Session } from '../metrics/session.ts';
import { HOUR_SECONDS, type Seconds } from '../metrics/time.ts';
import { courseOf, pointsOf } from './course.ts';
import type { Stretch } from './report.ts';

/** Parts are cut to whole seconds, and may so leave the series by as much. */
const SLACK_SECONDS = 1;

/**
 * How high a metric stood over a stretch of a LIVE, in the metric's own unit: amounts per hour, or a
 * ratio of counts that are summed first. An interval that the stretch covers in part counts by that
 * part, as if its amount had come evenly. Undefined without the series for it, where the stretch
 * leaves them, or where the count that it is a share of was zero.
 */
export function levelIn(session: Session, id: MetricId, stretch: Stretch): number | undefined {
  const course = courseOf(id);
  if (course?.kind === 'per-hour') {
    const amount = amountIn(session, course.amount, stretch);
    return amount === undefined ? undefined : (amount.sum / amount.seconds) * HOUR_SECONDS;
  }
  if (course === undefined) return undefined;
  const above = amountIn(session, course.above, stretch)?.sum;
  const below = amountIn(session, course.below, stretch)?.sum;
  if (above === undefined || below === undefined || below <= 0) return undefined;
  return (above / below) * course.per;
}

/** From which share on a stretch that lies in intervals it covers in part has a level that is an estimate. Chosen by us. */
const ESTIMATED_FROM = 0.25;

/**
 * The steps of a LIVE's course where they are so coarse beside a stretch that {@link levelIn} answers an estimate:
 * a good part of the stretch lies in intervals that reach beyond it. Undefined where it is as good as counted.
 */
export function coarseStep(
  { timeline }: Pick<Session, 'timeline'>,
  { from, to }: Stretch,
): Seconds | undefined {
  const [at] = timeline?.series[0]?.points[0] ?? [];
  if (timeline === undefined || at === undefined) return undefined;
  const { interval } = timeline;
  /** Seconds from the step before an instant to it. */
  const into = (instant: number): number => (((instant - at) % interval) + interval) % interval;
  const [before, after] = [into(from), into(to)];
  const first = before <= SLACK_SECONDS ? 0 : interval - before;
  const last = after >= interval - SLACK_SECONDS || after <= SLACK_SECONDS ? 0 : after;
  const partly = Math.min(to - from, first + last);
  return partly > ESTIMATED_FROM * (to - from) ? interval : undefined;
}

/** A series' amount over a stretch, and the seconds it came in; undefined where they don't cover the stretch. */
function amountIn(
  session: Session,
  series: string,
  { from, to }: Stretch,
): { readonly sum: number; readonly seconds: number } | undefined {
  const { timeline, room } = session;
  const points = pointsOf(session, series);
  if (timeline === undefined || points === undefined) return undefined;
  let sum = 0;
  let seconds = 0;
  for (const [at, value] of points) {
    // The LIVE may begin within its first interval and end within its last.
    const start = Math.max(at, room.startedAt ?? at);
    const end = Math.min(at + timeline.interval, room.endedAt ?? Number.POSITIVE_INFINITY);
    const inside = Math.min(end, to) - Math.max(start, from);
    if (end <= start || inside <= 0) continue;
    sum += value * (inside / (end - start));
    seconds += inside;
  }
  return seconds <= 0 || seconds < to - from - SLACK_SECONDS ? undefined : { sum, seconds };
}
