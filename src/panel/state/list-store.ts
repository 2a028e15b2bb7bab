import { type ReadonlySignal, signal } from '@preact/signals';
import type { Fault } from '../../metrics/fault.ts';
import { withShopZones } from '../../metrics/live/shop-zone.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import { MINUTE_MS, type UnixMs } from '../../metrics/time.ts';
import { changesAll } from '../../platform/archive-news.ts';
import type { Ports, Which } from './ports.ts';
import { readArchive } from './read-archive.ts';

/** The account's LIVEs as they are known, newest start first. */
export interface ListView {
  readonly rooms: readonly RoomRecord[];
  /** False until the archive was read once. */
  readonly known: boolean;
  readonly fetching: boolean;
  readonly fault?: Fault;
}

export interface ListStore {
  readonly view: ReadonlySignal<ListView>;
  /** Reads the archive of one kind, and again at every change, until another kind is read. */
  readonly read: (which: Which) => Promise<void>;
  /** Asks for the list anew, at most once in five minutes unless the last time failed. */
  readonly fetch: () => Promise<void>;
}

const FRESH_FOR_MS = 5 * MINUTE_MS;

export function createListStore(ports: Ports): ListStore {
  const view = signal<ListView>({ rooms: [], known: false, fetching: false });
  let kind: Which = 'shop';
  let reads = 0;
  let following = false;
  let more = false;
  let fetchedAt: { readonly which: Which; readonly at: UnixMs } | undefined;

  const read = async (which: Which): Promise<void> => {
    if (kind !== which) view.value = { rooms: [], known: false, fetching: false };
    kind = which;
    reads += 1;
    const turn = reads;
    const stored = await readArchive(ports, which, (archive) => archive.rooms());
    if (turn !== reads) return;
    view.value = stored.ok
      ? { ...view.value, rooms: withShopZones(stored.value), known: true }
      : { ...view.value, known: true, fault: stored.fault };
  };

  /** A page's answers come in a burst: while the list is read, all further news mean one more reading. */
  const follow = async (): Promise<void> => {
    more = following;
    if (following) return;
    following = true;
    do {
      more = false;
      await read(kind);
    } while (more);
    following = false;
  };

  ports.listen((news) => {
    if (changesAll(news)) void read(kind);
    if (news.kind === 'room' || news.kind === 'rooms') void follow();
  });

  return {
    view,
    read,
    fetch: async () => {
      const recent = fetchedAt?.which === kind && ports.now() - fetchedAt.at < FRESH_FOR_MS;
      if (recent || view.value.fetching) return;
      const which = kind;
      const { fault: _gone, ...rest } = view.value;
      view.value = { ...rest, fetching: true };
      const reply = await ports.ask('rooms.fetch', {});
      if (kind !== which) return;
      if (reply.ok) fetchedAt = { which, at: ports.now() };
      await read(which);
      view.value = {
        ...view.value,
        fetching: false,
        ...(reply.ok ? {} : { fault: reply.fault }),
      };
    },
  };
}
