import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importId, row, tiktokId } from '../../archive/imports/imports.fixture.ts';
import { failed, fault, ok } from '../../metrics/fault.ts';
import { parseRoomId, type RoomId } from '../../metrics/ids.ts';
import type { ArchiveNews } from '../../platform/archive-news.ts';
import { NOW, roomId, settle, testPorts } from './ports.fixture.ts';
import { createRoomStore, type RoomStore, type RoomView } from './room-store.ts';

const first = roomId(1);
const second = roomId(2);
let world: Awaited<ReturnType<typeof testPorts>>;
let store: RoomStore;
let seen: RoomView[];

const keep = (id: RoomId, title: string) => world.archive.store({ room: { id, title } }, NOW);
const asks = (count: number) => settle(() => world.asked.length === count);
const title = () => store.view.value.session?.room.title;

beforeEach(async () => {
  world = await testPorts();
  store = createRoomStore(world.ports);
  seen = [];
  store.view.subscribe((view) => {
    seen.push(view);
  });
});
afterEach(() => world.close());

describe('the LIVE in view', () => {
  it('is painted from the archive before the worker answers', async () => {
    await keep(first, 'kept');
    void store.open(first, 'shop');
    await asks(1);
    expect(title()).toBe('kept');
    expect(store.view.value.busy).toBe('refreshing');
  });

  it('is asked for of nobody, where only a file without room ids tells of it', async () => {
    const nameless = parseRoomId('012345678901234567');
    if (nameless === undefined) throw new Error('not a room id');
    await keep(nameless, 'from a file');
    await store.open(nameless, 'shop');
    await store.refresh(true);
    expect(store.view.value).toMatchObject({ busy: 'no', session: { room: { id: nameless } } });
    expect(world.asked).toEqual([]);
  });

  it('says that it fetches while there is nothing to show', async () => {
    void store.open(first, 'shop');
    await asks(1);
    expect(store.view.value).toMatchObject({ id: first, busy: 'fetching' });
    expect(store.view.value.session).toBeUndefined();
  });

  it('is painted again when the answer is in the archive', async () => {
    await keep(first, 'old');
    void store.open(first, 'shop');
    await asks(1);
    await keep(first, 'new');
    world.asked[0]?.answer(ok({ room: first, outcome: 'partial', missing: ['source/new'] }));
    await settle(() => store.view.value.busy === 'no');
    expect(title()).toBe('new');
    expect(store.view.value.missing).toEqual(['source/new']);
  });

  it('is the same object where the answer says nothing new, so that nothing is worked out anew', async () => {
    await keep(first, 'kept');
    void store.open(first, 'shop');
    await asks(1);
    const before = store.view.value.session;
    world.asked[0]?.answer(ok({ room: first, outcome: 'fresh', missing: [] }));
    await settle(() => store.view.value.busy === 'no');
    expect(before).toBeDefined();
    expect(store.view.value.session).toBe(before);
  });

  it('is not read once more where nothing had to be asked for', async () => {
    await keep(first, 'kept');
    let reads = 0;
    const archive: typeof world.ports.archive = async (which) => {
      reads += 1;
      return world.ports.archive(which);
    };
    store = createRoomStore({ ...world.ports, archive });
    void store.open(first, 'shop');
    await asks(1);
    world.asked[0]?.answer(ok({ room: first, outcome: 'fresh', missing: [] }));
    await settle(() => store.view.value.busy === 'no');
    expect([reads, title()]).toEqual([1, 'kept']);
  });

  it('follows what the archive hears of it meanwhile', async () => {
    await keep(first, 'old');
    void store.open(first, 'shop');
    await asks(1);
    await keep(first, 'overheard');
    await settle(() => title() === 'overheard');
    expect(store.view.value.busy).toBe('refreshing');
  });

  it('is read once after the reading under way, however much is heard during it', async () => {
    await keep(first, 'old');
    let reads = 0;
    let goOn = (): void => {};
    const archive: typeof world.ports.archive = async (which) => {
      const opened = await world.ports.archive(which);
      if (!opened.ok) return opened;
      const session: typeof opened.value.session = async (id) => {
        reads += 1;
        if (reads === 2) await new Promise<void>((go) => (goOn = go));
        return opened.value.session(id);
      };
      return ok({ ...opened.value, session });
    };
    const news: ((told: ArchiveNews) => void)[] = [];
    const listen: typeof world.ports.listen = (hear) => {
      news.push(hear);
      return () => {};
    };
    store = createRoomStore({ ...world.ports, archive, listen });
    void store.open(first, 'shop');
    await asks(1);
    expect(reads).toBe(1);
    const tell = () => {
      for (const hear of news) hear({ kind: 'rooms', rooms: [first] });
    };
    tell();
    await settle(() => reads === 2);
    for (let more = 0; more < 5; more += 1) tell();
    await keep(first, 'new');
    goOn();
    await settle(() => title() === 'new');
    await settle(() => reads === 3);
    tell();
    await settle(() => reads === 4);
  });

  it('follows what is told of many LIVEs at once', async () => {
    await keep(first, 'old');
    void store.open(first, 'shop');
    await asks(1);
    const listed = [second, first].map((id) => ({ room: { id, title: 'listed' } }));
    await world.archive.storeAll(listed, NOW);
    await settle(() => title() === 'listed');
  });

  it.each(['store', 'storeAll', 'import'] as const)(
    'stays in view under its real id where a file told of it first (%s)',
    async (way) => {
      const standIn = row({ gmv: '500' });
      await world.archive.stageImport(importId(1), [standIn], NOW);
      await world.archive.commitImport(importId(1), [{ name: 'july.xlsx', lives: 1 }], NOW);
      await store.open(standIn.session.room.id, 'shop');
      expect(store.view.value.session).toBeDefined();

      const real = row({ id: tiktokId(1), file: 'august.xlsx' });
      const { room, figures, origins } = real.session;
      if (way === 'store') await world.archive.store({ room, figures, origins }, NOW);
      if (way === 'storeAll') await world.archive.storeAll([{ room, figures, origins }], NOW);
      if (way === 'import') {
        await world.archive.stageImport(importId(2), [real], NOW);
        await world.archive.commitImport(importId(2), [{ name: 'august.xlsx', lives: 1 }], NOW);
      }
      await asks(1);
      expect(world.asked[0]?.request).toEqual({ room: tiktokId(1) });
      expect(store.view.value).toMatchObject({ id: tiktokId(1), busy: 'refreshing' });
      expect(store.view.value.session?.room.id).toBe(tiktokId(1));
      expect(seen.flatMap(({ fault: said }) => said ?? [])).toEqual([]);
    },
  );

  it('is gone from view with the import that told of it', async () => {
    const live = row({ id: first });
    await world.archive.stageImport(importId(1), [live], NOW);
    await world.archive.commitImport(importId(1), [{ name: 'july.xlsx', lives: 1 }], NOW);
    void store.open(first, 'shop');
    await asks(1);
    world.asked[0]?.answer(failed(fault('unknown-room')));
    await settle(() => store.view.value.busy === 'no');
    expect(store.view.value.session).toBeDefined();
    await world.archive.undoImport(importId(1), NOW);
    await settle(() => store.view.value.session === undefined);
    expect(store.view.value).toEqual({
      id: first,
      busy: 'no',
      missing: [],
      fault: fault('room-gone'),
    });
  });

  it('is said to be gone where nothing is kept of one that only a file told of', async () => {
    const { id } = row().session.room;
    await store.open(id, 'shop');
    expect(store.view.value).toEqual({ id, busy: 'no', missing: [], fault: fault('room-gone') });
    expect(world.asked).toEqual([]);
  });

  it('keeps what is shown when the fetch fails, and says why', async () => {
    await keep(first, 'kept');
    void store.open(first, 'shop');
    await asks(1);
    world.asked[0]?.answer(failed(fault('signed-out')));
    await settle(() => store.view.value.busy === 'no');
    expect(title()).toBe('kept');
    expect(store.view.value.fault?.code).toBe('signed-out');
  });

  it('drops the fault over figures with the next try', async () => {
    await keep(first, 'kept');
    void store.open(first, 'shop');
    await asks(1);
    world.asked[0]?.answer(failed(fault('offline')));
    await settle(() => store.view.value.busy === 'no');
    void store.refresh(true);
    expect(store.view.value.fault).toBeUndefined();
    expect(world.asked[1]?.request).toEqual({ room: first, force: true });
  });

  it('says that nothing could be read of what the worker leaves alone after a failure', async () => {
    void store.open(first, 'shop');
    await asks(1);
    world.asked[0]?.answer(ok({ room: first, outcome: 'partial', missing: ['core/stats'] }));
    await settle(() => store.view.value.busy === 'no');
    expect(store.view.value).toMatchObject({ fault: { code: 'server-error', retryable: true } });
  });

  it('says why nothing is shown until the next try has brought something', async () => {
    void store.open(first, 'shop');
    await asks(1);
    world.asked[0]?.answer(failed(fault('offline')));
    await settle(() => store.view.value.busy === 'no');
    void store.refresh(true);
    expect(store.view.value).toMatchObject({ busy: 'fetching', fault: { code: 'offline' } });
    await asks(2);
    await keep(first, 'read');
    world.asked[1]?.answer(ok({ room: first, outcome: 'fresh', missing: [] }));
    await settle(() => store.view.value.busy === 'no');
    expect(title()).toBe('read');
    expect(
      seen.filter(({ session, fault: said }) => session !== undefined && said !== undefined),
    ).toEqual([]);
  });
});

describe('moving to another room while requests are in flight', () => {
  it('never paints a figure or a fault of the room before', async () => {
    await keep(first, 'first');
    await keep(second, 'second');
    void store.open(first, 'shop');
    await asks(1);
    void store.open(second, 'shop');
    await asks(2);
    world.asked[0]?.answer(failed(fault('server-error')));
    world.asked[1]?.answer(ok({ room: second, outcome: 'fresh', missing: [] }));
    await settle(() => store.view.value.busy === 'no');

    expect(title()).toBe('second');
    expect(store.view.value.fault).toBeUndefined();
    const mixed = seen.filter(({ id, session }) => session !== undefined && session.room.id !== id);
    expect(mixed).toEqual([]);
  });

  it('shows nothing of the room before while the next is read', async () => {
    await keep(first, 'first');
    void store.open(first, 'shop');
    await asks(1);
    void store.open(second, 'shop');
    expect(store.view.value).toEqual({ id: second, busy: 'reading', missing: [] });
    await asks(2);
  });

  it('ends at the last room however often it moves', async () => {
    const rooms = Array.from({ length: 20 }, (_, place) => roomId(place + 10));
    for (const id of rooms) await keep(id, id);
    for (const id of rooms) void store.open(id, 'shop');
    const last = rooms.at(-1);
    await settle(() => title() === last);
    await settle(() => world.asked.length > 0);
    for (const { request, answer } of world.asked) {
      answer(ok({ ...Object(request), outcome: 'fresh', missing: [] }));
    }
    await settle(() => store.view.value.busy === 'no');
    expect(store.view.value.session?.room.id).toBe(last);
    const mixed = seen.filter(({ id, session }) => session !== undefined && session.room.id !== id);
    expect(mixed).toEqual([]);
  });
});
