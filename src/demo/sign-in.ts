import { randomBytes } from 'node:crypto';
import { DAY_SECONDS } from '../metrics/time.ts';
import type { DemoRequest } from './exchange.ts';

const COOKIE = 'demo_session';
const WEEK_SECONDS = 7 * DAY_SECONDS;

/** Sign-in by cookie, one for each host as on the real site. */
export interface SignIn {
  readonly isSignedIn: (asked: Pick<DemoRequest, 'headers'>) => boolean;
  /** The Set-Cookie value that signs a host in; kept over a restart of the browser. */
  readonly cookie: string;
  /** The Set-Cookie value that signs a host out. */
  readonly noCookie: string;
}

export function signIn(): SignIn {
  const token = randomBytes(16).toString('hex');
  const attributes = 'Path=/; HttpOnly; Secure; SameSite=Lax';
  return {
    isSignedIn: ({ headers }) =>
      (headers.cookie ?? '').split(/;\s*/).includes(`${COOKIE}=${token}`),
    cookie: `${COOKIE}=${token}; Max-Age=${WEEK_SECONDS}; ${attributes}`,
    noCookie: `${COOKIE}=; Max-Age=0; ${attributes}`,
  };
}

/** Where to go after signing in: a path of the same host, or the list of LIVEs. */
export function nextPath(next: string | null): string {
  const local = next !== null && /^\/(?![/\\])/.test(next);
  return local ? next : '/compass/live-analysis';
}
