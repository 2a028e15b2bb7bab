import type { PastLive } from '../../metrics/benchmark.ts';
import { hoursOf } from '../../metrics/live/length.ts';
import type { Session } from '../../metrics/session.ts';
import type { UnixSeconds, Zone } from '../../metrics/time.ts';
import { isLikeLength, isLikeTimeOfDay } from '../comparable.ts';
import type { Conditions } from '../report.ts';
import { clockTime } from '../timeline/clock.ts';

/** Fewer matched LIVEs would tell less than the difference they were matched for: a dozen place a step's centre within 6 %. */
const MIN_MATCHED = 12;

/** Earlier LIVEs under the same conditions as this one, and which. */
export interface Matched {
  readonly lives: readonly PastLive[];
  readonly conditions: Conditions;
}

/**
 * The earlier LIVEs that compare best: of a like length, started at a like time of day on the same
 * kind of day (weekend or not); where those are fewer than a dozen, of a like length; else all.
 *
 * @param hours that this one covers
 */
export function matchedLives(
  { room }: Session,
  past: readonly PastLive[],
  hours: number | undefined,
): Matched {
  if (hours === undefined) return { lives: past, conditions: 'all' };
  const alike = past.filter((live) => {
    const length = hoursOf(live);
    return length !== undefined && isLikeLength(length, hours);
  });
  const { startedAt, zone } = room;
  const near =
    startedAt === undefined || zone === undefined
      ? []
      : alike.filter(
          (live) =>
            isLikeTimeOfDay(live.startedAt, startedAt) &&
            isWeekend(live.startedAt, zone) === isWeekend(startedAt, zone),
        );
  if (near.length >= MIN_MATCHED) return { lives: near, conditions: 'length-and-time' };
  if (alike.length >= MIN_MATCHED) return { lives: alike, conditions: 'length' };
  return { lives: past, conditions: 'all' };
}

/** Saturday or Sunday by the shop's clock. */
function isWeekend(at: UnixSeconds, zone: Zone): boolean {
  const { weekday } = clockTime(at, zone);
  return weekday === 0 || weekday === 6;
}
