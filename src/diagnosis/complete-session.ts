import type { Session } from '../metrics/session.ts';
import { currencyOf } from './currency.ts';
import { completeFigures } from './derive.ts';
import { hoursOf } from './length.ts';

/** The session with the figures added that follow from those it has; see derive.ts. */
export function completeSession(session: Session): Session {
  const origin =
    session.origins.figures ??
    Object.values(session.figures).find((figure) => figure !== undefined)?.origin;
  if (origin === undefined) return session;
  const around = { hours: hoursOf(session.room), currency: currencyOf(session), origin };
  return { ...session, figures: completeFigures(session.figures, around) };
}
