import { MAX_BODY, MAX_REQUEST, MAX_URL, type Observed } from '../platform/observed.ts';

/**
 * An answer as one text, which needs no copy and no parsing on its way to the launcher: its status, the length of the
 * request (nothing where there is none) and the address in a line, then the request and the body as they are.
 */
export function writeObserved({ url, request, status, body }: Observed): string {
  return `${status} ${request?.length ?? ''} ${url}\n${request ?? ''}${body}`;
}

/**
 * Reads what arrives from the page's world, where any script may have written it; undefined when it isn't a copy of an
 * answer of the page's own origin within the limits. Whether it is about LIVEs the worker looks at.
 */
export function readObservedText(text: unknown, origin: string): Observed | undefined {
  if (typeof text !== 'string') return undefined;
  const [head, status, length, url] = /^([1-5]\d\d) (\d*) (\S+)\n/.exec(text) ?? [];
  if (head === undefined || url === undefined) return undefined;
  if (!url.startsWith(`${origin}/api/`) || url.length > MAX_URL) return undefined;
  const start = head.length + Number(length);
  const body = text.slice(start);
  if (start > text.length || body.length > MAX_BODY) return undefined;
  const observed = { url, status: Number(status), body };
  if (length === '') return observed;
  return Number(length) > MAX_REQUEST
    ? undefined
    : { ...observed, request: text.slice(head.length, start) };
}
