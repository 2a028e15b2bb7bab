import { computed, type ReadonlySignal } from '@preact/signals';
import type { FeedProvenance } from '../../diagnosis/benchmark/feed.ts';
import type { AskedReference } from '../../diagnosis/benchmark/reference.ts';
import type { RecordingJudgeOf } from '../../diagnosis/factor.ts';
import type { Report } from '../../diagnosis/report.ts';
import type { PastLive } from '../../metrics/benchmark.ts';
import type { Figures } from '../../metrics/figure.ts';
import { categoryOf } from '../../metrics/live/category.ts';
import { dropPartialFigures } from '../../metrics/live/completeness.ts';
import { groundSpan } from '../../metrics/live/ground.ts';
import { spanOf } from '../../metrics/live/length.ts';
import type { OwnLives } from '../../metrics/live/own.ts';
import { hasFigures, type ListedRoom } from '../../metrics/room-record.ts';
import type { RoomInfo, Session } from '../../metrics/session.ts';
import type { UnixSeconds } from '../../metrics/time.ts';
import type { Settings } from '../../platform/settings.ts';
import type { RoomCategory } from './category.ts';
import type { Engine } from './engine.ts';
import { chosenSlice, type FeedsView } from './feed-store.ts';
import { knowsUsual, type ListView } from './list-store.ts';
import type { RecordingsStore } from './recordings-store.ts';
import type { RoomView } from './room-store.ts';

/** The diagnosis of the LIVE in view, worked out anew when its figures or a choice changed. */
export interface ReportStore {
  readonly report: ReadonlySignal<Report | undefined>;
  readonly category: ReadonlySignal<RoomCategory>;
}

export function createReportStore(from: {
  engine: ReadonlySignal<Engine | undefined>;
  room: ReadonlySignal<RoomView>;
  list: ReadonlySignal<ListView>;
  own: ReadonlySignal<OwnLives<ListedRoom>>;
  settings: ReadonlySignal<Settings>;
  category: ReadonlySignal<RoomCategory>;
  feeds: ReadonlySignal<FeedsView>;
  /** What was measured of recordings; left out where nobody looks at factors. */
  recordings?: RecordingsStore;
}): ReportStore {
  const session = computed(() => from.room.value.session);
  const areOthersKnown = computed(
    () => session.value !== undefined && knowsUsual(from.list.value, session.value.room),
  );
  const word = computed(() => wordIn(from.feeds.value, from.settings.value));
  let last: Report | undefined;
  let lastInput: ReportInput | undefined;
  return {
    category: from.category,
    report: computed(() => {
      const engine = from.engine.value;
      if (session.value === undefined || engine === undefined) return undefined;
      // What was shown of this LIVE stays until it is known what the other LIVEs and the feeds say.
      const isComing = from.recordings?.simulating.value === true;
      if (!areOthersKnown.value || word.value === 'asking' || isComing) {
        return last?.room === session.value.room.id ? last : undefined;
      }
      const input: ReportInput = {
        session: session.value,
        live: withHosts(session.value, from.settings.value),
        takenOut: takenOutStarts(from.own.value),
        history: pastLives(before(session.value.room, from.own.value.own), from.settings.value),
        asked: {
          versus: from.settings.value.versus,
          targets: from.settings.value.targetFigures,
          feed: word.value,
          category: from.category.value.id,
        },
        recordings: from.recordings?.judge.value,
      };
      // Lists are read anew at all news, and seldom say anything else of the LIVEs that a diagnosis rests on.
      if (last === undefined || lastInput === undefined || !isSame(lastInput, input)) {
        last = reportOf(input, engine);
      }
      lastInput = input;
      return last;
    }),
  };
}

/** Those of the LIVEs that may tell what is usual for one: of an archive of years a small part. */
function before(room: RoomInfo, own: readonly ListedRoom[]): readonly ListedRoom[] {
  if (room.startedAt === undefined) return own;
  const { from, to } = groundSpan(room);
  return own.filter(
    ({ room: { startedAt } }) => startedAt === undefined || (startedAt >= from && startedAt <= to),
  );
}

/** What the feeds say, where it is compared with them at all. */
function wordIn(
  { slices, known }: FeedsView,
  { versus, feed }: Settings,
): FeedProvenance | 'asking' | undefined {
  if (versus !== 'feed') return undefined;
  if (!known) return 'asking';
  const chosen = chosenSlice(slices, feed);
  return chosen && { ...chosen.feed, slice: chosen.slice };
}

/** All that a report rests on. */
interface ReportInput {
  readonly session: Session;
  /** The same with the hosts that the seller marked. */
  readonly live: Session;
  readonly takenOut: readonly UnixSeconds[];
  readonly history: readonly PastLive[];
  readonly asked: AskedReference;
  readonly recordings: RecordingJudgeOf | undefined;
}

/** Whether both come to the same report; what is large is compared where it isn't the same object already. */
function isSame(before: ReportInput, after: ReportInput): boolean {
  const rest = ({ live, takenOut, asked: { feed: _, ...chosen } }: ReportInput): string =>
    JSON.stringify([live.hosts, takenOut, chosen]);
  return (
    before.session === after.session &&
    before.recordings === after.recordings &&
    before.asked.feed === after.asked.feed &&
    rest(before) === rest(after) &&
    before.history.length === after.history.length &&
    before.history.every((past, place) => {
      const other = after.history[place];
      return past === other || JSON.stringify(past) === JSON.stringify(other);
    })
  );
}

function reportOf(
  { live, takenOut, history, asked, recordings }: ReportInput,
  { diagnose, referenceFor, withoutLives }: Engine,
): Report {
  const session = withoutLives(live, takenOut);
  const { benchmark, target } = referenceFor(asked, session, history);
  return diagnose({ session, benchmark, history, recordings, options: { target } });
}

/** The LIVE with its hosts, where the seller marked any. */
export function withHosts(session: Session, { hosts }: Pick<Settings, 'hosts'>): Session {
  const marked = hosts[session.room.id];
  return marked === undefined ? session : { ...session, hosts: marked };
}

/** Starts of the LIVEs that the seller took out: TikTok's own comparison may tell of them too. */
export const takenOutStarts = ({ leftOut }: OwnLives<ListedRoom>): readonly UnixSeconds[] =>
  leftOut.flatMap(({ live, reason }) =>
    reason === 'taken-out' && live.room.startedAt !== undefined ? [live.room.startedAt] : [],
  );

/** By record: lists keep the records of LIVEs that didn't change, and a diagnosis is asked for at all news. */
const pasts = new WeakMap<ListedRoom, PastLive>();

/** Archived LIVEs as history: those whose length and figures are known. The same record is the same object again. */
export function pastLives(rooms: readonly ListedRoom[], settings: Settings): readonly PastLive[] {
  return rooms.flatMap((record) => {
    const { room, currency } = record;
    const span = spanOf(room);
    if (span === undefined || !hasFigures(record)) return [];
    const category = categoryOf(record, settings).id;
    const earlier = pasts.get(record);
    if (earlier !== undefined && earlier.category === category) return [earlier];
    // Of thousands of LIVEs those of three months are looked at.
    let known: Figures | undefined;
    const past: PastLive = {
      room: record.id,
      startedAt: span.from,
      endedAt: span.to,
      get figures() {
        known ??= dropPartialFigures(record.figures, room);
        return known;
      },
      ...(currency === undefined ? {} : { currency }),
      ...(category === undefined ? {} : { category }),
    };
    pasts.set(record, past);
    return [past];
  });
}
