import type { RoomInfo } from '../session.ts';
import { type UnixSeconds, unixSeconds } from '../time.ts';

/** What answers say of when a LIVE ran. An earlier LIVE has no status: it is over. */
export type LiveTimes = Pick<RoomInfo, 'startedAt' | 'endedAt' | 'duration' | 'status'>;

/**
 * When a LIVE ended: as answered, else its start and duration together where it is said to have ended.
 * Undefined while it runs and where no end is known: a running LIVE has a start and a duration too,
 * and the list of LIVEs doesn't say which ones run.
 */
export function endOf({
  startedAt,
  endedAt,
  duration,
  status,
}: LiveTimes): UnixSeconds | undefined {
  if (status === 'live') return undefined;
  if (endedAt !== undefined) return endedAt;
  return status === 'ended' && startedAt !== undefined && duration !== undefined
    ? unixSeconds(startedAt + duration)
    : undefined;
}
