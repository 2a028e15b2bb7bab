import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LiveNote, NoteSchema } from '../metrics/note.ts';
import type { ArchiveNews } from '../platform/archive-news.ts';
import { deleteShop, openShop } from './archive.fixture.ts';
import { BEGIN, FINAL, importId, row, tiktokId } from './imports/imports.fixture.ts';
import { hearNews } from './news.ts';
import { roomA, roomB, START, views } from './parts.fixture.ts';
import type { Archive } from './types.ts';

let archive: Archive;
beforeEach(async () => {
  archive = await openShop();
});
afterEach(() => deleteShop(archive));

/** The first, second, … note of a test. */
const note = (number: number, about: Partial<LiveNote> = {}): LiveNote =>
  v.parse(NoteSchema, {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    room: roomA,
    words: `Note ${number}`,
    writtenAt: START + number,
    changedAt: START + number,
    ...about,
  });

describe('notes', () => {
  it('stand by LIVE in the order of their moments, those on the whole LIVE first', async () => {
    await archive.keepNote(note(1, { at: v.parse(NoteSchema.entries.at, 2_530) }));
    await archive.keepNote(note(2));
    await archive.keepNote(note(3, { at: v.parse(NoteSchema.entries.at, 60) }));
    await archive.keepNote(note(4, { room: roomB }));
    const words = async (room?: typeof roomA) =>
      (await archive.notes(room)).map((one) => one.words);
    expect(await words(roomA)).toEqual(['Note 2', 'Note 3', 'Note 1']);
    expect(await words(roomB)).toEqual(['Note 4']);
    expect(await words()).toHaveLength(4);
  });

  it('never go over other words unasked', async () => {
    const kept = await archive.keepNote(note(1));
    const at = FINAL;
    expect(await archive.changeNote(kept.id, 'Here', at, 'Note 1')).toMatchObject({
      value: { words: 'Here', changedAt: at, writtenAt: kept.writtenAt },
    });
    expect(await archive.changeNote(kept.id, 'There', at, 'Note 1')).toMatchObject({
      fault: { code: 'changed-meanwhile' },
    });
    expect((await archive.notes(roomA))[0]?.words).toBe('Here');
    // A note that is put back stays as it is where it never went.
    expect((await archive.keepNote(kept)).words).toBe('Here');
  });

  it('are gone once dropped, come back as they were, and are told of', async () => {
    const heard: ArchiveNews[] = [];
    const stop = hearNews((news) => heard.push(news));
    const kept = await archive.keepNote(note(1));
    await archive.dropNote(kept.id);
    expect(await archive.changeNote(kept.id, 'There', FINAL)).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await archive.notes(roomA)).toEqual([]);
    await archive.keepNote(kept);
    expect(await archive.notes(roomA)).toEqual([kept]);
    expect(new Set(heard.map(({ kind }) => kind))).toEqual(new Set(['notes']));
    stop();
  });

  it('go with everything else that is deleted', async () => {
    await archive.keepNote(note(1));
    await archive.store(views(roomA, 1, START), START);
    await archive.forget();
    expect(await archive.notes()).toEqual([]);
    expect(await archive.findable()).toEqual([]);
  });
});

describe('a LIVE of a file with a note', () => {
  const imported = async (): Promise<typeof roomA> => {
    const live = row({ gmv: '500' });
    await archive.stageImport(importId(1), [live], FINAL);
    await archive.commitImport(importId(1), [{ name: 'july.xlsx', lives: 1 }], FINAL);
    return live.session.room.id;
  };

  it('keeps it when its real id turns up', async () => {
    const standIn = await imported();
    await archive.keepNote(note(1, { room: standIn }));
    const real = row({ id: tiktokId(1) }).session;
    await archive.store({ room: real.room, figures: real.figures, origins: real.origins }, FINAL);
    expect((await archive.rooms()).map(({ id }) => id)).toEqual([tiktokId(1)]);
    expect(await archive.notes(tiktokId(1))).toMatchObject([{ words: 'Note 1' }]);
    expect(await archive.notes(standIn)).toEqual([]);
    expect((await archive.findable()).map(({ id }) => id)).toEqual([tiktokId(1)]);
  });

  it('stays when the import is taken back, and goes without one', async () => {
    const standIn = await imported();
    const kept = await archive.keepNote(note(1, { room: standIn }));
    await archive.undoImport(importId(1), FINAL);
    expect(await archive.rooms()).toHaveLength(1);
    await archive.dropNote(kept.id);
    await archive.stageImport(importId(2), [row({ start: 90_000 })], FINAL);
    await archive.commitImport(importId(2), [{ name: 'july.xlsx', lives: 1 }], FINAL);
    await archive.undoImport(importId(2), FINAL);
    expect((await archive.findable()).map(({ id }) => id)).toEqual([standIn]);
  });
});

describe('what a LIVE is found by', () => {
  it('is written with it, from an answer and from a file', async () => {
    await archive.store({ room: { id: roomA, title: 'Night\nsale' } }, START);
    await archive.stageImport(importId(1), [row({ creator: 'shop.b' })], FINAL);
    await archive.commitImport(importId(1), [{ name: 'july.xlsx', lives: 1 }], FINAL);
    expect(await archive.findable([roomA, roomB])).toMatchObject([
      { id: roomA, title: 'Night sale' },
    ]);
    expect(await archive.findable()).toMatchObject([{ creator: 'shop.b', order: BEGIN }, {}]);
  });
});
