import { type ReadonlySignal, signal } from '@preact/signals';
import { type Fault, fault as faultOf } from '../../metrics/fault.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { isNameless } from '../../metrics/live/nameless.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import type { Session } from '../../metrics/session.ts';
import { type ArchiveNews, tellsOfRoom } from '../../platform/archive-news.ts';
import { type First, firstOr } from './first-answer.ts';
import type { Ports, Which } from './ports.ts';
import { readArchive } from './read-archive.ts';

/** What is known of the LIVE in view; one value, so that no half of it is ever painted. */
export interface RoomView {
  readonly id?: RoomId;
  readonly session?: Session;
  readonly record?: RoomRecord;
  /** `reading` the archive, `fetching` with nothing to show yet, `refreshing` behind what is shown. */
  readonly busy: 'no' | 'reading' | 'fetching' | 'refreshing';
  /** Why the last fetch failed; what was seen before stays in view, and where nothing was, this until the next answer. */
  readonly fault?: Fault;
  /** Endpoints that failed although the room as a whole was read. */
  readonly missing: readonly string[];
}

/** A LIVE with its details and as it stands in lists, as far as it is kept. */
export type KeptLive = readonly [session: Session | undefined, record: RoomRecord | undefined];

/** The LIVE in view: painted from the archive, fetched behind, painted again on every change. */
export interface RoomStore {
  readonly view: ReadonlySignal<RoomView>;
  /**
   * Shows a room. Answers for a room that is no longer in view are dropped; nothing is asked for one
   * that is only known from a file without room ids. Once such a one is joined to its real id, it is shown
   * under that. With `first` the archive isn't asked for what that answers.
   */
  readonly open: (id: RoomId, which: Which, first?: First<KeptLive>) => Promise<void>;
  /** Fetches the room in view whatever its age; without `force` only when it is due. */
  readonly refresh: (force: boolean) => Promise<void>;
  /** Shows nothing. */
  readonly clear: () => void;
}

const nothing: RoomView = { busy: 'no', missing: [] };

/**
 * What was read, or what was read before where it says the same: the LIVE is read once more after each answer, and its
 * diagnosis is worked out anew for every other session.
 */
const unlessSame = (before: Session | undefined, read: Session): Session =>
  before !== undefined && JSON.stringify(before) === JSON.stringify(read) ? before : read;

/** The real id that a stand-in was joined to. */
const becameOf = (news: ArchiveNews, id: RoomId): RoomId | undefined =>
  news.kind === 'rooms' ? news.joined?.find(({ from }) => from === id)?.to : undefined;

/** One LIVE being in view, from its opening to the next. */
interface Visit {
  readonly id: RoomId;
  readonly which: Which;
}

/** A reading of the archive under way, and the one that follows it where there was news meanwhile. */
interface Reading {
  readonly of: Visit;
  readonly ends: Promise<void>;
  next?: Promise<void>;
}

export function createRoomStore(ports: Pick<Ports, 'ask' | 'archive' | 'listen'>): RoomStore {
  const view = signal<RoomView>(nothing);
  let visit: Visit | undefined;
  let reading: Reading | undefined;

  /**
   * The archive is read once at a time: a page that loads brings news faster than a reading takes, and all that comes
   * during one is read once after it.
   */
  const read = (from: Visit, first?: First<KeptLive>): Promise<void> => {
    if (reading?.of !== from) return begin(from, first);
    reading.next ??= reading.ends.then(() => begin(from));
    return reading.next;
  };

  const begin = (from: Visit, first?: First<KeptLive>): Promise<void> => {
    const ends = readOnce(from, first).finally(() => {
      if (reading === mine && mine.next === undefined) reading = undefined;
    });
    const mine: Reading = { of: from, ends };
    reading = mine;
    return ends;
  };

  const readOnce = async (from: Visit, first?: First<KeptLive>): Promise<void> => {
    const stored = await firstOr(first, () =>
      readArchive(
        ports,
        from.which,
        (archive): Promise<KeptLive> =>
          Promise.all([archive.session(from.id), archive.room(from.id)]),
      ),
    );
    if (visit !== from) return;
    if (!stored.ok) {
      view.value = { ...view.value, fault: stored.fault };
      return;
    }
    const [session, record] = stored.value;
    if (session === undefined && record === undefined && view.value.session !== undefined) {
      // An import that told of it was taken back: nothing of it is to be judged or pinned any more.
      view.value = { id: from.id, busy: 'no', missing: [], fault: faultOf('room-gone') };
      return;
    }
    const { fault, ...rest } = view.value;
    // With the first figures it is no longer true that none could be read.
    const isFirst = rest.session === undefined && session !== undefined;
    view.value = {
      ...rest,
      ...(fault === undefined || isFirst ? {} : { fault }),
      ...(session !== undefined && view.value.busy === 'fetching' ? { busy: 'refreshing' } : {}),
      ...(session === undefined ? {} : { session: unlessSame(rest.session, session) }),
      ...(record === undefined ? {} : { record }),
    };
  };

  const fetch = async (from: Visit, force: boolean): Promise<void> => {
    const { fault, ...rest } = view.value;
    view.value =
      rest.session !== undefined
        ? { ...rest, busy: 'refreshing' }
        : { ...rest, busy: 'fetching', ...(fault === undefined ? {} : { fault }) };
    const reply = await ports.ask('room.fetch', { room: from.id, ...(force ? { force } : {}) });
    if (visit !== from) return;
    // Where nothing was asked for, what is shown is what is kept; whatever else changes it brings news.
    const isShown = reply.ok && reply.value.outcome === 'fresh' && rest.session !== undefined;
    if (reply.ok && !isShown) await read(from);
    if (visit !== from) return;
    const { fault: _answered, ...shown } = view.value;
    const isEmpty = reply.ok && shown.session === undefined;
    view.value = {
      ...shown,
      busy: 'no',
      ...(reply.ok ? { missing: reply.value.missing } : { fault: reply.fault }),
      // What failed a moment ago is left alone for a while, which is no fault of that reply.
      ...(isEmpty ? { fault: faultOf('server-error') } : {}),
    };
  };

  const open: RoomStore['open'] = async (id, which, first) => {
    if (visit?.id === id && visit.which === which) return;
    const here = { id, which };
    visit = here;
    view.value = { id, busy: 'reading', missing: [] };
    await read(here, first);
    if (visit !== here) return;
    if (!isNameless(id)) await fetch(here, false);
    else if (view.value.session === undefined)
      view.value = { fault: faultOf('room-gone'), ...view.value, busy: 'no' };
    else view.value = { ...view.value, busy: 'no' };
  };

  const clear = (): void => {
    visit = undefined;
    view.value = nothing;
  };

  ports.listen((news) => {
    if (visit !== undefined && tellsOfRoom(news, visit.id)) {
      const real = becameOf(news, visit.id);
      void (real === undefined ? read(visit) : open(real, visit.which));
    }
    if (news.kind === 'forgotten') clear();
    if (news.kind === 'restored' && visit !== undefined) {
      const { id, which } = visit;
      clear();
      void open(id, which);
    }
  });

  return {
    view,
    open,
    refresh: async (force) => {
      if (visit === undefined || isNameless(visit.id)) return;
      if (view.value.busy === 'no') await fetch(visit, force);
    },
    clear,
  };
}
