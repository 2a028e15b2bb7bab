import type { IncomingHttpHeaders } from 'node:http';

/** One request as the demo's rooms see it: already read to its end. */
export interface DemoRequest {
  /** Unix milliseconds by the demo's clock. */
  readonly at: number;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** One answer before any fault has been laid over it. */
export interface DemoAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** A JSON answer that no cache keeps. */
export function json(value: unknown, status = 200): DemoAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify(value),
  };
}

/** A plain sentence with an HTTP status. */
export function plain(
  status: number,
  body: string,
  headers: Record<string, string> = {},
): DemoAnswer {
  return {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    },
    body,
  };
}

/** A 302 to another path of the same host. */
export function redirect(to: string, headers: Record<string, string> = {}): DemoAnswer {
  return {
    status: 302,
    headers: { location: to, 'cache-control': 'no-store', ...headers },
    body: '',
  };
}

/** 304 in place of a file whose mark the request names already. */
export function unlessKnown(
  { headers }: Pick<DemoRequest, 'headers'>,
  answer: DemoAnswer,
): DemoAnswer {
  const { etag } = answer.headers;
  const known = etag !== undefined && headers['if-none-match'] === etag;
  return known ? { status: 304, headers: answer.headers, body: '' } : answer;
}
