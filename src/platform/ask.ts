import { type Fault, failed, fault, type Result } from '../metrics/fault.ts';
import { browser, isAlive } from './browser.ts';
import type { Envelope, Replies, Request, Verb } from './protocol.ts';

/** Verbs that may be sent twice without harm, so that a worker killed in between still answers. */
const idempotent = new Set<Verb>([
  'panel.place',
  'room.fetch',
  'rooms.fetch',
  'room.latest',
  'settings.set',
  'archive.session',
  'archive.room',
  'archive.rooms',
  'archive.settings',
  'archive.ledger',
  'archive.upgrade',
  'archive.upgrade-read',
  'archive.forget',
  'snapshot.list',
  'snapshot.drop',
  'pinned.list',
  'pinned.add',
  'pinned.change',
  'pinned.drop',
  'pinned.pictures',
  'plan.list',
  'plan.add',
  'plan.change',
  'plan.drop',
  'feed.list',
  'feed.add',
  'feed.restore',
  'feed.refresh',
  'feed.category',
]);

/**
 * Sends one message to the worker. Never throws: a worker that died is asked once more where that
 * is harmless, and an extension that was updated under the page is told apart.
 */
export async function ask<V extends Verb>(
  verb: V,
  request: Request<V>,
): Promise<Result<Replies[V]>> {
  const first = await send(verb, request);
  if (first.ok || first.fault.code !== 'worker-gone' || !idempotent.has(verb)) return first;
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
