import type { UnixSeconds } from '../metrics/time.ts';

/** Two starts this close, in seconds, are the same LIVE. */
export const SAME_START_SECONDS = 120;

/** Whether two starts are of the same LIVE: answers of different pages differ in them by seconds. */
export function isSameStart(one: UnixSeconds, other: UnixSeconds): boolean {
  return Math.abs(one - other) <= SAME_START_SECONDS;
}
