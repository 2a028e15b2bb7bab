import type { Session } from '../../metrics/session.ts';
import type { UnixSeconds } from '../../metrics/time.ts';
import { isSameStart } from '../same-start.ts';

/**
 * A LIVE without what TikTok's own comparison tells in it of certain earlier LIVEs. They stand there
 * without room ids, so they are known by their start.
 */
export function withoutLives(session: Session, starts: readonly UnixSeconds[]): Session {
  if (starts.length === 0) return session;
  const isKept = ({ startedAt }: { readonly startedAt: UnixSeconds }): boolean =>
    !starts.some((start) => isSameStart(start, startedAt));
  const own = Object.fromEntries(
    Object.entries(session.comparisons.own).map(([metric, comparison]) => [
      metric,
      { ...comparison, past: comparison.past.filter(isKept) },
    ]),
  );
  return { ...session, comparisons: { ...session.comparisons, own } };
}
