import { DAY_SECONDS, HOUR_SECONDS, type UnixSeconds } from '../metrics/time.ts';

/** Own LIVEs below which the spread between them can't be told from chance, so that no verdict rests on them. */
export const FEWEST_OWN_LIVES = 5;

/** LIVEs compare in length from half to double. Chosen by us. */
const LENGTH_RATIO = 2;

/** Starts this close in time of day meet the same audience. Chosen by us. */
const SAME_TIME_SECONDS = 3 * HOUR_SECONDS;

/** Whether two lengths, in one unit, are close enough for the LIVEs' figures to be compared. */
export function isLikeLength(one: number, other: number): boolean {
  return one <= other * LENGTH_RATIO && other <= one * LENGTH_RATIO;
}

/** Whether two LIVEs started at a like time of day, on whatever day and past midnight as well. */
export function isLikeTimeOfDay(one: UnixSeconds, other: UnixSeconds): boolean {
  const difference = Math.abs(one - other) % DAY_SECONDS;
  return Math.min(difference, DAY_SECONDS - difference) <= SAME_TIME_SECONDS;
}
