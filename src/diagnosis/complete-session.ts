import { completeFigures } from '../metrics/complete/complete-figures.ts';
import type { Session } from '../metrics/session.ts';
import { HOUR_SECONDS } from '../metrics/time.ts';
import { hoursOf } from './length.ts';

/** The session with the figures added that follow from those it has; see completeFigures. */
export function completeSession(session: Session): Session {
  const { figures, room, comparisons } = session;
  const hours = hoursOf(room);
  return {
    ...session,
    figures: completeFigures(figures, {
      length: hours === undefined ? undefined : hours * HOUR_SECONDS,
      endedAt: room.endedAt,
      own: comparisons.own,
    }),
  };
}
