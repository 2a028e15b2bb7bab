import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tell } from '../../archive/news.ts';
import { failed, fault, ok } from '../../metrics/fault.ts';
import { seconds } from '../../metrics/time.ts';
import type { ask } from '../../platform/ask.ts';
import { NOW, roomId, settle, testPorts } from '../state/ports.fixture.ts';
import { createNoteStore, type NoteStore } from './note-store.ts';

const [room, other] = [roomId(1), roomId(2)];
let world: Awaited<ReturnType<typeof testPorts>>;
let store: NoteStore;
let isDown = false;

beforeEach(async () => {
  isDown = false;
  world = await testPorts();
  store = createNoteStore({ ...world.ports, ask: worker });
  await store.read('shop', room);
});
afterEach(() => world.close());

/** Asks as the panel does; the archive answers in the worker's place. */
const worker: typeof ask = async (verb, request) => {
  const reply = world.ports.ask(verb, request);
  const asked = world.asked.pop();
  asked?.answer(isDown ? failed(fault('worker-gone')) : await answered(asked.verb, request));
  return reply;
};

/** The store of a test before this one still hears news, of an archive that is closed. */
const gone = () => failed(fault('worker-gone'));

async function answered(verb: string, request: unknown) {
  const told = Object(request);
  const { archive } = world;
  if (verb === 'note.list') {
    return archive.notes(told.room).then((notes) => ok({ notes }), gone);
  }
  if (verb === 'note.keep') return ok({ note: await archive.keepNote(told.note) });
  if (verb === 'note.drop') return ok(await archive.dropNote(told.id));
  const changed = await archive.changeNote(told.id, told.words, NOW, told.began);
  return changed.ok ? ok(changed.value === undefined ? {} : { note: changed.value }) : changed;
}

const words = () => store.view.value.notes.map((note) => note.words);

describe('the notes of the panel', () => {
  it('show those of the LIVE in view, in the order of their moments, as they are changed', async () => {
    await store.keep(room, ' Late ', seconds(600));
    await store.keep(room, 'Early', seconds(60));
    expect(words()).toEqual(['Early', 'Late']);
    const [early] = store.view.value.notes;
    if (early === undefined) throw new Error('there is no note');
    await store.change(early.id, 'Earlier', 'Early');
    expect(words()).toEqual(['Earlier', 'Late']);
    expect(await store.change(early.id, 'Mine', 'Early')).toMatchObject({
      fault: { code: 'changed-meanwhile' },
    });
    await store.read('shop', other);
    expect(words()).toEqual([]);
  });

  it('follow another window, and offer back what it removed with what was written over it', async () => {
    await store.keep(room, 'Here', undefined);
    const [note] = store.view.value.notes;
    if (note === undefined) throw new Error('there is no note');
    await world.archive.changeNote(note.id, 'There', NOW);
    await settle(() => words()[0] === 'There');
    await world.archive.dropNote(note.id);
    expect(await store.change(note.id, 'Mine', 'There')).toMatchObject({
      fault: { code: 'note-gone' },
    });
    expect(store.dropped.value?.words).toBe('Mine');
    await store.undo();
    expect(words()).toEqual(['Mine']);
  });

  it('come back when their removal is taken back, and stay where it failed', async () => {
    await store.keep(room, 'Here', seconds(60));
    const before = store.view.value.notes;
    const [note] = before;
    if (note === undefined) throw new Error('there is no note');
    isDown = true;
    expect(await store.drop(note.id)).toMatchObject({ fault: { code: 'worker-gone' } });
    expect([words(), store.dropped.value]).toEqual([['Here'], undefined]);
    isDown = false;
    await store.drop(note.id);
    expect([words(), store.dropped.value]).toEqual([[], note]);
    await store.undo();
    expect([store.view.value.notes, store.dropped.value]).toEqual([before, undefined]);
  });

  it('keep what is being written with its LIVE, and as a note when the panel goes away', async () => {
    store.begin(room, 'list');
    store.write(room, { words: 'Half a thou', at: '0:10:00' });
    await store.read('shop', other);
    store.begin(other, 'timeline', '1:00:00');
    await store.read('shop', room);
    expect(store.drafts.value.get(room)).toEqual({
      words: 'Half a thou',
      at: '0:10:00',
      where: 'list',
    });
    store.leave();
    await settle(() => words().length === 1);
    expect(store.view.value.notes).toMatchObject([{ words: 'Half a thou', at: 600 }]);
    expect(store.drafts.value.size).toBe(0);
    expect(await world.archive.notes(other)).toEqual([]);
  });

  it('keep what is being written through a restore and a look at the sample shop', async () => {
    store.begin(room, 'list');
    store.write(room, { words: 'Half a thou' });
    tell({ kind: 'restored' });
    await store.read('sample', room);
    expect(store.drafts.value.size).toBe(0);
    await store.read('shop', room);
    expect(store.drafts.value.get(room)?.words).toBe('Half a thou');
    tell({ kind: 'forgotten' });
    expect(store.drafts.value.size).toBe(0);
  });

  it('come back with what was written last when they are removed in the same breath', async () => {
    await store.keep(room, 'Old', undefined);
    const [note] = store.view.value.notes;
    if (note === undefined) throw new Error('there is no note');
    const changing = store.change(note.id, 'New', 'Old');
    await store.drop(note.id);
    await changing;
    expect(store.dropped.value?.words).toBe('New');
    await store.change(note.id, 'Newest', 'New');
    expect(store.dropped.value?.words).toBe('Newest');
    await store.undo();
    expect(words()).toEqual(['Newest']);
  });

  it('that could not be read are read when that is tried again', async () => {
    isDown = true;
    await store.read('shop', other);
    expect(store.view.value).toMatchObject({ known: false, fault: { code: 'worker-gone' } });
    isDown = false;
    await store.retry();
    expect(store.view.value).toEqual({ notes: [], known: true });
  });
});
