import * as v from 'valibot';
import { isAddress } from '../../metrics/address.ts';
import { failed, fault, ok, type Result } from '../../metrics/fault.ts';
import { isAnalyticsPath } from '../../platform/analytics-path.ts';
import { browser, type Tabs } from '../../platform/browser.ts';
import { now } from '../../platform/current-time.ts';
import { hosts } from '../../platform/hosts.ts';
import { MAX_BODY } from '../../platform/observed.ts';
import type { LauncherCommand } from '../../platform/protocol.ts';
import type { Answer } from '../../sources/seller-center/envelope.ts';
import type { Transport } from '../../sources/seller-center/transport.ts';
import { shopArchive } from '../archives.ts';
import { currentGeneration, type DataGeneration } from '../data-generation.ts';
import { lastAnswers } from './last-answers.ts';

type Asked = Parameters<Transport>[0];
type Answered = Result<Required<Answer>>;

const TIMEOUT_MS = 20_000;
/** A launcher answers within its own 20 s; a tab that says nothing by then was frozen by the browser. */
const TAB_PATIENCE_MS = 22_000;

const FetchedSchema = v.variant('ok', [
  v.object({
    ok: v.literal(true),
    status: v.number(),
    url: v.string(),
    type: v.string(),
    body: v.pipe(v.string(), v.maxLength(MAX_BODY)),
  }),
  v.object({ ok: v.literal(false), reason: v.picklist(['offline', 'timeout', 'aborted']) }),
]);

/**
 * Sends one request to Seller Center: through an open tab of the host where one answers, as its page
 * would, else from the worker with the seller's cookies. Each is written to the ledger. Faults:
 * `not-allowed`, `offline`, `timeout`, `malformed` (an answer too long), `internal` (no known host, or
 * no analytics path).
 */
export const send: Transport = async (request) => {
  const { host, path } = request;
  const generation = currentGeneration();
  if (!isTarget(addressOf(request))) {
    return failed(fault('internal', `no target ${host}${path}`));
  }
  const allowed = await browser.permissions.contains({ origins: [`https://${host}/*`] });
  if (!allowed) return failed(fault('not-allowed', host));
  if (!navigator.onLine) return failed(fault('offline', 'navigator.onLine'));
  const through = await sendThroughTab(request);
  if (through !== undefined) {
    await note(generation, request, 'tab', through);
    return through;
  }
  const direct = await sendFromWorker(request);
  await note(generation, request, 'worker', direct);
  return direct;
};

/** Whether an address, as the browser reads it, asks one of the known hosts for figures of LIVEs. */
function isTarget(address: string): boolean {
  if (!isAddress(address)) return false;
  const { host, pathname } = new URL(address);
  return hosts.some((known) => known === host) && isAnalyticsPath(pathname);
}

/** Undefined when no tab took the request or the page went away under it. */
async function sendThroughTab(request: Asked): Promise<Answered | undefined> {
  const order: LauncherCommand = {
    app: 'live-diagnosis',
    order: 'fetch',
    path: addressOf(request).replace(`https://${request.host}`, ''),
    body: request.body,
  };
  const tabs = await browser.tabs.query({ url: `https://${request.host}/*`, discarded: false });
  const recentFirst = tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  for (const tab of recentFirst) {
    const { id } = tab;
    if (id === undefined || isFrozen(tab) || request.signal?.aborted === true) continue;
    const reply = await replyOf(id, order);
    const fetched = v.safeParse(FetchedSchema, reply);
    if (!fetched.success) continue;
    if (fetched.output.ok) {
      const { status, url, type, body } = fetched.output;
      return ok({ status, url, type, body });
    }
    const { reason } = fetched.output;
    if (reason !== 'aborted') return failed(fault(reason, 'through a tab'));
  }
  return undefined;
}

/** A frozen tab takes messages, and reads them only when the seller comes back to it. */
function isFrozen(tab: Tabs.Tab): boolean {
  return 'frozen' in tab && tab.frozen === true;
}

/** What the launcher of a tab answers; undefined where there is none, or where it doesn't answer. */
function replyOf(tab: number, order: LauncherCommand): Promise<unknown> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), TAB_PATIENCE_MS);
    browser.tabs
      .sendMessage(tab, order)
      .then(resolve, () => resolve(undefined))
      .finally(() => clearTimeout(timer));
  });
}

/** A redirect isn't followed: it leads to the sign-in page, on a host that may not be readable. */
async function sendFromWorker(request: Asked): Promise<Answered> {
  const address = addressOf(request);
  const limit = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(address, {
      method: 'POST',
      body: request.body,
      credentials: 'include',
      redirect: 'manual',
      headers: { 'content-type': 'application/json' },
      signal: request.signal === undefined ? limit : AbortSignal.any([limit, request.signal]),
    });
    if (response.type === 'opaqueredirect') {
      return ok({ status: 302, url: address, type: '', body: '' });
    }
    const body = await response.text().catch((error: unknown) => {
      if (isLate(error)) throw error;
      return undefined;
    });
    if (body === undefined) return failed(fault('malformed', 'cut off'));
    if (body.length > MAX_BODY) return failed(fault('malformed', `${body.length} characters`));
    const type = response.headers.get('content-type') ?? '';
    return ok({ status: response.status, url: response.url || address, type, body });
  } catch (error) {
    return failed(fault(isLate(error) ? 'timeout' : 'offline', String(error)));
  }
}

function isLate(error: unknown): boolean {
  return error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');
}

function addressOf({ host, path, query }: Asked): string {
  return `https://${host}${path}${query === '' ? '' : `?${query}`}`;
}

/** Holds the answer and writes the ledger, which must not keep the answer from the seller if it can't be. */
async function note(
  generation: DataGeneration,
  request: Asked,
  via: 'tab' | 'worker',
  answered: Answered,
): Promise<void> {
  const { host, path, room } = request;
  if (answered.ok && !generation.signal.aborted) {
    lastAnswers.hold(addressOf(request), request.body, answered.value.body);
  }
  const outcome = answered.ok ? String(answered.value.status) : answered.fault.code;
  const entry = { at: now(), host, path, ...(room === undefined ? {} : { room }), via, outcome };
  await shopArchive()
    .then((archive) => generation.write(() => archive.record(entry)))
    .catch(() => undefined);
}
