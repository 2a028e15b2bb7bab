import { type Fault, failed, fault, type Result } from '../metrics/fault.ts';
import { browser, isAlive } from './browser.ts';
import type { Envelope, OnceVerb, Replies, Request, Verb } from './protocol.ts';

/**
 * The verbs that must not be sent twice, as their definitions say: a list of names, because the
 * definitions would bring what checks the messages into every page that asks.
 */
const once: Readonly<Record<OnceVerb, true>> = {
  'page.at': true,
  'page.observed': true,
  'page.panel': true,
  'panel.set': true,
  'history.start': true,
  'history.order': true,
  'tab.open': true,
  'snapshot.restore': true,
  'snapshot.merge': true,
  'plan.end': true,
  'feed.drop': true,
};
const isOnce = (verb: Verb): boolean => Object.hasOwn(once, verb);

/**
 * Sends one message to the worker. Never throws: a worker that died is asked once more where that
 * is harmless, and an extension that was updated under the page is told apart.
 */
export async function ask<V extends Verb>(
  verb: V,
  request: Request<V>,
): Promise<Result<Replies[V]>> {
  const first = await send(verb, request);
  if (first.ok || first.fault.code !== 'worker-gone' || isOnce(verb)) return first;
  return send(verb, request);
}

async function send<V extends Verb>(verb: V, request: Request<V>): Promise<Result<Replies[V]>> {
  if (!isAlive()) return failed(fault('extension-updated'));
  const envelope: Envelope = { app: 'live-diagnosis', verb, request };
  try {
    const reply: unknown = await browser.runtime.sendMessage(envelope);
    if (isReply<V>(reply)) return reply;
    return failed(fault('worker-gone', 'no reply'));
  } catch (error) {
    return failed(faultOf(error));
  }
}

function faultOf(error: unknown): Fault {
  const detail = error instanceof Error ? error.message : String(error);
  return detail.includes('context invalidated')
    ? fault('extension-updated', detail)
    : fault('worker-gone', detail);
}

function isReply<V extends Verb>(reply: unknown): reply is Result<Replies[V]> {
  return (
    typeof reply === 'object' && reply !== null && 'ok' in reply && typeof reply.ok === 'boolean'
  );
}
