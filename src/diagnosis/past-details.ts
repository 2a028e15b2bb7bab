import { coveredHours, spanOf } from '../metrics/live/length.ts';
import type { Session } from '../metrics/session.ts';
import type { PastSources } from './course/mix.ts';
import { currencyOf } from './currency.ts';
import type { PastTimeline } from './pace/curve.ts';
import type { PastDetails } from './timeline-report.ts';

/** Earlier LIVEs that a mix is held against, latest first: enough for a usual mix, few enough to read at once. */
export const MIX_LIVES = 20;

/** Earlier LIVEs that a running one is held against, latest first: enough for quartiles, few enough to read at once. */
export const PACE_LIVES = 30;

/**
 * What earlier LIVEs say beyond their figures.
 *
 * @param sessions latest first
 */
export function pastDetailsOf(sessions: readonly Session[]): PastDetails {
  const timed = sessions.filter(({ room }) => spanOf(room) !== undefined);
  return {
    sources: sessions.slice(0, MIX_LIVES).flatMap((session) => pastSourcesOf(session) ?? []),
    timelines: timed.slice(0, PACE_LIVES).flatMap((session) => pastTimelineOf(session) ?? []),
  };
}

/** What an earlier LIVE says of its sources and products; undefined where it isn't known how long it ran. */
export function pastSourcesOf(session: Session): PastSources | undefined {
  const hours = coveredHours(session);
  return hours === undefined ? undefined : sourcesOver(session, hours);
}

/** What a LIVE says of its sources and products over the hours that its figures cover. */
export function sourcesOver(session: Session, hours: number): PastSources {
  const currency = currencyOf(session);
  const { sources, products } = session;
  return {
    hours,
    ...(currency === undefined ? {} : { currency }),
    ...(sources === undefined ? {} : { sources }),
    ...(products === undefined ? {} : { products }),
  };
}

/** The trend of an earlier LIVE; undefined where it has none, or it isn't known when it ran. */
export function pastTimelineOf(session: Session): PastTimeline | undefined {
  const { timeline, room } = session;
  const span = spanOf(room);
  if (timeline === undefined || span === undefined) return undefined;
  const currency = currencyOf(session);
  return {
    startedAt: span.from,
    endedAt: span.to,
    timeline,
    ...(currency === undefined ? {} : { currency }),
  };
}
