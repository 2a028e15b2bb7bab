import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { roomA, roomB, START } from '../../archive/parts.fixture.ts';
import { ProductIdSchema } from '../../metrics/ids.ts';
import { type LiveNote, NoteSchema } from '../../metrics/note.ts';
import { unixSeconds } from '../../metrics/time.ts';
import type { Request, Verb } from '../../platform/protocol.ts';
import { archives, shopArchive } from '../archives.ts';
import { senders } from '../browser.fixture.ts';
import { handlers } from '../messaging/handlers.ts';
import { route } from '../messaging/router.ts';

const memory = await vi.hoisted(async () =>
  (await import('../browser.fixture.ts')).memoryBrowser(),
);
vi.mock('../../platform/browser.ts', async () => ({ browser: memory }));

const ask = <V extends Verb>(verb: V, request: Request<V>, sender = senders.panelTab()) =>
  route({ app: 'live-diagnosis', verb, request }, sender, handlers);
const which = 'shop';
const note: LiveNote = v.parse(NoteSchema, {
  id: '00000000-0000-4000-8000-000000000001',
  room: roomA,
  at: 2_530,
  words: 'The lamp fell over',
  writtenAt: START,
  changedAt: START,
});

afterEach(async () => {
  await archives.deleteAll();
});

describe('notes', () => {
  it('are kept, changed and removed by the panel alone', async () => {
    expect(await ask('note.keep', { which, note })).toEqual({ ok: true, value: { note } });
    const change = { which, id: note.id, words: 'The lamp held', began: note.words } as const;
    expect(await ask('note.change', change)).toMatchObject({ value: { note: { at: 2_530 } } });
    expect(await ask('note.list', { which, room: roomA })).toMatchObject({
      value: { notes: [{ words: 'The lamp held' }] },
    });
    expect(await ask('note.change', { ...change, words: 'Other' })).toMatchObject({
      fault: { code: 'changed-meanwhile' },
    });
    expect(await ask('note.drop', { which, id: note.id })).toEqual({ ok: true, value: {} });
    expect(await ask('note.change', change)).toEqual({ ok: true, value: {} });
    expect(await ask('note.list', { which, room: roomA }, senders.page())).toMatchObject({
      fault: { code: 'bad-message' },
    });
    expect(await ask('note.keep', { which, note: { ...note, words: ' ' } })).toMatchObject({
      fault: { code: 'bad-message' },
    });
  });
});

const FoundSchema = v.object({
  value: v.object({ lives: v.array(v.object({ id: v.string() })) }),
});

describe('looking for a LIVE', () => {
  const found = async (typed: string) => {
    const reply = v.parse(FoundSchema, await ask('room.find', { which, typed }));
    return reply.value.lives.map(({ id }) => id);
  };

  it('follows all that is told of LIVEs, their presenters and notes', async () => {
    const archive = await shopArchive();
    await archive.store({ room: { id: roomA, title: 'Night sale' } }, START);
    expect(await found('night')).toEqual([roomA]);
    await archive.store({ room: { id: roomB, title: 'Night two' } }, START);
    const id = v.parse(ProductIdSchema, '1729384756');
    await archive.store({ room: { id: roomA }, products: [{ id, name: 'Linen shirt' }] }, START);
    expect(await found('night')).toEqual([roomB, roomA]);
    expect(await found('linen')).toEqual([roomA]);
    await ask('note.keep', { which, note });
    expect(await found('lamp')).toEqual([roomA]);
    await archive.changeSettings({
      hosts: { [roomB]: [{ name: 'Minh', startedAt: unixSeconds(START / 1000) }] },
    });
    expect(await found('minh')).toEqual([roomB]);
    await archive.forget();
    expect(await found('night')).toEqual([]);
  });
});
