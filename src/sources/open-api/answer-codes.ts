/** What to do about an answer that is no success. */
export type CodeKind =
  /** Ask again later, slower. */
  | 'too-many'
  /** The server's own trouble: ask again a few times. */
  | 'server'
  /** The access token has run out or isn't known any more: get another. */
  | 'token'
  /** The app may not read this, or the token is of another kind. */
  | 'scope'
  | 'token-kind'
  /** The app's secret is another, or the clock is wrong. */
  | 'signature'
  | 'cipher'
  /** The question was refused. */
  | 'parameter'
  /** A code that nobody knows. */
  | 'unknown';

const kinds: Readonly<Record<number, CodeKind>> = {
  36009002: 'too-many',
  36009003: 'server',
  36009007: 'server',
  66009315: 'server',
  98001001: 'server',
  105001: 'token',
  105002: 'token',
  105005: 'scope',
  36009005: 'token-kind',
  101000: 'token-kind',
  1010000: 'token-kind',
  106001: 'signature',
  106013: 'cipher',
  36009004: 'parameter',
  28001022: 'parameter',
  36009009: 'parameter',
  36009010: 'parameter',
  36009022: 'parameter',
  36009023: 'parameter',
};

/**
 * What an answer's status and code ask for; undefined for a success. The code alone decides where it
 * is known: a success of HTTP may hold an error, and an error of HTTP a code that says more.
 */
export function kindOfAnswer(status: number, code: number | undefined): CodeKind | undefined {
  const known = code === undefined ? undefined : kinds[code];
  if (known !== undefined) return known;
  if (status === 429) return 'too-many';
  if (status >= 500) return 'server';
  return code === 0 && status >= 200 && status < 300 ? undefined : 'unknown';
}
