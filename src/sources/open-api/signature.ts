import { createHmac, timingSafeEqual } from 'node:crypto';

/** What of a request is signed. */
export interface SignedRequest {
  /** Without host and query. */
  readonly path: string;
  /** As they are, not encoded for an address. */
  readonly query: Readonly<Record<string, string>>;
  /** The very bytes that are sent; of a multipart body none. */
  readonly body?: string;
}

const unsigned: ReadonlySet<string> = new Set(['sign', 'access_token']);

/**
 * The signature of a request: HMAC-SHA256 by the app's secret, in lowercase hex, over path, parameters in
 * the order of their names (by code unit, as other signers do) and body, between the secret twice.
 * Source: TikTok's page "Sign your API request".
 */
export function signatureOf({ path, query, body = '' }: SignedRequest, secret: string): string {
  const parameters = Object.keys(query)
    .filter((name) => !unsigned.has(name))
    .sort()
    .map((name) => `${name}${query[name]}`)
    .join('');
  const message = `${secret}${path}${parameters}${body}${secret}`;
  return createHmac('sha256', secret).update(message).digest('hex');
}

/** Whether a signature is that of the request, in a time that tells nothing of it. */
export function isSignedBy(request: SignedRequest, secret: string, sign: string): boolean {
  const [expected, given] = [Buffer.from(signatureOf(request, secret)), Buffer.from(sign)];
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** How far a request's timestamp may lie before and after the server's clock, in seconds. */
export const clockWindow = { before: 300, after: 30 } as const;
