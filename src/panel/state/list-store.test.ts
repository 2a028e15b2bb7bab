import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hearNews, tell } from '../../archive/news.ts';
import { StorageError } from '../../archive/storage-error.ts';
import type { Archive } from '../../archive/types.ts';
import { failed, fault, ok } from '../../metrics/fault.ts';
import { parseRoomId, type RoomId } from '../../metrics/ids.ts';
import { hasFigures } from '../../metrics/room-record.ts';
import type { SessionPart } from '../../metrics/session.ts';
import { unixSeconds } from '../../metrics/time.ts';
import { createListStore, type ListStore } from './list-store.ts';
import { NOW, roomId, settle, testPorts } from './ports.fixture.ts';
import type { Ports } from './ports.ts';

let worker: Awaited<ReturnType<typeof testPorts>>;
let reads: ('near' | 'all' | readonly RoomId[])[];
/** How many of them were answered. */
let answered: number;
/** What a reading waits for before it asks the archive, and before it answers. */
let before: () => Promise<void>;
let after: () => Promise<void>;
/** A LIVE that the archive has no longer. */
let hidden: RoomId | undefined;
let list: ListStore;
let ports: Ports;
let stop: () => void;

beforeEach(async () => {
  worker = await testPorts();
  reads = [];
  answered = 0;
  hidden = undefined;
  before = after = async () => undefined;
  const counted = (archive: Archive): Archive => ({
    ...archive,
    rooms: async () => {
      reads.push('all');
      await before();
      const rooms = await archive.rooms();
      await after();
      answered += 1;
      return rooms;
    },
    nearRooms: async (room) => {
      reads.push('near');
      await before();
      const near = await archive.nearRooms(room);
      await after();
      answered += 1;
      return near;
    },
    roomsOf: async (ids) => {
      reads.push(ids);
      await before();
      const rooms = await archive.roomsOf(ids);
      await after();
      answered += 1;
      return rooms.filter(({ id }) => id !== hidden);
    },
  });
  ports = {
    ...worker.ports,
    archive: async () => ok(counted(worker.archive)),
    listen: (hear) => {
      stop = hearNews(hear);
      return stop;
    },
  };
  list = createListStore(ports);
});
afterEach(async () => {
  stop();
  await worker.close();
});

const part = (place: number, startedAt: number, title = `LIVE ${place}`): SessionPart => ({
  room: { id: roomId(place), title, startedAt: unixSeconds(startedAt) },
});
const titles = (): readonly (string | undefined)[] =>
  list.view.value.rooms.map(({ room }) => room.title);
const store = (...parts: readonly SessionPart[]): Promise<void> =>
  worker.archive.storeAll(parts, NOW);

/** A list that heard nothing of what is stored: what it hears of it reads with its figures. */
async function storeUnheard(...parts: readonly SessionPart[]): Promise<void> {
  stop();
  await store(...parts);
  await new Promise((later) => setTimeout(later));
  list = createListStore(ports);
}

/** Reads the list for the first time; news of what was stored before isn't counted. */
async function begin(): Promise<void> {
  await list.read('shop');
  await settle(() => list.view.value.rooms.length > 0 && answered > 1);
  reads.length = 0;
}

describe('the list of LIVEs', () => {
  it('reads a LIVE that changed, not all of them, and keeps the order of the archive', async () => {
    await store(part(1, 100), part(2, 300), part(3, 300), part(4, 200));
    await begin();
    await worker.archive.store(part(1, 250, 'Renamed'), NOW);
    await settle(() => titles().includes('Renamed'));
    await worker.archive.store(part(5, 300, 'New'), NOW);
    await settle(() => titles().includes('New'));
    expect(reads).toEqual([[roomId(1)], [roomId(5)]]);
    expect(list.view.value.rooms).toEqual(await worker.archive.rooms());
  });

  it('of years is there at once, has figures around one LIVE, and all when they are asked for', async () => {
    const day = 86_400;
    const started = 1_781_143_239;
    const oldRoom = parseRoomId(String(BigInt(started - 400 * day) << 32n)) ?? roomId(2);
    await storeUnheard(part(1, started), {
      room: { id: oldRoom, startedAt: unixSeconds(started - 400 * day) },
    });
    await list.read('shop', roomId(1));
    const { rooms, withFigures, near, known } = list.view.value;
    expect(known).toBe(true);
    expect(rooms.map(hasFigures)).toEqual([true, false]);
    expect(withFigures).toBeUndefined();
    expect(near?.from).toBeLessThan(started - 92 * day);
    await Promise.all([list.complete(), list.complete()]);
    expect(list.view.value.withFigures).toEqual(await worker.archive.rooms());
    await list.complete();
    expect(reads.filter((read) => read === 'all')).toHaveLength(1);
    await worker.archive.store(part(1, started, 'Renamed'), NOW);
    await settle(() => titles().includes('Renamed'));
    expect(list.view.value.withFigures).toEqual(await worker.archive.rooms());
  });

  it('has all figures in the end, also where it is read again while they are being read', async () => {
    const old = parseRoomId(String(BigInt(1_781_143_239 - 400 * 86_400) << 32n)) ?? roomId(2);
    await storeUnheard(part(1, 1_781_143_239), {
      room: { id: old, startedAt: unixSeconds(1_781_143_239 - 400 * 86_400) },
    });
    await list.read('shop', roomId(1));
    const completing = list.complete();
    await settle(() => reads.includes('all'));
    tell({ kind: 'restored' });
    await completing;
    await settle(() => list.view.value.withFigures?.length === 2);
  });

  it('says why figures couldn’t be read, and reads them when they are asked for again', async () => {
    const old = parseRoomId(String(BigInt(1_781_143_239 - 400 * 86_400) << 32n)) ?? roomId(2);
    await storeUnheard(part(1, 1_781_143_239), {
      room: { id: old, startedAt: unixSeconds(1_781_143_239 - 400 * 86_400) },
    });
    await list.read('shop', roomId(1));
    before = () => Promise.reject(new StorageError(fault('storage-broken')));
    await list.complete();
    expect(list.view.value.unread?.code).toBe('storage-broken');
    expect(list.view.value.rooms).toHaveLength(2);
    before = async () => undefined;
    await list.complete();
    expect(list.view.value.withFigures).toHaveLength(2);
    expect(list.view.value.unread).toBeUndefined();
  });

  it('reads all figures after a failure once news are followed, for those who wait for them', async () => {
    const old = parseRoomId(String(BigInt(1_781_143_239 - 400 * 86_400) << 32n)) ?? roomId(2);
    await storeUnheard(part(1, 1_781_143_239), {
      room: { id: old, startedAt: unixSeconds(1_781_143_239 - 400 * 86_400) },
    });
    await list.read('shop', roomId(1));
    before = () => Promise.reject(new StorageError(fault('storage-broken')));
    await list.complete();
    before = async () => undefined;
    await worker.archive.store(part(1, 1_781_143_239, 'Renamed'), NOW);
    await settle(() => titles().includes('Renamed'));
    expect(list.view.value.withFigures).toHaveLength(2);
  });

  it('reads all figures once where news come while they are asked for', async () => {
    const old = parseRoomId(String(BigInt(1_781_143_239 - 400 * 86_400) << 32n)) ?? roomId(2);
    await storeUnheard(part(1, 1_781_143_239), {
      room: { id: old, startedAt: unixSeconds(1_781_143_239 - 400 * 86_400) },
    });
    let answer = (): void => undefined;
    let isHeld = false;
    after = () =>
      new Promise((done) => {
        isHeld = true;
        answer = done;
      });
    void list.read('shop', roomId(1));
    const completing = list.complete();
    await settle(() => isHeld);
    await worker.archive.store(part(1, 1_781_143_239, 'Renamed'), NOW);
    // Begun after them, it ends after they were gathered.
    await new Promise((later) => setTimeout(later, 100));
    after = async () => undefined;
    answer();
    await completing;
    await settle(() => reads.length > 2);
    expect(reads).toEqual(['near', 'all', [roomId(1)]]);
  });

  it('says of one kind nothing that was asked for another', async () => {
    await store(part(1, 100));
    await begin();
    let answer = (): void => undefined;
    let isHeld = false;
    after = () =>
      new Promise((done) => {
        isHeld = true;
        answer = done;
      });
    const fetching = list.fetch();
    worker.asked[0]?.answer(failed(fault('offline')));
    await settle(() => isHeld);
    after = async () => undefined;
    await list.read('sample');
    answer();
    await fetching;
    expect(list.view.value.fault).toBeUndefined();
  });

  it('drops a LIVE that is gone', async () => {
    await store(part(1, 100), part(2, 200));
    await begin();
    hidden = roomId(2);
    tell({ kind: 'rooms', rooms: [roomId(1), roomId(2)] });
    await settle(() => titles().length === 1);
    expect(titles()).toEqual(['LIVE 1']);
  });

  it('reads all of them where many changed', async () => {
    await store(part(1, 100));
    await begin();
    const many = Array.from({ length: 201 }, (_, place) => `76499518053633${10_000 + place}`);
    tell({ kind: 'rooms', rooms: many.flatMap((id) => parseRoomId(id) ?? []) });
    await settle(() => reads.length > 0);
    expect(reads).toEqual(['all']);
  });

  it('is not set back by a reading that began before the news', async () => {
    await store(part(1, 100, 'Before'));
    await begin();
    let answer = (): void => undefined;
    let isHeld = false;
    after = () =>
      new Promise((done) => {
        isHeld = true;
        answer = done;
      });
    const reading = list.read('shop');
    await settle(() => reads.length === 1);
    // The whole was read by then, and isn't answered yet.
    await settle(() => isHeld);
    await worker.archive.store(part(1, 100, 'After'), NOW);
    after = async () => undefined;
    answer();
    await reading;
    await settle(() => titles()[0] === 'After');
    expect(reads).toEqual(['near', [roomId(1)]]);
  });

  it('follows news that comes while it reads with one more reading', async () => {
    await store(part(1, 100), part(2, 200), part(3, 300));
    await begin();
    let answer = (): void => undefined;
    before = () =>
      new Promise((done) => {
        answer = done;
      });
    await worker.archive.store(part(1, 100, 'One'), NOW);
    await settle(() => reads.length === 1);
    await worker.archive.store(part(2, 200, 'Two'), NOW);
    await worker.archive.store(part(3, 300, 'Three'), NOW);
    before = async () => undefined;
    answer();
    await settle(() => titles().join() === 'Three,Two,One');
    expect(reads).toEqual([[roomId(1)], [roomId(2), roomId(3)]]);
  });
});
