import { type Span, spanOf } from '../../metrics/live/length.ts';
import type { HostSegment, RoomInfo } from '../../metrics/session.ts';
import {
  DAY_SECONDS,
  HOUR_SECONDS,
  MINUTE_SECONDS,
  type UnixSeconds,
  unixSeconds,
} from '../../metrics/time.ts';
import { clockOffset } from '../performance/time-of-day.ts';

/** A host's stretch as it is typed in: times of day as `HH:MM` in the shop's time. */
export interface TypedSegment {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** A LIVE that is over, and how far its clock is ahead of UTC, in seconds. */
export interface HostedLive extends Span {
  readonly offset: number;
}

export type Refusal = 'unnamed' | 'untimed' | 'outside' | 'overlap';

/** The LIVE whose hosts can be marked; undefined while it runs or where an end isn't known. Without a zone its clock is the browser's. */
export function hostedLive(room: RoomInfo): HostedLive | undefined {
  const span = spanOf(room);
  if (span === undefined) return undefined;
  return { ...span, offset: clockOffset(room) };
}

/** An instant as a field of times holds it. */
export function clockOf(at: UnixSeconds, { offset }: HostedLive): string {
  return new Date((at + offset) * 1000).toISOString().slice(11, 16);
}

/**
 * The stretch that was typed, or why it can't be. A time of day is taken as the first one after the
 * start, so a LIVE may pass midnight; the minutes of the LIVE's start and end stand for the start and end.
 */
export function segmentOf(
  typed: TypedSegment,
  live: HostedLive,
  marked: readonly HostSegment[],
): HostSegment | Refusal {
  const name = typed.name.trim();
  if (name === '') return 'unnamed';
  const from = instantOf(typed.from, live, live.from);
  const to = from === undefined ? undefined : instantOf(typed.to, live, from + 1);
  if (from === undefined || to === undefined) return 'untimed';
  if (from >= live.to || to > live.to) return 'outside';
  const overlaps = marked.some(
    ({ startedAt, endedAt }) => from < (endedAt ?? live.to) && to > startedAt,
  );
  return overlaps ? 'overlap' : { name, startedAt: from, endedAt: to };
}

function instantOf(clock: string, live: HostedLive, earliest: number): UnixSeconds | undefined {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(clock) ?? [];
  if (hours === undefined || minutes === undefined) return undefined;
  const midnight = Math.floor((earliest + live.offset) / DAY_SECONDS) * DAY_SECONDS - live.offset;
  const typed = midnight + Number(hours) * HOUR_SECONDS + Number(minutes) * MINUTE_SECONDS;
  for (const minute of [typed, typed + DAY_SECONDS]) {
    const at = settled(minute, live);
    if (at >= earliest) return unixSeconds(at);
  }
  return undefined;
}

/** The start or end of the LIVE where it falls into this minute. */
function settled(minute: number, { from, to }: HostedLive): number {
  const holds = (at: number): boolean => at >= minute && at < minute + MINUTE_SECONDS;
  if (holds(from)) return from;
  return holds(to) ? to : minute;
}
