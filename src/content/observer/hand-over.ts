import { MAX_BODY, MAX_REQUEST, MAX_URL, type Observed } from '../../platform/observed.ts';
import { OBSERVED_EVENT } from '../events.ts';

/** An answer's text and its request's, still being read. Undefined where it can't or mustn't be read. */
export interface BodyReading {
  readonly url: string;
  readonly status: number;
  readonly request: string | undefined | Promise<string | undefined>;
  readonly body: string | undefined | Promise<string | undefined>;
}

/**
 * Hands a copy to the launcher once it is read, in a task of its own so that the page's handlers go
 * first. Never throws; a copy that is too long or isn't JSON is dropped.
 */
export async function handOver({ url, status, ...reading }: BodyReading): Promise<void> {
  try {
    const [body, request] = await Promise.all([reading.body, reading.request]);
    if (body === undefined || body.length > MAX_BODY || url.length > MAX_URL) return;
    if (!/^\s*[[{]/.test(body)) return;
    const copy: Observed = {
      url,
      status,
      body,
      ...(request === undefined || request.length > MAX_REQUEST ? {} : { request }),
    };
    await scheduler.postTask(() => {
      document.dispatchEvent(new CustomEvent(OBSERVED_EVENT, { detail: JSON.stringify(copy) }));
    });
  } catch {
    // The page went on without its answer (aborted, cut off): there is nothing to hand over.
  }
}
