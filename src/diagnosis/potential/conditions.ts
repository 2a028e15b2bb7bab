import type { PastLive } from '../../metrics/benchmark.ts';
import { coveredHours, hoursOf } from '../../metrics/live/length.ts';
import type { Session } from '../../metrics/session.ts';
import { DAY_SECONDS, HOUR_SECONDS } from '../../metrics/time.ts';
import type { Conditions } from '../report.ts';

/** Fewer matched LIVEs would tell less than the difference they were matched for: a dozen place a step's centre within 6 %. */
const MIN_MATCHED = 12;

/** LIVEs compare in length from half to double. */
const LENGTH_RATIO = 2;

/** Starts this close in time of day meet the same audience. Ours. */
const SAME_TIME_SECONDS = 3 * HOUR_SECONDS;

/** Earlier LIVEs under the same conditions as this one, and which. */
export interface Matched {
  readonly lives: readonly PastLive[];
  readonly conditions: Conditions;
}

/**
 * The earlier LIVEs that compare best: of a like length, started at a like time of day on the same
 * kind of day (weekend or not); where those are fewer than a dozen, of a like length; else all.
 */
export function matchedLives(session: Session, past: readonly PastLive[]): Matched {
  const hours = coveredHours(session);
  if (hours === undefined) return { lives: past, conditions: 'all' };
  const alike = past.filter((live) => {
    const length = hoursOf(live);
    return length !== undefined && length <= hours * LENGTH_RATIO && length * LENGTH_RATIO >= hours;
  });
  const { startedAt, zone } = session.room;
  const near =
    startedAt === undefined || zone === undefined
      ? []
      : alike.filter(
          (live) =>
            apart(live.startedAt, startedAt) <= SAME_TIME_SECONDS &&
            isWeekend(live.startedAt + zone.offset) === isWeekend(startedAt + zone.offset),
        );
  if (near.length >= MIN_MATCHED) return { lives: near, conditions: 'length-and-time' };
  if (alike.length >= MIN_MATCHED) return { lives: alike, conditions: 'length' };
  return { lives: past, conditions: 'all' };
}

/** Seconds between two times of day, the short way round. */
function apart(one: number, other: number): number {
  const difference = Math.abs(one - other) % DAY_SECONDS;
  return Math.min(difference, DAY_SECONDS - difference);
}

/** Saturday or Sunday; 1 January 1970 was a Thursday. */
function isWeekend(local: number): boolean {
  const day = (Math.floor(local / DAY_SECONDS) + 4) % 7;
  return day === 0 || day === 6;
}
