import { finalAt, type UnixMs, type UnixSeconds } from '../time.ts';
import { endOf, isRunning, type LiveTimes } from './length.ts';

/** Where a LIVE stands, by which it is known whether its figures still move. */
export type Phase =
  /** Said to be running: its figures move all the time. */
  | { readonly name: 'running' }
  /** Ended; its figures may still move a little until `finalAt`. */
  | { readonly name: 'provisional'; readonly endedAt: UnixSeconds; readonly finalAt: UnixMs }
  /** Ended; its figures don't move any more. */
  | { readonly name: 'final'; readonly endedAt: UnixSeconds; readonly finalAt: UnixMs }
  /** Not said to be running, and no end is known: it may run, or be long over. */
  | { readonly name: 'unknown' };

/**
 * A LIVE's phase at `now`. Only time moves it, and only from provisional to final, and from running to unknown: one
 * that was said to run is so from a day after the last answer on (see `isRunning`).
 */
export function phaseOf(live: LiveTimes, now: UnixMs, answeredAt?: UnixMs): Phase {
  if (live.status === 'live') {
    return { name: isRunning(live, now, answeredAt) ? 'running' : 'unknown' };
  }
  const endedAt = endOf(live);
  if (endedAt === undefined) return { name: 'unknown' };
  const final = finalAt(endedAt);
  return { name: now < final ? 'provisional' : 'final', endedAt, finalAt: final };
}
