import { coveredLength, endOf } from '../live/length.ts';
import type { Session } from '../session.ts';
import { completeFigures } from './complete-figures.ts';
import type { CompletionContext } from './quantity.ts';

/** What stands beside the figures of a session while others are worked out from them. */
export function completionContextOf(session: Session): CompletionContext {
  return {
    length: coveredLength(session),
    endedAt: endOf(session.room),
    own: session.comparisons.own,
  };
}

/** The session with the figures added that follow from those it has; see completeFigures. */
export function completeSession(session: Session): Session {
  return { ...session, figures: completeFigures(session.figures, completionContextOf(session)) };
}
