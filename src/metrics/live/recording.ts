import * as v from 'valibot';
import type { RoomId } from '../ids.ts';
import type { RoomInfo } from '../session.ts';
import type { Text } from '../text.ts';
import {
  DAY_MS,
  DAY_SECONDS,
  HOUR_MS,
  type Seconds,
  seconds,
  toMs,
  type UnixMs,
  type UnixSeconds,
  UnixSecondsSchema,
  unixSeconds,
} from '../time.ts';
import { endOf, type Span } from './length.ts';

/** TikTok keeps a replay for 30 days after the LIVE. Source: TikTok's LIVE Diagnosis page. */
export const REPLAY_DAYS = 30;

/** Where a recording is kept and until when, as it is stored: an https address, and unix seconds. */
export const recordingFields = {
  url: v.optional(v.pipe(v.string(), v.url(), v.startsWith('https://'))),
  expiresAt: v.optional(UnixSecondsSchema),
};

/** A part of a recording, in seconds from its start. */
export interface Cut {
  readonly from: Seconds;
  readonly to: Seconds;
}

/** The recording of a LIVE, or a part of it. It starts with the LIVE. */
export interface Recording {
  /** The LIVE that was recorded. */
  readonly room: RoomId;
  /** Where it is kept; absent where that isn't known. */
  readonly url?: string | undefined;
  /** Until when it can be played there; absent where that isn't known. */
  readonly expiresAt?: UnixSeconds | undefined;
  /** Where to begin. */
  readonly from: Seconds;
  /** Where a part ends; absent for all of the recording from there on. */
  readonly to?: Seconds | undefined;
}

/** Whether a recording can be played. */
export type RecordingState =
  /** Without the milliseconds left where it isn't known how long. */
  | { readonly state: 'playable'; readonly left?: number }
  | { readonly state: 'expired' }
  /** No address is known. */
  | { readonly state: 'absent' };

/** Whether a recording can be played at `now`. An address whose time is up is none, whether it is known or not. */
export function recordingState(
  { url, expiresAt }: Pick<Recording, 'url' | 'expiresAt'>,
  now: UnixMs,
): RecordingState {
  if (expiresAt !== undefined && toMs(expiresAt) <= now) return { state: 'expired' };
  if (url === undefined) return { state: 'absent' };
  if (expiresAt === undefined) return { state: 'playable' };
  return { state: 'playable', left: toMs(expiresAt) - now };
}

/**
 * For how long a recording can still be watched, in words: whole days rounded down, below a day in hours, of which
 * there is always one.
 *
 * @param left milliseconds, above zero
 */
export function timeLeftText(left: number): Text {
  const count = (value: number) => ({ count: { kind: 'count', value } }) as const;
  return left >= DAY_MS
    ? { key: 'benchmarks_days_left', values: count(Math.floor(left / DAY_MS)) }
    : { key: 'benchmarks_hours_left', values: count(Math.max(1, Math.floor(left / HOUR_MS))) };
}

/** Until when TikTok keeps the replay of a LIVE that ended at a time. */
export function replayEnd(endedAt: UnixSeconds): UnixSeconds {
  return unixSeconds(endedAt + REPLAY_DAYS * DAY_SECONDS);
}

/**
 * The whole replay of a LIVE, until its address expires where that is known, else as long as TikTok keeps
 * replays. A running LIVE has none yet.
 */
export function replayOf(room: RoomInfo): Recording {
  const end = endOf(room);
  return {
    room: room.id,
    url: room.status === 'live' ? undefined : room.replayUrl,
    expiresAt: room.replayExpiresAt ?? (end === undefined ? undefined : replayEnd(end)),
    from: seconds(0),
  };
}

/** Whether the address of a LIVE's replay has run out at `now` while TikTok still keeps the replay: it is to be had at another. */
export function hasMoved(room: RoomInfo, now: UnixMs): boolean {
  const { replayExpiresAt } = room;
  const end = endOf(room);
  if (replayExpiresAt === undefined || end === undefined) return false;
  const isOver = (expiresAt: UnixSeconds): boolean =>
    recordingState({ expiresAt }, now).state === 'expired';
  return isOver(replayExpiresAt) && !isOver(replayEnd(end));
}

/**
 * A stretch of a LIVE as a part of its recording; at least a second long, and not before its start.
 * Undefined while the LIVE's start is unknown.
 */
export function cutOf({ startedAt }: Pick<RoomInfo, 'startedAt'>, stretch: Span): Cut | undefined {
  if (startedAt === undefined) return undefined;
  const from = Math.max(0, stretch.from - startedAt);
  return { from: seconds(from), to: seconds(Math.max(from + 1, stretch.to - startedAt)) };
}

/** The part that a recording is limited to; undefined for one that goes on to its end. */
export function partOf({ from, to }: Pick<Recording, 'from' | 'to'>): Cut | undefined {
  return to === undefined ? undefined : { from, to };
}
