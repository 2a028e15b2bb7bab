import type { Answered } from '../../archive/types.ts';
import { type Phase, phaseOf } from '../../metrics/live/phase.ts';
import { hasMoved } from '../../metrics/live/recording.ts';
import type { Session } from '../../metrics/session.ts';
import { HOUR_MS, MINUTE_MS, toMs, type UnixMs, unixMs } from '../../metrics/time.ts';
import type { Endpoint } from './endpoints.ts';
import type { Backoffs } from './kept-backoffs.ts';

const PROVISIONAL_MS = 6 * HOUR_MS;
/** How long an endpoint is left alone when asking again soon may help, and when it won't. */
const SHORT_BACKOFF_MS = MINUTE_MS;
const LONG_BACKOFF_MS = PROVISIONAL_MS;

export interface Known {
  readonly session: Session | undefined;
  /** When each endpoint last answered, to the page or to us, and for which ids. */
  readonly answered: Readonly<Record<string, Answered>>;
  readonly backoffs: Backoffs;
}

/**
 * The endpoints to ask now, each with the ids it lacks, by the caching table: while a LIVE runs an
 * answer is fresh for as long as its reader says, until the figures are final for 6 hours, and an answer from after that
 * for good. An answer counts for the ids it was asked for and for no other.
 */
export function staleEndpoints(
  endpoints: readonly Endpoint[],
  { session, answered, backoffs }: Known,
  now: UnixMs,
): readonly Endpoint[] {
  const phase: Phase = session === undefined ? { name: 'unknown' } : phaseOf(session.room, now);
  return endpoints.flatMap((endpoint) => {
    if (now < (backoffs[endpoint.name]?.until ?? now)) return [];
    const { at, ids = {} } = answered[endpoint.name] ?? {};
    const isStale = (time: UnixMs | undefined): boolean =>
      time === undefined || !isFresh(endpoint, time, phase, now);
    if (endpoint.ids.length > 0) {
      const lacking = endpoint.ids.filter((id) => isStale(ids[id]));
      return lacking.length === 0 ? [] : [{ ...endpoint, ids: lacking }];
    }
    const expired = endpoint.name === 'room/status' && replayExpired(session, at, now);
    return isStale(at) || expired ? [endpoint] : [];
  });
}

/** Until when to leave an endpoint alone that failed or had nothing to say. */
export function backoffUntil(now: UnixMs, soon: boolean): UnixMs {
  return unixMs(now + (soon ? SHORT_BACKOFF_MS : LONG_BACKOFF_MS));
}

function isFresh({ freshFor }: Endpoint, at: UnixMs, phase: Phase, now: UnixMs): boolean {
  switch (phase.name) {
    case 'running':
    // It may run: only an answer of its own tells.
    case 'unknown':
      return now - at < freshFor;
    case 'provisional':
      return at >= toMs(phase.endedAt) && now - at < PROVISIONAL_MS;
    case 'final':
      return at >= phase.finalAt;
  }
}

/** The replay is to be had at another address, and it was not asked for a short while ago. */
function replayExpired(session: Session | undefined, at: UnixMs | undefined, now: UnixMs): boolean {
  if (session === undefined || at === undefined) return false;
  return hasMoved(session.room, now) && now - at >= PROVISIONAL_MS;
}
