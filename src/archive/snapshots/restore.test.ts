import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { unixMs } from '../../metrics/time.ts';
import { SNAPSHOTS, scratchName } from '../names.ts';
import { roomA, roomB, START, views } from '../parts.fixture.ts';
import { writeReleased } from '../released/released.fixture.ts';
import { dropSnapshot, listSnapshots } from './database.ts';
import {
  clearAll,
  dump,
  name,
  old,
  plantStore,
  taken,
  version,
  versionNow,
  worker,
} from './snapshots.fixture.ts';
import { takeSnapshot } from './take.ts';

afterEach(async () => {
  vi.restoreAllMocks();
  await clearAll();
});

describe('a migration that fails', () => {
  it('changes nothing, and is not tried again and again', async () => {
    await writeReleased(name, 1, plantStore);
    const before = await dump(name);
    const { archives, fault } = worker();
    const opening = vi.spyOn(indexedDB, 'open');
    expect(await fault()).toBe('migration-failed');
    const openings = opening.mock.calls.length;
    expect(await fault()).toBe('migration-failed');
    expect(opening).toHaveBeenCalledTimes(openings);
    expect(await versionNow()).toBe(1);
    expect(await dump(name)).toEqual(before);
    expect(await archives.open('shop')).toMatchObject({ fault: { retryable: false } });
  });

  it('takes no second snapshot of the same data in the next worker', async () => {
    await writeReleased(name, 1, plantStore);
    expect(await worker().fault()).toBe('migration-failed');
    const first = await taken();
    expect(await worker().fault()).toBe('migration-failed');
    expect(await taken()).toEqual(first);
    expect(first).toHaveLength(1);
  });

  it('is mended by restoring the snapshot, with all that was kept', async () => {
    await writeReleased(name, 3, (database) => void database.createObjectStore('pictures'));
    const { archives, open, fault } = worker();
    expect(await fault()).toBe('migration-failed');
    const [snapshot] = await listSnapshots();
    if (snapshot === undefined) throw new Error('there is no snapshot');
    const restored = await archives.restore('shop', snapshot.id);
    expect(restored).toMatchObject({ ok: true, value: { id: snapshot.id } });
    const archive = await open();
    expect(await archive.rooms()).toHaveLength(6);
    expect(await archive.pinned()).toHaveLength(2);
    expect((await archive.session(roomA))?.figures.gmv).toMatchObject({
      money: { amount: '2607080' },
    });
    expect(await versionNow()).toBe(version);
    expect([...(await indexedDB.databases())].map((one) => one.name)).not.toContain(
      scratchName('shop'),
    );
  });
});

describe('a restore', () => {
  it('brings back the archive of then, and its undo the one of before', async () => {
    const { archives, open } = worker();
    const archive = await open();
    await archive.store(views(roomA, 1, START), START);
    const then = await takeSnapshot({ which: 'shop', reason: 'update' });
    if (then === undefined) throw new Error('there is no snapshot');
    await archive.store(views(roomB, 2, START), START);
    await archive.changeSettings({ versus: 'best' });
    const now = await dump(name);

    const restored = await archives.restore('shop', then.id);
    if (!restored.ok || restored.value === undefined) throw new Error('it was not restored');
    // The same archive goes on: who holds it needs no new one.
    expect((await archive.rooms()).map(({ id }) => id)).toEqual([roomA]);
    expect((await archive.settings()).versus).toBe('usual');

    expect(await archives.restore('shop', restored.value.id)).toMatchObject({ ok: true });
    expect(await dump(name)).toEqual(now);
  });

  it('lets what is written meanwhile wait, and loses none of it', async () => {
    const { archives, open } = worker();
    const archive = await open();
    await archive.store(views(roomA, 1, START), START);
    const then = await takeSnapshot({ which: 'shop', reason: 'update' });
    if (then === undefined) throw new Error('there is no snapshot');
    for (let turns = 0; turns < 40; turns += 1) {
      const restoring = archives.restore('shop', then.id);
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      await archive.store(views(roomB, 2 + turns, START), START);
      const restored = await restoring;
      const now = (await archive.rooms()).length;
      // It came either before, and is in the snapshot of that, or into the restored archive.
      const before = restored.ok ? restored.value?.rooms : 0;
      expect([now, before]).toEqual(now === 2 ? [2, 1] : [1, 2]);
      await archives.restore('shop', then.id);
    }
  });

  it('leaves packed lists behind, which are written anew for what it brought', async () => {
    const { archives, open } = worker();
    const archive = await open();
    await archive.store(views(roomA, 1, START), START);
    await archive.rooms();
    const then = await takeSnapshot({ which: 'shop', reason: 'update' });
    if (then === undefined) throw new Error('there is no snapshot');
    const later = unixMs(START + 1);
    const listed = async () => (await archive.rooms()).map(({ figures }) => figures.views?.value);
    for (const [bring, counted] of [
      [archives.restore, 1],
      [archives.merge, 2],
    ] as const) {
      await archive.store(views(roomA, 2, later), later);
      expect(await listed()).toEqual([2]);
      expect(await bring('shop', then.id)).toMatchObject({ ok: true });
      expect((await dump(name)).lists).toEqual([]);
      expect(await listed()).toEqual([counted]);
      expect((await dump(name)).lists).not.toEqual([]);
    }
  });

  it('never pushes out the snapshot that it restores', async () => {
    const { archives, open } = worker();
    const archive = await open();
    const ids = [];
    for (let count = 1; count <= 5; count += 1) {
      await archive.store(views(roomA, count, START), START);
      vi.spyOn(Date, 'now').mockReturnValue(START + count);
      const one = await takeSnapshot({ which: 'shop', reason: 'update' });
      if (one !== undefined) ids.push(one.id);
    }
    await archive.store(views(roomA, 9, START), START);
    const [oldest] = ids;
    if (oldest === undefined) throw new Error('there is no snapshot');
    await archives.restore('shop', oldest);
    expect((await archive.session(roomA))?.figures.views?.value).toBe(1);
    expect(await taken()).toContain(oldest);
    expect(await taken()).toHaveLength(5);
  });

  it('of a snapshot that is gone or damaged changes nothing and says so', async () => {
    await writeReleased(name, old);
    const { archives, open } = worker();
    const archive = await open();
    const [snapshot] = await listSnapshots();
    if (snapshot === undefined) throw new Error('there is no snapshot');
    await archive.store(views(roomB, 7, START), START);
    const before = await dump(name);
    const raw = await openDB(SNAPSHOTS);
    const chunk = await raw.get('chunks', [snapshot.id, 0]);
    await raw.put('chunks', { ...chunk, values: chunk.values.slice(1) }, [snapshot.id, 0]);
    const gone = { ok: false, fault: { code: 'snapshot-gone' } };
    expect(await archives.restore('shop', snapshot.id)).toMatchObject(gone);
    raw.close();
    await dropSnapshot(snapshot.id);
    expect(await archives.restore('shop', snapshot.id)).toMatchObject(gone);
    expect(await dump(name)).toEqual(before);
    expect(await archive.rooms()).toHaveLength(6);
  });

  it('is completed by the next opening when the worker was killed in the middle of it', async () => {
    await writeReleased(name, old);
    const first = worker();
    const archive = await first.open();
    const [snapshot] = await listSnapshots();
    if (snapshot === undefined) throw new Error('there is no snapshot');
    await archive.store(views(roomB, 7, START), START);
    // Killed once the restored archive is whole, before the other one's records are all in it.
    const put = IDBObjectStore.prototype.put;
    let writes = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...record
    ) {
      if (this.transaction.db.name === name && this.name === 'rooms' && ++writes > 2) {
        throw new DOMException('killed', 'AbortError');
      }
      return put.apply(this, record);
    });
    expect((await first.archives.restore('shop', snapshot.id)).ok).toBe(false);
    vi.restoreAllMocks();
    archive.close();
    const again = await worker().open();
    expect(await again.rooms()).toHaveLength(6);
    expect((await again.session(roomB))?.figures.views).toBeUndefined();
    expect(await again.pinned()).toHaveLength(2);
  });

  it('that was interrupted before it was whole leaves the archive as it was', async () => {
    await writeReleased(name, old);
    await writeReleased(scratchName('shop'), 2);
    const archive = await worker().open();
    expect(await archive.pinned()).toHaveLength(2);
    expect((await indexedDB.databases()).map((one) => one.name)).not.toContain(scratchName('shop'));
  });

  it('of a snapshot that a newer build wrote changes nothing and says so', async () => {
    await writeReleased(name, old);
    const { archives, open } = worker();
    const archive = await open();
    const raw = await openDB(SNAPSHOTS);
    const [snapshot] = await raw.getAll('snapshots');
    await raw.put('snapshots', { ...snapshot, version: version + 1 });
    raw.close();
    expect(await archives.restore('shop', snapshot.id)).toMatchObject({
      fault: { code: 'storage-newer' },
    });
    expect(await archive.rooms()).toHaveLength(6);
  });
});
