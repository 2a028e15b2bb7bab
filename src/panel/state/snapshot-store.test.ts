import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { failed, fault, ok, type Result } from '../../metrics/fault.ts';
import { type Snapshot, SnapshotSchema } from '../../metrics/snapshot.ts';
import type { ArchiveNews } from '../../platform/archive-news.ts';
import type { ask } from '../../platform/ask.ts';
import type { Replies, Verb } from '../../platform/protocol.ts';
import { createSnapshotStore, newestOf } from './snapshot-store.ts';

const snapshot = (last: number, which: Snapshot['which'] = 'shop'): Snapshot =>
  v.parse(SnapshotSchema, {
    id: `00000000-0000-4000-8000-00000000000${last}`,
    which,
    version: 4,
    takenAt: last,
    reason: 'update',
    rooms: 6,
    bytes: 120_000,
  });

/** A worker that answers what the test has it answer, and remembers what it was asked. */
function worker(answers: Partial<Record<Verb, Result<unknown>>>) {
  const asked: { verb: Verb; request: unknown }[] = [];
  const hearers: ((news: ArchiveNews) => void)[] = [];
  const isReply = <V extends Verb>(_verb: V, value: unknown): value is Result<Replies[V]> =>
    value !== undefined;
  const send: typeof ask = async (verb, request) => {
    asked.push({ verb, request });
    const reply = answers[verb];
    return isReply(verb, reply) ? reply : failed(fault('bad-message'));
  };
  const listen = (hear: (news: ArchiveNews) => void) => {
    hearers.push(hear);
    return () => undefined;
  };
  return { asked, hearers, store: createSnapshotStore({ ask: send, listen }), answers };
}

describe('the snapshots', () => {
  it('are read, and the newest of an archive is found', async () => {
    const all = [snapshot(3, 'sample'), snapshot(2), snapshot(1)];
    const { store } = worker({ 'snapshot.list': ok({ snapshots: all }) });
    expect(store.view.value.known).toBe(false);
    await store.read();
    expect(store.view.value).toMatchObject({ snapshots: all, known: true });
    expect(newestOf(all, 'shop')).toBe(all[1]);
  });

  it('are restored one at a time, and the way back is named', async () => {
    const { store, asked } = worker({
      'snapshot.list': ok({ snapshots: [snapshot(1)] }),
      'snapshot.restore': ok({ before: snapshot(2) }),
    });
    const restoring = store.restore(snapshot(1));
    expect(store.view.value.busy).toBe(snapshot(1).id);
    await Promise.all([restoring, store.restore(snapshot(1))]);
    expect(asked.filter(({ verb }) => verb === 'snapshot.restore')).toEqual([
      { verb: 'snapshot.restore', request: { which: 'shop', id: snapshot(1).id } },
    ]);
    expect(store.view.value).toMatchObject({
      restored: { snapshot: snapshot(1), before: snapshot(2) },
      busy: undefined,
    });
    store.dismiss();
    expect(store.view.value.restored).toBeUndefined();
  });

  it('say why one could not be restored, until something else is done', async () => {
    const { store, answers } = worker({
      'snapshot.list': ok({ snapshots: [] }),
      'snapshot.restore': failed(fault('snapshot-gone')),
      'snapshot.drop': ok({}),
    });
    await store.restore(snapshot(1));
    expect(store.view.value).toMatchObject({ fault: { code: 'snapshot-gone' }, busy: undefined });
    expect(store.view.value.restored).toBeUndefined();
    await store.drop(snapshot(1));
    expect(store.view.value.fault).toBeUndefined();
    answers['snapshot.list'] = failed(fault('storage-broken'));
    await store.read();
    expect(store.view.value.fault?.code).toBe('storage-broken');
  });

  it('are read again when one was taken, or another window restored one', async () => {
    const { store, asked, hearers } = worker({ 'snapshot.list': ok({ snapshots: [] }) });
    for (const hear of hearers) hear({ kind: 'restored' });
    expect(asked).toEqual([]);
    await store.read();
    for (const hear of hearers) hear({ kind: 'restored' });
    for (const hear of hearers) hear({ kind: 'snapshots' });
    for (const hear of hearers) hear({ kind: 'ledger' });
    expect(asked).toHaveLength(3);
  });
});
