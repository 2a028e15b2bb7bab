import { MAX_BODY, MAX_REQUEST, MAX_URL, type Observed } from '../../platform/observed.ts';
import { analyticsAddress } from '../analytics-address.ts';

/**
 * Reads what arrives from the page's world, where any script may have written it; undefined when it
 * isn't a copy of an analytics answer of this page's origin within the limits.
 */
export function checkObserved(detail: unknown, page: string): Observed | undefined {
  // Escaping at most doubles real answers; longer text isn't worth parsing.
  if (typeof detail !== 'string' || detail.length > 2 * MAX_BODY) return undefined;
  const value = parse(detail);
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('url' in value) || !('status' in value) || !('body' in value)) return undefined;
  const { url, status, body } = value;
  if (typeof url !== 'string' || url.length > MAX_URL) return undefined;
  if (analyticsAddress(url, page) !== url) return undefined;
  if (typeof status !== 'number' || !(status >= 100 && status < 600)) return undefined;
  if (typeof body !== 'string' || body.length > MAX_BODY) return undefined;
  const request = 'request' in value ? value.request : undefined;
  if (request === undefined) return { url, status, body };
  if (typeof request !== 'string' || request.length > MAX_REQUEST) return undefined;
  return { url, request, status, body };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
