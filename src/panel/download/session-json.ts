import type { Session } from '../../metrics/session.ts';

/**
 * A LIVE as a session file: all that is known of it with where each part came from, as *Add export files*
 * takes it back and the terminal reads it. Verdicts aren't in it: they are worked out anew from it.
 */
export function sessionJson(session: Session): string {
  return `${JSON.stringify({ session }, null, 1)}\n`;
}
