import { type Fault, failed, fault, ok, type Result } from '../../metrics/fault.ts';
import { type FeedAddress, originPattern } from '../../metrics/feed/feed.ts';
import { browser } from '../../platform/browser.ts';
import { now } from '../../platform/current-time.ts';
import { shopArchive } from '../archives.ts';
import type { DataGeneration } from '../data-generation.ts';
import { freshMs, retryMs } from './freshness.ts';

const TIMEOUT_MS = 20_000;
const LONGEST_ETAG = 200;
/** Types that hold JSON; plain text too, as code hosts serve every file so. */
const jsonTypes = /^(?:application\/(?:[\w.-]+\+)?json|text\/plain)\s*(?:;|$)/i;

export interface FeedQuestion {
  readonly address: FeedAddress;
  /** Most bytes that are taken. */
  readonly most: number;
  /** The mark of the answer that is known, so that the same isn't sent again. */
  readonly etag?: string | undefined;
}

/** What an address answered: as long as it is fresh, in milliseconds, and what was read of it unless it was the same as before. */
export interface FeedAnswer<T> {
  readonly freshMs: number;
  readonly read?: { readonly value: T; readonly etag?: string };
}

/** A failure, and how long the feed asks to be left alone, in milliseconds. */
interface Refusal {
  readonly ok: false;
  readonly fault: Fault;
  readonly waitMs?: number;
}

type Answered<T> = { readonly ok: true; readonly value: FeedAnswer<T> } | Refusal;

/**
 * Asks a feed for one file and reads it: without cookies, without a referrer, not to be led
 * elsewhere, no more bytes than wanted. Each request is written to the ledger. Faults:
 * `feed-not-allowed`, `offline`, `timeout`, `feed-down`, `feed-missing`, `feed-redirected`,
 * `feed-too-large`, `feed-other-file`, and those of `read`.
 */
export async function askFeed<T>(
  question: FeedQuestion,
  read: (text: string) => Result<T>,
  generation: DataGeneration,
): Promise<Answered<T>> {
  const origins = [originPattern(question.address)];
  if (!(await browser.permissions.contains({ origins }))) return failed(fault('feed-not-allowed'));
  if (!navigator.onLine) return failed(fault('offline', 'navigator.onLine'));
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, generation.signal, AbortSignal.timeout(TIMEOUT_MS)]);
  try {
    const response = await fetch(question.address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
      cache: 'no-store',
      headers: question.etag === undefined ? {} : { 'if-none-match': question.etag },
      signal,
    });
    const answer = await answerIn(response, question, read);
    await note(
      generation,
      question,
      answer.ok ? String(response.status) : outcomeOf(response, answer),
    );
    return answer;
  } catch (error) {
    const reason = faultOfFeed(error);
    await note(generation, question, reason.code);
    return failed(reason);
  } finally {
    // What is left of an answer that was too long, or that nobody wants any more, isn't downloaded.
    stop.abort();
  }
}

async function answerIn<T>(
  response: Response,
  { most, etag: known }: FeedQuestion,
  read: (text: string) => Result<T>,
): Promise<Answered<T>> {
  const { status, headers, type } = response;
  if (type === 'opaqueredirect') return failed(fault('feed-redirected'));
  const fresh = freshMs(headers.get('cache-control'));
  if (status === 304 && known !== undefined) return ok({ freshMs: fresh });
  if (status !== 200) {
    const waitMs = retryMs(headers.get('retry-after'), now());
    const code = status === 404 || status === 410 ? 'feed-missing' : 'feed-down';
    const reason = fault(code, `HTTP ${status}`);
    return { ok: false, fault: reason, ...(waitMs === undefined ? {} : { waitMs }) };
  }
  const contentType = headers.get('content-type') ?? '';
  if (!jsonTypes.test(contentType)) return failed(fault('feed-other-file', contentType));
  const text = await textOf(response, most);
  if (!text.ok) return text;
  const value = read(text.value);
  if (!value.ok) return value;
  const etag = headers.get('etag');
  const mark = etag === null || etag.length > LONGEST_ETAG ? {} : { etag };
  return ok({ freshMs: fresh, read: { value: value.value, ...mark } });
}

/** A body as text, counted while it comes: its announced length may be wrong, and it unpacks to more. */
async function textOf({ body }: Response, most: number): Promise<Result<string>> {
  const reader = body?.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const part = await reader?.read();
    if (part?.value === undefined) break;
    size += part.value.length;
    if (size > most) return failed(fault('feed-too-large', `more than ${most} bytes`));
    parts.push(part.value);
  }
  const bytes = await new Blob(parts).arrayBuffer();
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return failed(fault('feed-other-file', 'not UTF-8'));
  }
}

function outcomeOf({ status }: Response, { fault: { code } }: Refusal): string {
  return status === 200 || status === 0 ? code : String(status);
}

/** Why a request to a host that isn't Seller Center's came to nothing: `timeout`, else `feed-down`. */
export function faultOfFeed(error: unknown): Fault {
  const late = error instanceof Error && error.name === 'TimeoutError';
  return fault(late ? 'timeout' : 'feed-down', String(error));
}

/** A ledger that can't be written must not keep an answer from the seller. */
async function note(
  generation: DataGeneration,
  { address }: FeedQuestion,
  outcome: string,
): Promise<void> {
  const { host, pathname } = new URL(address);
  await shopArchive()
    .then((archive) =>
      generation.write(() =>
        archive.record({ at: now(), host, path: pathname, via: 'worker', outcome }),
      ),
    )
    .catch(() => undefined);
}
