import { type ReadonlySignal, signal } from '@preact/signals';
import type { ArchiveReader } from '../../archive/types.ts';
import { type Fault, ok, type Result } from '../../metrics/fault.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { groundSpan } from '../../metrics/live/ground.ts';
import type { Span } from '../../metrics/live/length.ts';
import { inLists } from '../../metrics/live/list-order.ts';
import { withShopZones } from '../../metrics/live/shop-zone.ts';
import { hasFigures, type ListedRoom, type RoomRecord } from '../../metrics/room-record.ts';
import type { RoomInfo } from '../../metrics/session.ts';
import { MINUTE_MS, type UnixMs } from '../../metrics/time.ts';
import { changesAll } from '../../platform/archive-news.ts';
import { type First, firstOr } from './first-answer.ts';
import type { Ports, Which } from './ports.ts';
import { readArchive } from './read-archive.ts';

/** The account's LIVEs as they are known, newest start first. */
export interface ListView {
  readonly rooms: readonly ListedRoom[];
  /** The same with their figures; undefined until those of all were read. */
  readonly withFigures?: readonly RoomRecord[];
  /** Of LIVEs that started in this time the figures were read, whether `withFigures` is there or not. */
  readonly near?: Span;
  /** False until the archive was read once. */
  readonly known: boolean;
  readonly fetching: boolean;
  /** Why the list couldn't be asked for anew. */
  readonly fault?: Fault;
  /** Why what is kept couldn't be read, the last time. */
  readonly unread?: Fault;
}

/**
 * Whether the figures of the LIVEs were read that the usual of one rests on; also where they can't be. One without a
 * start rests on all of them.
 */
export function knowsUsual(
  { known, withFigures, near, unread }: ListView,
  room: RoomInfo,
): boolean {
  if (!known || withFigures !== undefined || unread !== undefined) return known;
  if (room.startedAt === undefined) return false;
  const { from, to } = groundSpan(room);
  return near !== undefined && near.from <= from && to <= near.to;
}

/** LIVEs as the archive lists them, and of which of them the figures are there. */
export type Listed = Pick<ListView, 'rooms' | 'near'>;

export interface ListStore {
  readonly view: ReadonlySignal<ListView>;
  /**
   * Reads the archive of one kind, and again at every change, until another kind is read. Of an archive of years
   * first the figures that one LIVE is compared with, the newest where none is named. With `first` only what
   * that doesn't answer is asked for.
   */
  readonly read: (which: Which, room?: RoomId, first?: First<Listed>) => Promise<void>;
  /** Reads the figures that are still missing. */
  readonly complete: () => Promise<void>;
  /** Asks for the list anew, at most once in five minutes unless the last time failed. */
  readonly fetch: () => Promise<void>;
}

const FRESH_FOR_MS = 5 * MINUTE_MS;

/**
 * News come in a burst, one for each answer about a LIVE, and each list of thousands is worked out anew: they are
 * gathered for as long as nobody misses them in a list.
 */
const GATHERED_FOR_MS = 100;

/** News of more LIVEs than these is followed by reading all of them. */
const MANY = 200;

export function createListStore(ports: Ports): ListStore {
  const view = signal<ListView>({ rooms: [], known: false, fetching: false });
  let kind: Which = 'shop';
  let reads = 0;
  /** The last reading of the whole archive. */
  let whole: Promise<void> = Promise.resolve();
  /** LIVEs as they are kept, without the zones that others lend them; undefined until all were read. */
  let kept: readonly ListedRoom[] | undefined;
  let around: RoomId | undefined;
  /** Whether all figures were asked for, of this kind: from then on each reading of the whole reads them. */
  let wantsAll = false;
  /** LIVEs of which there was news that wasn't followed yet. */
  let told = new Set<RoomId>();
  let following = false;
  let fetchedAt: { readonly which: Which; readonly at: UnixMs } | undefined;

  const show = (stored: Result<Listed>): void => {
    if (!stored.ok) {
      view.value = { ...view.value, known: true, unread: stored.fault };
      return;
    }
    kept = stored.value.rooms;
    const { withFigures: _before, unread: _gone, ...rest } = view.value;
    const rooms = withShopZones(kept);
    const withFigures = rooms.filter(hasFigures);
    view.value = {
      ...rest,
      ...stored.value,
      rooms,
      ...(withFigures.length === rooms.length ? { withFigures } : {}),
      known: true,
    };
  };

  const readAll = async (
    which: Which,
    take: (archive: ArchiveReader) => Promise<Listed>,
    first?: First<Listed>,
  ): Promise<void> => {
    if (kind !== which) {
      view.value = { rooms: [], known: false, fetching: false };
      kept = undefined;
      wantsAll = false;
    }
    kind = which;
    reads += 1;
    const turn = reads;
    const stored = await firstOr(first, () => readArchive(ports, which, take));
    if (turn === reads) show(stored);
  };
  const begin = (reading: Promise<void>): Promise<void> => {
    whole = reading;
    return reading;
  };
  const readAllFigures = (): Promise<void> =>
    begin(readAll(kind, async (archive) => ({ rooms: await archive.rooms() })));
  const read: ListStore['read'] = (which, room, first) => {
    around = room;
    if (wantsAll && which === kind) return readAllFigures();
    return begin(readAll(which, (archive) => archive.nearRooms(room), first));
  };
  /** What has all figures keeps them: somebody may be looking at them. */
  const readAgain = (): Promise<void> =>
    view.peek().withFigures === undefined ? read(kind, around) : readAllFigures();

  /** Reads LIVEs anew that are known to have changed. */
  const reread = async (ids: readonly RoomId[]): Promise<void> => {
    // What is being read as a whole may have been read before the news; another may follow it at once.
    let reading: Promise<void> | undefined;
    while (reading !== whole) {
      reading = whole;
      await reading;
    }
    // Who asked for all figures still waits for them where they couldn't be read.
    const isLacking = wantsAll && view.peek().withFigures === undefined;
    if (kept === undefined || isLacking || ids.length > MANY) return readAgain();
    const turn = reads;
    const stored = await readArchive(ports, kind, (archive) => archive.roomsOf(ids));
    // The whole was begun meanwhile, and so after the news.
    if (turn !== reads) return;
    const changed = new Set(ids);
    const others = kept.filter(({ id }) => !changed.has(id));
    show(stored.ok ? ok({ rooms: [...others, ...stored.value].sort(inLists) }) : stored);
  };

  /** While LIVEs are gathered and read, all further news mean one more reading. */
  const follow = async (rooms: readonly RoomId[]): Promise<void> => {
    for (const room of rooms) told.add(room);
    if (following) return;
    following = true;
    while (told.size > 0) {
      await new Promise((later) => setTimeout(later, GATHERED_FOR_MS));
      const ids = [...told];
      told = new Set();
      await reread(ids);
    }
    following = false;
  };

  ports.listen((news) => {
    if (changesAll(news)) void readAgain();
    if (news.kind === 'room') void follow([news.room]);
    if (news.kind === 'rooms') void follow(news.rooms);
  });

  return {
    view,
    read,
    complete: async () => {
      const which = kind;
      wantsAll = true;
      const reading = whole;
      // What is being read is shown first.
      await reading;
      const { known, withFigures } = view.peek();
      if (which !== kind || !known || withFigures !== undefined) return;
      // Who waited for the same may have begun it.
      await (whole === reading ? readAllFigures() : whole);
    },
    fetch: async () => {
      const recent = fetchedAt?.which === kind && ports.now() - fetchedAt.at < FRESH_FOR_MS;
      if (recent || view.value.fetching) return;
      const which = kind;
      const { fault: _gone, ...rest } = view.value;
      view.value = { ...rest, fetching: true };
      const reply = await ports.ask('rooms.fetch', {});
      if (kind !== which) return;
      if (reply.ok) fetchedAt = { which, at: ports.now() };
      await readAgain();
      if (kind !== which) return;
      view.value = {
        ...view.value,
        fetching: false,
        ...(reply.ok ? {} : { fault: reply.fault }),
      };
    },
  };
}
