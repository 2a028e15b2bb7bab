import type { LauncherFetched } from '../platform/protocol.ts';
import { analyticsAddress } from './analytics-address.ts';

const TIMEOUT_MS = 20_000;

/**
 * Asks an analytics endpoint of the page's own origin as the page would, with its cookies. Never
 * throws. A redirect isn't followed (it leads to the sign-in page) and is answered as status 302;
 * other paths than analytics endpoints are refused as aborted.
 */
export async function sameOriginFetch(
  path: string,
  body: string,
  life: AbortSignal,
): Promise<LauncherFetched> {
  const url = analyticsAddress(path, location.origin);
  if (url === undefined) return { ok: false, reason: 'aborted' };
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      credentials: 'include',
      redirect: 'manual',
      headers: { 'content-type': 'application/json' },
      signal: AbortSignal.any([life, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    const redirected = response.type === 'opaqueredirect';
    return {
      ok: true,
      status: redirected ? 302 : response.status,
      url: response.url || url,
      type: response.headers.get('content-type') ?? '',
      body: redirected ? '' : await bodyOf(response),
    };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

/** The body; empty, which no reader takes for an answer, where the connection ended in its middle. */
async function bodyOf(response: Response): Promise<string> {
  try {
    return await response.text();
  } catch (error) {
    if (reasonOf(error) === 'offline') return '';
    throw error;
  }
}

function reasonOf(error: unknown): 'offline' | 'timeout' | 'aborted' {
  const name = error instanceof Error ? error.name : '';
  if (name === 'TimeoutError') return 'timeout';
  return name === 'AbortError' ? 'aborted' : 'offline';
}
