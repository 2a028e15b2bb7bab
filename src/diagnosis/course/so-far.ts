import type { Session } from '../../metrics/session.ts';
import { unixSeconds } from '../../metrics/time.ts';

/**
 * The session as if the LIVE had ended with its last whole interval, so that what is told of an
 * ended LIVE can be told of a running one; an ended one as it is. Where a running LIVE's length
 * isn't known, its newest interval counts as unfinished. Undefined where a running LIVE holds no
 * whole interval yet.
 */
export function soFar(session: Session): Session | undefined {
  const { startedAt, endedAt, duration, status } = session.room;
  if (status !== 'live' || endedAt !== undefined || startedAt === undefined) return session;
  const { timeline } = session;
  if (timeline === undefined) return undefined;
  const starts = timeline.series.flatMap(({ points }) => points.map(([at]) => at));
  const newest = starts.reduce((last, at) => Math.max(last, at), Number.NEGATIVE_INFINITY);
  const reached = Math.min(newest + timeline.interval, startedAt + (duration ?? Infinity));
  const whole = reached >= newest + timeline.interval && duration !== undefined;
  const until = whole ? reached : newest;
  return until > startedAt
    ? { ...session, room: { ...session.room, status: 'ended', endedAt: unixSeconds(until) } }
    : undefined;
}
