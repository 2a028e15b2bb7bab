import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SNAPSHOTS } from '../names.ts';
import { roomA, roomB, START, views } from '../parts.fixture.ts';
import {
  makeReleased,
  recordsOf,
  releasedVersions,
  writeReleased,
} from '../released/released.fixture.ts';
import { dropSnapshot, listSnapshots } from './database.ts';
import {
  clearAll,
  closeAll,
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

describe('a snapshot before an upgrade', () => {
  it.each(releasedVersions.filter((one) => one < version))(
    'holds all that version %i kept',
    async (from) => {
      await writeReleased(name, from);
      const before = await dump(name);
      await worker().open();
      const [snapshot, ...others] = await listSnapshots();
      expect(others).toEqual([]);
      expect(snapshot).toMatchObject({ which: 'shop', version: from, reason: 'update', rooms: 6 });
      expect(snapshot?.bytes).toBeGreaterThan(100_000);
      expect(await inSnapshot(snapshot?.id)).toEqual(before);
      expect(Object.keys(before).toSorted()).toEqual(Object.keys(recordsOf(from)).toSorted());
    },
  );

  it('is taken once when several contexts open the archive at the same time', async () => {
    await writeReleased(name, 2);
    const archives = await Promise.all([worker().open(), worker().open(), worker().open()]);
    for (const archive of archives) expect(await archive.rooms()).toHaveLength(6);
    expect(await listSnapshots()).toHaveLength(1);
  });

  it('is not taken of a new archive, of an empty one, or of one that is up to date', async () => {
    const archive = await worker().open();
    archive.close();
    await worker().open();
    expect(await listSnapshots()).toEqual([]);
    closeAll();
    await deleteDB(name);
    (await makeReleased(name, 3)).close();
    expect(await (await worker().open()).rooms()).toEqual([]);
    expect(await listSnapshots()).toEqual([]);
  });

  it('that finds no room leaves the archive at its version, says so, and is tried again', async () => {
    await writeReleased(name, old);
    const before = await dump(name);
    const put = IDBObjectStore.prototype.put;
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...record
    ) {
      if (this.name === 'chunks') throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, record);
    });
    const { open, fault } = worker();
    expect(await fault()).toBe('snapshot-full');
    expect(await versionNow()).toBe(old);
    expect(await dump(name)).toEqual(before);
    expect(await listSnapshots()).toEqual([]);
    full.mockRestore();
    expect(await (await open()).rooms()).toHaveLength(6);
    expect(await listSnapshots()).toHaveLength(1);
  });

  it('that is read back differently is none, and nothing is upgraded', async () => {
    await writeReleased(name, old);
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      value,
      key,
    ) {
      const spoilt = this.name === 'chunks' ? { ...value, values: [] } : value;
      return put.call(this, spoilt, key);
    });
    expect(await worker().fault()).toBe('snapshot-failed');
    expect(await versionNow()).toBe(old);
    expect(await listSnapshots()).toEqual([]);
  });

  it('of which the worker was killed half way is never offered, and cleared away by the next', async () => {
    await writeReleased(name, old);
    await worker().open();
    const half = await openDB(SNAPSHOTS);
    const [whole] = await half.getAll('snapshots');
    await half.put('snapshots', {
      ...whole,
      id: UUID,
      complete: false,
      takenAt: whole.takenAt + 1,
    });
    await half.put('chunks', { store: 'rooms', keys: [], values: [] }, [UUID, 0]);
    half.close();
    expect(await taken()).toEqual([whole.id]);

    const archive = await worker().open();
    await archive.store(views(roomA, 8, START), START);
    await takeSnapshot({ which: 'shop', reason: 'restore' });
    const after = await openDB(SNAPSHOTS);
    expect((await after.getAllKeys('snapshots')).includes(UUID)).toBe(false);
    expect(await after.get('chunks', [UUID, 0])).toBeUndefined();
    after.close();
  });
});

describe('the snapshots that are kept', () => {
  it('are the last five; older ones go once the newest is whole', async () => {
    const archive = await worker().open();
    const ids: unknown[] = [];
    for (let count = 1; count <= 7; count += 1) {
      await archive.store(views(roomA, count, START), START);
      vi.spyOn(Date, 'now').mockReturnValue(START + count);
      ids.push((await takeSnapshot({ which: 'shop', reason: 'update' }))?.id);
    }
    expect(await taken()).toEqual(ids.slice(-5).reverse());
    const raw = await openDB(SNAPSHOTS);
    const chunks = new Set(
      (await raw.getAllKeys('chunks')).map((key) => String(key).split(',')[0]),
    );
    raw.close();
    expect([...chunks].toSorted()).toEqual(ids.slice(-5).toSorted());
  });

  it('are one where nothing was changed since the last', async () => {
    const archive = await worker().open();
    await archive.store(views(roomA, 1, START), START);
    const first = await takeSnapshot({ which: 'shop', reason: 'update' });
    expect((await takeSnapshot({ which: 'shop', reason: 'restore' }))?.id).toBe(first?.id);
    await archive.changeSettings({ versus: 'best' });
    expect((await takeSnapshot({ which: 'shop', reason: 'restore' }))?.id).not.toBe(first?.id);
    expect(await listSnapshots()).toHaveLength(2);
  });

  it('hold no packed lists, so that reading a list makes no new one', async () => {
    const archive = await worker().open();
    await archive.store(views(roomA, 1, START), START);
    const first = await takeSnapshot({ which: 'shop', reason: 'update' });
    expect(await archive.rooms()).toHaveLength(1);
    expect((await dump(name)).lists).not.toEqual([]);
    expect((await takeSnapshot({ which: 'shop', reason: 'week' }))?.id).toBe(first?.id);
    await archive.store(views(roomB, 2, START), START);
    await archive.rooms();
    const second = await takeSnapshot({ which: 'shop', reason: 'week' });
    expect(Object.keys(await inSnapshot(second?.id))).toEqual(
      expect.not.arrayContaining(['lists']),
    );
    expect(await inSnapshot(second?.id)).toMatchObject({ rooms: [{ id: roomA }, { id: roomB }] });
  });

  it('go one by one, and all of them when everything is deleted', async () => {
    await writeReleased(name, old);
    const { archives, open } = worker();
    const archive = await open();
    await archive.store(views(roomA, 1, START), START);
    await takeSnapshot({ which: 'shop', reason: 'restore' });
    const [newest, oldest] = await listSnapshots();
    if (newest === undefined || oldest === undefined) throw new Error('a snapshot is missing');
    await dropSnapshot(newest.id);
    expect(await taken()).toEqual([oldest.id]);
    await archives.deleteAll();
    expect(await taken()).toEqual([]);
    expect(await archive.rooms()).toEqual([]);
  });

  it('go with an archive that cannot be opened when everything is deleted', async () => {
    await writeReleased(name, 1, plantStore);
    const { archives, open, fault } = worker();
    expect(await fault()).toBe('migration-failed');
    await archives.deleteAll();
    expect(await taken()).toEqual([]);
    expect(await (await open()).rooms()).toEqual([]);
  });
});

const UUID = '00000000-0000-4000-8000-00000000000f';

/** What a snapshot holds, by store. */
async function inSnapshot(id: string | undefined): Promise<Record<string, unknown[]>> {
  const raw = await openDB(SNAPSHOTS);
  const all: Record<string, unknown[]> = {};
  for (const key of await raw.getAllKeys('chunks')) {
    if (!Array.isArray(key) || key[0] !== id) continue;
    const { store, values } = await raw.get('chunks', key);
    all[store] = [...(all[store] ?? []), ...values];
  }
  raw.close();
  return all;
}
