import { MAX_BODY, MAX_REQUEST, MAX_URL, type Observed } from '../../platform/observed.ts';

/** What becomes of the page's answers. */
export interface Hearing {
  /** Whether an answer from an address is wanted at all, now. */
  readonly wants: (url: string) => boolean;
  readonly take: (observed: Observed) => void;
}

/** An answer's text and its request's, still being read. Undefined where it can't or mustn't be read. */
export interface BodyReading {
  readonly url: string;
  readonly status: number;
  readonly request: string | undefined | Promise<string | undefined>;
  readonly body: string | undefined | Promise<string | undefined>;
}

/**
 * Has an answer taken once it is read, in a task of its own so that the page's handlers go
 * first. Never throws; one that is too long or isn't JSON is dropped.
 */
export async function hear(
  { take }: Hearing,
  { url, status, ...reading }: BodyReading,
): Promise<void> {
  try {
    const [body, request] = await Promise.all([reading.body, reading.request]);
    if (body === undefined || body.length > MAX_BODY || url.length > MAX_URL) return;
    if (!/^\s*[[{]/.test(body)) return;
    const isShort = request !== undefined && request.length <= MAX_REQUEST;
    const observed = { url, status, body, ...(isShort ? { request } : {}) };
    await scheduler.postTask(() => take(observed));
  } catch {
    // The page went on without its answer (aborted, cut off): there is nothing to hear.
  }
}
