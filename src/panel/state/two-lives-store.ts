import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { historyOf } from '../../diagnosis/benchmark/history.ts';
import { usualLives } from '../../diagnosis/benchmark/own.ts';
import { withoutLives } from '../../diagnosis/benchmark/without-lives.ts';
import { type ComparedSide, liveSide, usualSide } from '../../diagnosis/two-lives/compared-side.ts';
import { hostSides, notByMinute } from '../../diagnosis/two-lives/host-side.ts';
import { compareTwo, type TwoLives } from '../../diagnosis/two-lives/two-lives.ts';
import type { Fault } from '../../metrics/fault.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { isNameless } from '../../metrics/live/nameless.ts';
import { ownLives } from '../../metrics/live/own.ts';
import type { ListedRoom } from '../../metrics/room-record.ts';
import type { Session } from '../../metrics/session.ts';
import { changesAll } from '../../platform/archive-news.ts';
import type { Settings } from '../../platform/settings.ts';
import { categoryIn } from './category.ts';
import type { ListView } from './list-store.ts';
import { knownLive } from './own-store.ts';
import type { Ports, Which } from './ports.ts';
import { readArchive } from './read-archive.ts';
import { pastLives, takenOutStarts, withHosts } from './report-store.ts';

/** What stands on one side: a LIVE, the usual of the LIVE on the other side, or a host of the LIVE it was opened on. */
export type SideChoice =
  | { readonly kind: 'live'; readonly room: RoomId }
  | { readonly kind: 'usual' }
  | { readonly kind: 'host'; readonly name: string };

export type SidePlace = 'first' | 'second';

/** A LIVE that is compared: its session, or why there is none. */
type KnownSession =
  | { readonly state: 'reading' }
  | { readonly state: 'read'; readonly session: Session }
  /** It is only known from a list. */
  | { readonly state: 'unread' }
  | { readonly state: 'failed'; readonly fault: Fault };

/** What the window shows under its choices. */
type TwoLivesView =
  | { readonly state: 'choosing' }
  | { readonly state: 'reading' }
  | { readonly state: 'unread'; readonly room: RoomId }
  | { readonly state: 'failed'; readonly fault: Fault }
  /** Fewer own LIVEs count than a usual needs. */
  | { readonly state: 'no-usual' }
  | {
      readonly state: 'told';
      readonly comparison: TwoLives;
      readonly first: ComparedSide;
      readonly second: ComparedSide;
      /** LIVEs of which minutes, products or sources could still be read. */
      readonly lacking: readonly RoomId[];
    };

export interface TwoLivesStore {
  readonly first: ReadonlySignal<SideChoice>;
  readonly second: ReadonlySignal<SideChoice | undefined>;
  /** Names of the hosts of the LIVE that it was opened on, who can be held against each other where there are two. */
  readonly hosts: ReadonlySignal<readonly string[]>;
  readonly view: ReadonlySignal<TwoLivesView>;
  /** Rooms that are being asked for, and why the last asking failed. */
  readonly asking: ReadonlySignal<readonly RoomId[]>;
  readonly refused: ReadonlySignal<Fault | undefined>;
  readonly choose: (place: SidePlace, choice: SideChoice) => void;
  /** Turns to the hosts of the LIVE, or back to two LIVEs. */
  readonly turnTo: (what: 'lives' | 'hosts') => void;
  readonly swap: () => void;
  /** Reads LIVEs from Seller Center. */
  readonly fetch: (rooms: readonly RoomId[]) => Promise<void>;
  /** Hears and reads nothing any more. */
  readonly stop: () => void;
}

/** What the window is opened on. */
export interface Comparing {
  /** The LIVE that is held against another one. */
  readonly room: RoomId;
  /** The LIVE to hold it against at first; else its own LIVE before it. */
  readonly other?: RoomId | undefined;
}

export interface TwoLivesInput extends Comparing {
  readonly ports: Pick<Ports, 'archive' | 'ask' | 'listen'>;
  readonly list: ReadonlySignal<ListView>;
  readonly settings: ReadonlySignal<Settings>;
  readonly which: Which;
}

/** Two LIVEs of one archive held against each other, worked out anew when one of them is read anew. */
export function createTwoLivesStore(from: TwoLivesInput): TwoLivesStore {
  const { ports, list, settings, which, room, other } = from;
  const opened: SideChoice = { kind: 'live', room };
  const first = signal<SideChoice>(opened);
  const second = signal<SideChoice | undefined>(other && { kind: 'live', room: other });
  const sessions = signal<ReadonlyMap<RoomId, KnownSession>>(new Map());
  const asking = signal<readonly RoomId[]>([]);
  const refused = signal<Fault | undefined>(undefined);
  /** Read on the seller's word: what they still lack Seller Center doesn't tell. */
  const fetched = signal<ReadonlySet<RoomId>>(new Set());
  let isOver = false;

  const note = (id: RoomId, known: KnownSession): void => {
    if (!isOver) sessions.value = new Map([...sessions.peek(), [id, known]]);
  };
  const read = async (id: RoomId): Promise<void> => {
    if (!sessions.peek().has(id)) note(id, { state: 'reading' });
    const stored = await readArchive(ports, which, (archive) => archive.session(id));
    if (!stored.ok) note(id, { state: 'failed', fault: stored.fault });
    else if (stored.value === undefined) note(id, { state: 'unread' });
    else note(id, { state: 'read', session: stored.value });
  };
  const wanted = computed(() =>
    [opened, first.value, second.value].flatMap((one) => (one?.kind === 'live' ? one.room : [])),
  );
  // The list may come in only after the window was opened.
  const stopChoosing = effect(() => {
    second.value ??= beforeIt(room, list.value.rooms, settings.peek().ownLives);
  });
  const stopReading = effect(() => {
    for (const id of wanted.value) if (!sessions.peek().has(id)) void read(id);
  });
  const stopHearing = ports.listen((news) => {
    const told = news.kind === 'room' ? [news.room] : news.kind === 'rooms' ? news.rooms : [];
    const known = [...sessions.peek().keys()];
    for (const id of changesAll(news) ? known : told) if (known.includes(id)) void read(id);
  });

  const mine = computed(() => {
    const known = sessions.value.get(room);
    return known?.state === 'read' ? withHosts(known.session, settings.value) : undefined;
  });
  const hosts = computed(() => (mine.value === undefined ? [] : hostSides(mine.value)));

  const sideOf = (choice: SideChoice, other: SideChoice): ComparedSide | TwoLivesView => {
    if (choice.kind === 'host') {
      const host = hosts.value.find(({ name }) => name === choice.name);
      return host?.side ?? { state: 'choosing' };
    }
    const of = choice.kind === 'live' ? choice : other;
    if (of.kind !== 'live') return { state: 'choosing' };
    const known = sessions.value.get(of.room) ?? { state: 'reading' };
    if (known.state === 'unread') return { state: 'unread', room: of.room };
    if (known.state !== 'read') return known;
    if (choice.kind === 'live') return liveSide(known.session);
    const { withFigures, unread } = list.value;
    if (withFigures === undefined) {
      return unread === undefined ? { state: 'reading' } : { state: 'failed', fault: unread };
    }
    const usual = usualOf(known.session, withFigures, settings.value);
    return usual.valueOf('impressionsPerHour') === undefined &&
      usual.valueOf('gmvPerHour') === undefined &&
      usual.valueOf('directGmvPerHour') === undefined
      ? { state: 'no-usual' }
      : usual;
  };

  const view = computed((): TwoLivesView => {
    const chosen = second.value;
    if (chosen === undefined) return { state: 'choosing' };
    const one = sideOf(first.value, chosen);
    if ('state' in one) return one;
    const other = sideOf(chosen, first.value);
    if ('state' in other) return other;
    const untold =
      mine.value !== undefined && one.kind === 'host' ? notByMinute(mine.value, [one, other]) : [];
    return {
      state: 'told',
      comparison: compareTwo(one, other, untold),
      first: one,
      second: other,
      lacking:
        which === 'sample'
          ? []
          : [one, other]
              .flatMap(({ session }) => lackingOf(session))
              .filter((id) => !fetched.value.has(id)),
    };
  });

  return {
    first,
    second,
    hosts: computed(() => hosts.value.map(({ name }) => name)),
    view,
    asking,
    refused,
    choose: (place, choice) => {
      const [own, other] = place === 'first' ? [first, second] : [second, first];
      // What is usual is that of the other side's LIVE: both can't be that.
      if (choice.kind === 'usual' && other.peek()?.kind === 'usual') other.value = opened;
      own.value = choice;
      refused.value = undefined;
    },
    turnTo: (what) => {
      const isHosts = first.peek().kind === 'host';
      const [one, two] = hosts.peek();
      if (what === 'lives' && isHosts) {
        first.value = opened;
        second.value = undefined;
      } else if (what === 'hosts' && !isHosts && one !== undefined && two !== undefined) {
        first.value = { kind: 'host', name: one.name };
        second.value = { kind: 'host', name: two.name };
      }
    },
    swap: () => {
      const chosen = second.peek();
      if (chosen === undefined) return;
      second.value = first.peek();
      first.value = chosen;
    },
    fetch: async (rooms) => {
      refused.value = undefined;
      asking.value = rooms;
      for (const id of rooms) {
        const reply = await ports.ask('room.fetch', { room: id, force: true });
        if (isOver) return;
        if (reply.ok) fetched.value = new Set([...fetched.peek(), id]);
        else refused.value = reply.fault;
        await read(id);
      }
      asking.value = [];
    },
    stop: () => {
      isOver = true;
      stopChoosing();
      stopReading();
      stopHearing();
    },
  };
}

/** The own LIVE before one in a list that has the newest first, else any other of the list; undefined where it is the only one. */
function beforeIt(
  room: RoomId,
  rooms: readonly ListedRoom[],
  choices: Settings['ownLives'],
): SideChoice | undefined {
  const record = rooms.find(({ id }) => id === room);
  const place = record === undefined ? 0 : rooms.indexOf(record) + 1;
  const own = record === undefined ? [] : ownLives(record, rooms.slice(place), choices).own;
  const other = own[0] ?? rooms.find(({ id }) => id !== room);
  return other === undefined ? undefined : { kind: 'live', room: other.id };
}

/** What is usual for a LIVE, by the rule of the whole panel: its own LIVEs that count, of its category where those are enough. */
function usualOf(session: Session, rooms: readonly ListedRoom[], settings: Settings): ComparedSide {
  const own = ownLives(knownLive(session), rooms, settings.ownLives);
  const past = historyOf(withoutLives(session, takenOutStarts(own)), pastLives(own.own, settings));
  const { currency, funnel } = liveSide(session);
  return usualSide(usualLives(past, categoryIn(session, settings).id), currency, funnel);
}

/** The LIVE where minutes, products or sources of it were never read and can be asked for. */
function lackingOf(session: Session | undefined): readonly RoomId[] {
  if (session === undefined || isNameless(session.room.id)) return [];
  const { timeline, products, sources, room } = session;
  const isWhole = timeline !== undefined && products !== undefined && sources !== undefined;
  return isWhole ? [] : [room.id];
}
