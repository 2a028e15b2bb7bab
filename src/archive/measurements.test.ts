import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArchiveNews } from '../platform/archive-news.ts';
import { openArchive } from './archive.ts';
import { FINAL, importId, row, tiktokId } from './imports/imports.fixture.ts';
import { measuredOf } from './measurements.fixture.ts';
import { databaseName } from './names.ts';
import { hearNews } from './news.ts';
import { roomA, roomB } from './parts.fixture.ts';
import type { Archive } from './types.ts';

let archive: Archive;
beforeEach(async () => {
  const opened = await openArchive('shop');
  if (!opened.ok) throw new Error(opened.fault.code);
  archive = opened.value;
});
afterEach(async () => {
  archive.close();
  await deleteDB(databaseName('shop'));
});

describe('what was measured of a recording', () => {
  it('is kept by LIVE, in place of what was before, and told of', async () => {
    const heard: ArchiveNews[] = [];
    const stop = hearNews((news) => heard.push(news));
    await archive.keepMeasures(measuredOf(roomA, { complete: false, sounds: [] }));
    await archive.keepMeasures(measuredOf(roomA));
    expect(await archive.measures([roomB, roomA])).toEqual([measuredOf(roomA)]);
    expect(heard).toEqual(new Array(2).fill({ kind: 'measures', room: roomA }));
    stop();
  });

  it('stays whole until what is measured anew is whole too', async () => {
    await archive.keepMeasures(measuredOf(roomA));
    await archive.keepMeasures(measuredOf(roomA, { complete: false, sounds: [] }));
    expect(await archive.measures([roomA])).toEqual([measuredOf(roomA)]);
    await archive.keepMeasures(measuredOf(roomA, { source: 'file' }));
    expect(await archive.measures([roomA])).toEqual([measuredOf(roomA, { source: 'file' })]);
  });

  it('goes with everything else that is deleted', async () => {
    await archive.keepMeasures(measuredOf(roomA));
    await archive.forget();
    expect(await archive.measures([roomA])).toEqual([]);
  });

  it('follows its LIVE to the real id, and goes with a LIVE whose import is taken back', async () => {
    const live = row({ gmv: '500' });
    await archive.stageImport(importId(1), [live], FINAL);
    await archive.commitImport(importId(1), [{ name: 'july.xlsx', lives: 1 }], FINAL);
    const standIn = live.session.room.id;
    await archive.keepMeasures(measuredOf(standIn, { source: 'file' }));
    const real = row({ id: tiktokId(1) }).session;
    await archive.store({ room: real.room, figures: real.figures, origins: real.origins }, FINAL);
    expect(await archive.measures([standIn, tiktokId(1)])).toEqual([
      measuredOf(tiktokId(1), { source: 'file' }),
    ]);

    const other = row({ start: 90_000 });
    await archive.stageImport(importId(2), [other], FINAL);
    await archive.commitImport(importId(2), [{ name: 'july.xlsx', lives: 1 }], FINAL);
    await archive.keepMeasures(measuredOf(other.session.room.id));
    await archive.undoImport(importId(2), FINAL);
    expect(await archive.measures([other.session.room.id])).toEqual([]);
  });

  it('stays where what can’t be read names its LIVE, at its place or set aside', async () => {
    await archive.keepMeasures(measuredOf(roomA));
    await archive.keepMeasures(measuredOf(roomB));
    const raw = await openDB(databaseName('shop'));
    await raw.put('notes', { id: 'of another version', about: { live: roomA } });
    raw.close();
    await archive.sweepMeasures();
    expect(await archive.measures([roomA, roomB])).toEqual([measuredOf(roomA)]);
    expect(await archive.notes()).toEqual([]);
    await archive.sweepMeasures();
    expect(await archive.measures([roomA])).toEqual([measuredOf(roomA)]);
  });

  it('is set aside where it can’t be read and nothing tells of its LIVE', async () => {
    const raw = await openDB(databaseName('shop'));
    await raw.put('measures', { room: roomA, version: 99 });
    await archive.sweepMeasures();
    const [there, aside] = await Promise.all([raw.getAll('measures'), raw.getAll('broken')]);
    raw.close();
    expect(there).toEqual([]);
    expect(aside).toMatchObject([{ store: 'measures', key: roomA, record: { version: 99 } }]);
  });
});
