import { isTogether } from '../complete/quantity.ts';
import type { RoomInfo, Session } from '../session.ts';
import {
  DAY_MS,
  HOUR_SECONDS,
  type Seconds,
  seconds,
  type UnixMs,
  type UnixSeconds,
  unixSeconds,
} from '../time.ts';

/** What answers say of when a LIVE ran. An earlier LIVE has no status: it is over. */
export type LiveTimes = Pick<RoomInfo, 'startedAt' | 'endedAt' | 'duration' | 'status'>;

/** From one instant to another, both UTC. */
export interface Span {
  readonly from: UnixSeconds;
  readonly to: UnixSeconds;
}

/** The length of a stretch of time, in seconds. */
export const spanLength = ({ from, to }: Span): number => to - from;

/**
 * When a LIVE ended: as answered, else its start and duration together where it is said to have ended.
 * Undefined while it runs and where no end is known: a running LIVE has a start and a duration too.
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

/** Whether a LIVE is known to be over; it may be so without an end that is known. */
export function hasEnded(live: LiveTimes): boolean {
  return live.status === 'ended' || endOf(live) !== undefined;
}

/**
 * A LIVE from start to end; a start that isn't known follows from end and duration. Undefined while it
 * runs, where an edge isn't known, and where the edges contradict each other.
 */
export function spanOf(live: LiveTimes): Span | undefined {
  const { startedAt, duration } = live;
  const to = endOf(live);
  if (to === undefined) return undefined;
  const from =
    startedAt ?? (duration === undefined ? undefined : unixSeconds(to - Math.max(0, duration)));
  return from === undefined || to <= from ? undefined : { from, to };
}

/**
 * Seconds that a LIVE lasted: from start to end where both are known, because TikTok's own rates per
 * hour rest on that (exact in 19 of 19 real LIVEs), else the duration as answered; of a running LIVE that
 * is how long it had lasted when it was answered. Undefined where unknown or not positive.
 */
export function lengthOf(live: LiveTimes): Seconds | undefined {
  const span = spanOf(live);
  const length = span === undefined ? live.duration : spanLength(span);
  return length !== undefined && length > 0 ? seconds(length) : undefined;
}

/** The same in hours. */
export function hoursOf(live: LiveTimes): number | undefined {
  const length = lengthOf(live);
  return length === undefined ? undefined : length / HOUR_SECONDS;
}

/** For how long an answer that says that a LIVE runs is believed where it was never seen to end. Chosen by us. */
const RUNNING_BELIEVED_MS = DAY_MS;

/**
 * Whether a LIVE is said to run, by an answer no older than a day. Where the time of the last one isn't given, as of
 * a LIVE that is only known from the list, it is taken to be its start and the length that was answered.
 */
export function isRunning(
  { status, startedAt, duration }: LiveTimes,
  now: UnixMs,
  answeredAt?: UnixMs,
): boolean {
  if (status !== 'live') return false;
  const reckoned = startedAt === undefined ? undefined : (startedAt + (duration ?? 0)) * 1000;
  const answered = answeredAt ?? reckoned;
  return answered === undefined || now - answered <= RUNNING_BELIEVED_MS;
}

/**
 * Seconds that a LIVE has lasted at `now`: a running one since its start, any other its whole length. Undefined of
 * one that was said to run by too old an answer.
 */
export function lengthAt(live: LiveTimes, now: UnixMs, answeredAt?: UnixMs): Seconds | undefined {
  if (live.status !== 'live') return lengthOf(live);
  if (!isRunning(live, now, answeredAt)) return undefined;
  if (live.startedAt === undefined) return lengthOf(live);
  return seconds(Math.max(0, now / 1000 - live.startedAt));
}

/**
 * Seconds of a LIVE that its figures cover: all of one that has ended, and of a running one the time
 * until they were read. A length that was read at another time says nothing of a running LIVE, and
 * without an end it isn't known whether the LIVE still ran when the figures were read.
 */
export function coveredLength({
  room,
  origins,
}: Pick<Session, 'room' | 'origins'>): Seconds | undefined {
  if (hasEnded(room)) return lengthOf(room);
  const read = origins.figures;
  if (read === undefined || origins.room === undefined) return lengthOf(room);
  if (isTogether(read, origins.room, undefined)) return lengthOf(room);
  return room.status === 'live' &&
    room.startedAt !== undefined &&
    toSeconds(read.at) > room.startedAt
    ? seconds(toSeconds(read.at) - room.startedAt)
    : undefined;
}

/** The same in hours: what rates per hour of the LIVE in view rest on. */
export function coveredHours(session: Pick<Session, 'room' | 'origins'>): number | undefined {
  const length = coveredLength(session);
  return length === undefined ? undefined : length / HOUR_SECONDS;
}

const toSeconds = (at: UnixMs): number => at / 1000;
