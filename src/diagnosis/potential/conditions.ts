import type { PastLive } from '../../metrics/benchmark.ts';
import { hoursOf } from '../../metrics/live/length.ts';
import type { Session } from '../../metrics/session.ts';
import { DAY_SECONDS } from '../../metrics/time.ts';
import { isLikeLength, isLikeTimeOfDay } from '../comparable.ts';
import type { Conditions } from '../report.ts';

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
            isWeekend(live.startedAt + zone.offset) === isWeekend(startedAt + zone.offset),
        );
  if (near.length >= MIN_MATCHED) return { lives: near, conditions: 'length-and-time' };
  if (alike.length >= MIN_MATCHED) return { lives: alike, conditions: 'length' };
  return { lives: past, conditions: 'all' };
}

/** Saturday or Sunday; 1 January 1970 was a Thursday. */
function isWeekend(local: number): boolean {
  const day = (Math.floor(local / DAY_SECONDS) + 4) % 7;
  return day === 0 || day === 6;
}
