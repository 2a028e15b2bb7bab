import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import { PinnedSchema } from '../metrics/board/pinned.ts';
import { openShop } from './archive.fixture.ts';
import { openArchive } from './archive.ts';
import { connect } from './database.ts';
import { migrations } from './migrations/list.ts';
import { databaseName, SNAPSHOTS } from './names.ts';
import { roomA, roomB, START, views } from './parts.fixture.ts';
import { releasedVersions, writeReleased } from './released/released.fixture.ts';
import { faultOfStorage } from './storage-error.ts';

const name = databaseName('shop');
const version = migrations.length;
const pinned = v.parse(PinnedSchema, {
  kind: 'factor',
  id: '00000000-0000-4000-8000-000000000009',
  pinnedAt: 1,
  factor: 'stay',
  rank: 'a0',
  tags: ['host'],
  note: 'Greet by name.',
  status: 'to-try',
  room: { room: roomA, figures: {} },
});

afterEach(async () => {
  await deleteDB(name);
  await deleteDB(SNAPSHOTS);
});

describe('migrations', () => {
  it.each(releasedVersions)('keep what version %i held, and bring what it lacked', async (from) => {
    await writeReleased(name, from);
    const archive = await openShop();
    expect((await archive.rooms()).map(({ id }) => id)).toHaveLength(6);
    const session = await archive.session(roomA);
    expect(session?.figures.gmv).toMatchObject({ money: { amount: '2607080', currency: 'VND' } });
    expect(session?.products).toHaveLength(8);
    expect(Object.keys(await archive.answered(roomA))).toContain('core/stats');
    expect(await archive.revisions(roomA)).toHaveLength(3);
    const { versus, hosts } = await archive.settings();
    expect([versus, hosts[roomA]?.length]).toEqual(['usual', from >= 2 ? 1 : undefined]);
    expect(await archive.ledger()).toHaveLength(from >= 2 ? 2 : 0);
    const kept = [archive.feeds(), archive.slices(), archive.pinned(), archive.plans()];
    expect((await Promise.all(kept)).map(({ length }) => length)).toEqual(
      from >= 3 ? [1, 1, 2, 1] : [0, 0, 0, 0],
    );
    expect(session?.figures.averageViewDurationPerView?.value).toBe(23.139973);
    expect(session?.figures.averageViewDuration).toBeUndefined();
    const accounts = (await archive.rooms()).map(({ room }) => room.accountHandle ?? 'unknown');
    expect(accounts.toSorted()).toEqual([
      'example.second',
      ...Array.from({ length: 4 }, () => 'examplecosmetics'),
      'unknown',
    ]);
    expect(session?.room.accountHandle).toBe('examplecosmetics');
    const running = (await archive.session(roomB))?.room;
    expect(running).toMatchObject({
      accountId: '7355581262502900000',
      creator: { id: running?.accountId },
    });
    // An answer that comes later lies over what was answered before, account included.
    await archive.store({ room: { id: roomA, title: 'again' } }, START);
    expect((await archive.room(roomA))?.room.accountHandle).toBe('examplecosmetics');
    const tells = [
      ...(from < 5 ? ['migration_accounts'] : []),
      ...(from < 6 ? ['migration_durations'] : []),
      ...(from < 7 ? ['migration_oneReference'] : []),
    ];
    const upgrade = await archive.upgrade();
    if (tells.length === 0) expect(upgrade).toBeUndefined();
    else expect(upgrade).toMatchObject({ from, to: version, tells });
    await archive.forgetUpgrade();
    expect(await archive.upgrade()).toBeUndefined();
    expect((await archive.pictures([roomA])).size).toBe(from >= 4 ? 1 : 0);
    await archive.pin(pinned);
    expect(await archive.pinned()).toContainEqual(pinned);
    // Found by what earlier versions kept of it.
    const findable = await archive.findable();
    expect(findable).toHaveLength(6);
    const [found] = await archive.findable([roomA]);
    expect(found).toMatchObject({ title: session?.room.title, order: session?.room.startedAt });
    expect(found?.products?.split('\n')).toHaveLength(8);
    expect((await archive.notes()).map(({ at }) => at)).toEqual(
      from >= 10 ? [undefined, 2_530] : [],
    );
    expect(await archive.imports()).toHaveLength(from >= 9 ? 1 : 0);
    archive.close();
  });
});

describe('a database of a newer build', () => {
  it('is left as it is, with a fault that says so', async () => {
    const newer = await openDB(name, version + 1, {
      upgrade: (database) => void database.createObjectStore('plans'),
    });
    await newer.put('plans', 'kept', 'key');
    newer.close();
    const opened = await openArchive();
    expect(opened.ok ? undefined : opened.fault.code).toBe('storage-newer');
    const again = await openDB(name, version + 1);
    expect(await again.get('plans', 'key')).toBe('kept');
    again.close();
  });

  it('may be made while this build has the old one open, which then asks for a reload', async () => {
    const archive = await openShop();
    const newer = await openDB(name, version + 1);
    await expect(archive.rooms()).rejects.toMatchObject({ fault: { code: 'extension-updated' } });
    newer.close();
    archive.close();
  });
});

describe('a record that cannot be read', () => {
  it('is set aside with its reason, and breaks nothing', async () => {
    const archive = await openShop();
    await archive.store(views(roomA, 1, START), START);
    await archive.store(views(roomB, 2, START), START);
    const raw = await openDB(name);
    await raw.put('rooms', { id: roomA, order: 5, figures: 'gone' });
    await raw.put('details', { id: roomA });
    expect((await archive.rooms()).map(({ id }) => id)).toEqual([roomB]);
    expect(await archive.session(roomA)).toBeUndefined();
    expect(await raw.getAll('broken')).toMatchObject([
      { store: 'rooms', key: roomA, record: { figures: 'gone' } },
      { store: 'details', key: roomA },
    ]);
    await archive.store({ room: { id: roomA, title: 'again' } }, START);
    expect((await archive.session(roomA))?.figures.views?.value).toBe(1);
    expect(await archive.rooms()).toHaveLength(2);
    raw.close();
    archive.close();
  });
});

describe('a closed archive', () => {
  it('rejects instead of opening itself again', async () => {
    const connected = await connect('shop');
    if (!connected.ok) throw new Error(connected.fault.code);
    connected.value.close();
    await expect(connected.value.database()).rejects.toMatchObject({ fault: { code: 'internal' } });
  });
});

describe('faults of the database', () => {
  it('tell a full disk from a broken database and from a mistake of ours', () => {
    const thrown = (name: string) => faultOfStorage(new DOMException('x', name)).code;
    expect(thrown('QuotaExceededError')).toBe('storage-full');
    expect(thrown('UnknownError')).toBe('storage-broken');
    expect(faultOfStorage(new TypeError('x')).code).toBe('internal');
  });
});
