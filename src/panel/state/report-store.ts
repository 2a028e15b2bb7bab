import { computed, type ReadonlySignal } from '@preact/signals';
import { benchmarkFor } from '../../diagnosis/benchmark/benchmark-for.ts';
import { type FeedProvenance, feedBenchmark } from '../../diagnosis/benchmark/feed.ts';
import { withoutLives } from '../../diagnosis/benchmark/without-lives.ts';
import { currencyOf } from '../../diagnosis/currency.ts';
import { diagnose } from '../../diagnosis/diagnose.ts';
import type { Report, TargetChoice } from '../../diagnosis/report.ts';
import type { PastLive } from '../../metrics/benchmark.ts';
import { categoryOf } from '../../metrics/live/category.ts';
import { dropPartialFigures } from '../../metrics/live/completeness.ts';
import { spanOf } from '../../metrics/live/length.ts';
import type { OwnLives } from '../../metrics/live/own.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import type { Session } from '../../metrics/session.ts';
import type { UnixSeconds } from '../../metrics/time.ts';
import type { Settings } from '../../platform/settings.ts';
import type { RoomCategory } from './category.ts';
import { chosenSlice, type FeedsView } from './feed-store.ts';
import type { RoomView } from './room-store.ts';

/** The diagnosis of the LIVE in view, worked out anew when its figures or a choice changed. */
export interface ReportStore {
  readonly report: ReadonlySignal<Report | undefined>;
  readonly category: ReadonlySignal<RoomCategory>;
}

export function createReportStore(from: {
  room: ReadonlySignal<RoomView>;
  own: ReadonlySignal<OwnLives<RoomRecord>>;
  settings: ReadonlySignal<Settings>;
  category: ReadonlySignal<RoomCategory>;
  feeds: ReadonlySignal<FeedsView>;
}): ReportStore {
  const session = computed(() => from.room.value.session);
  const word = computed(() => wordIn(from.feeds.value, from.settings.value));
  let last: Report | undefined;
  return {
    category: from.category,
    report: computed(() => {
      if (session.value === undefined) return undefined;
      // What was shown of this LIVE stays until it is known what the feeds say instead.
      if (word.value === 'asking') return last?.room === session.value.room.id ? last : undefined;
      last = reportOf(
        withoutLives(withHosts(session.value, from.settings.value), takenOutStarts(from.own.value)),
        pastLives(from.own.value.own, from.settings.value),
        {
          basis: from.settings.value.basis,
          word: word.value,
          category: from.category.value,
          target: targetOf(from.settings.value),
        },
      );
      return last;
    }),
  };
}

/** What the feeds say, where it is compared with them at all. */
function wordIn(
  { slices, known }: FeedsView,
  { basis, feed }: Settings,
): FeedProvenance | 'asking' | undefined {
  if (basis !== 'feed') return undefined;
  if (!known) return 'asking';
  const chosen = chosenSlice(slices, feed);
  return chosen && { ...chosen.feed, slice: chosen.slice };
}

function reportOf(
  session: Session,
  history: readonly PastLive[],
  {
    basis,
    word,
    category,
    target,
  }: {
    basis: Settings['basis'];
    /** Undefined where no feed says anything: then the market stands in. */
    word: FeedProvenance | undefined;
    category: RoomCategory;
    target: TargetChoice;
  },
): Report {
  const benchmark =
    word === undefined
      ? benchmarkFor(basis === 'own' ? 'own' : 'market', session, history, category.id)
      : feedBenchmark(word, currencyOf(session));
  return diagnose({
    session,
    benchmark: category.id === undefined ? benchmark : { ...benchmark, category: category.id },
    history,
    options: { target },
  });
}

/** The LIVE with its hosts, where the seller marked any. */
function withHosts(session: Session, { hosts }: Settings): Session {
  const marked = hosts[session.room.id];
  return marked === undefined ? session : { ...session, hosts: marked };
}

/** Starts of the LIVEs that the seller took out: TikTok's own comparison may tell of them too. */
export const takenOutStarts = ({ leftOut }: OwnLives<RoomRecord>): readonly UnixSeconds[] =>
  leftOut.flatMap(({ live, reason }) =>
    reason === 'taken-out' && live.room.startedAt !== undefined ? [live.room.startedAt] : [],
  );

/** What the seller wants the steps held against. */
function targetOf({ target, targetFigures }: Settings): TargetChoice {
  return target === 'custom' ? { kind: target, figures: targetFigures } : { kind: target };
}

/** Archived LIVEs as history: those whose length and figures are known. */
export function pastLives(rooms: readonly RoomRecord[], settings: Settings): readonly PastLive[] {
  return rooms.flatMap((record) => {
    const { room, figures, currency } = record;
    const span = spanOf(room);
    if (span === undefined) return [];
    const category = categoryOf(record, settings).id;
    return [
      {
        room: record.id,
        startedAt: span.from,
        endedAt: span.to,
        figures: dropPartialFigures(figures, room),
        ...(currency === undefined ? {} : { currency }),
        ...(category === undefined ? {} : { category }),
      },
    ];
  });
}
