import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { bestAsLong } from '../../diagnosis/best-as-long.ts';
import { currencyOf } from '../../diagnosis/currency.ts';
import { CUT_SECONDS } from '../../diagnosis/replay-cut.ts';
import { numberOf } from '../../metrics/figure.ts';
import { categoryOf } from '../../metrics/live/category.ts';
import { HISTORY_SECONDS } from '../../metrics/live/history-span.ts';
import type { OwnLives } from '../../metrics/live/own.ts';
import type { ListedRoom } from '../../metrics/room-record.ts';
import type { RoomInfo } from '../../metrics/session.ts';
import type { Seconds } from '../../metrics/time.ts';
import type { HistoryProgress } from '../../platform/history.ts';
import type { Settings } from '../../platform/settings.ts';
import {
  anyClip,
  type BenchmarkCase,
  candidates,
  feedCases,
  type Mine,
  mayServe,
  ownCases,
  shows,
  type WantedCase,
} from '../benchmarks/cases.ts';
import { type OwnLack, ownLackOf } from '../benchmarks/own-lack.ts';
import type { RoomCategory } from './category.ts';
import type { FeedsView } from './feed-store.ts';
import { knowsUsual, type ListView } from './list-store.ts';
import type { RoomView } from './room-store.ts';

/** Why the LIVE in view has no best minutes to hold a clip against: no course is known, or its steps are too long. */
export type CourseLack =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'coarse'; readonly step: Seconds; readonly length: Seconds };

/** LIVEs to learn from, for the LIVE in view: the seller's own and those that feeds tell of. */
export interface StreamsStore {
  readonly cases: ReadonlySignal<readonly BenchmarkCase[]>;
  /** The LIVE in view, as cases are held against it. */
  readonly mine: ReadonlySignal<Mine>;
  /** Why no clip can be held against its best minutes; undefined where clips can. */
  readonly courseLack: ReadonlySignal<CourseLack | undefined>;
  /** Why none of the seller's own LIVEs is among the cases, where none is. */
  readonly ownLack: ReadonlySignal<OwnLack>;
  /** What the seller looks for; everything again when another LIVE comes into view. */
  readonly wanted: Signal<WantedCase>;
  /** Looks for what shows a factor, whatever was looked for before. */
  readonly want: (factor: string) => void;
  /** How many cases show a factor. */
  readonly showing: (factor: string) => number;
}

export function createStreamsStore(from: {
  room: ReadonlySignal<RoomView>;
  list: ReadonlySignal<ListView>;
  own: ReadonlySignal<OwnLives<ListedRoom>>;
  settings: ReadonlySignal<Settings>;
  category: ReadonlySignal<RoomCategory>;
  feeds: ReadonlySignal<FeedsView>;
  /** How far the reading of earlier LIVEs has come; undefined where it was never begun. */
  history: ReadonlySignal<HistoryProgress['phase'] | undefined>;
}): StreamsStore {
  const wanted = signal<WantedCase>(anyClip);
  const session = computed(() => from.room.value.session);
  const inView = computed(() => session.value?.room.id);
  const category = computed(() => from.category.value.id);

  effect(() => {
    void inView.value;
    void category.value;
    wanted.value = anyClip;
  });

  const mine = computed<Mine>(() => {
    const live = session.value;
    // Asked for by every card at each drawing, and mostly the same.
    const best = new Map<string, number | undefined>();
    return {
      currency: live === undefined ? undefined : currencyOf(live),
      figure: (metric) => (live === undefined ? undefined : numberOf(live.figures, metric)),
      best: (metric, length) => {
        if (live === undefined) return undefined;
        const key = `${metric} ${length}`;
        if (!best.has(key)) best.set(key, bestAsLong(live, metric, length));
        return best.get(key);
      },
    };
  });
  const courseLack = computed<CourseLack | undefined>(() => {
    const live = session.value;
    if (live === undefined) return undefined;
    if (live.timeline === undefined) return { kind: 'unknown' };
    const step = live.timeline.interval;
    const isKnown = mine.value.best('gmvPerHour', CUT_SECONDS) !== undefined;
    if (isKnown) return undefined;
    return step > CUT_SECONDS ? { kind: 'coarse', step, length: CUT_SECONDS } : { kind: 'unknown' };
  });
  const span = computed(() => ({
    start: session.value?.room.startedAt,
    reach: HISTORY_SECONDS,
  }));
  const ownLack = computed<OwnLack>(() => {
    const { list, own, settings, history } = from;
    const room = session.value?.room;
    return ownLackOf({
      near: own.value.own.filter((record) => mayServe(record, span.value)),
      category: category.value,
      categoryOf: (record) => categoryOf(record, settings.value),
      list: room === undefined ? 'reading' : standOf(list.value, room),
      isReading: history.value === 'running',
    });
  });
  const cases = computed<readonly BenchmarkCase[]>(() => {
    if (inView.value === undefined) return [];
    const records = candidates(
      from.own.value.own,
      span.value,
      category.value,
      (record) => categoryOf(record, from.settings.value).id,
    );
    const own = new Set([inView.value, ...from.list.value.rooms.map(({ id }) => id)]);
    return [...feedCases(from.feeds.value.slices, own), ...ownCases(records)];
  });
  return {
    cases,
    mine,
    courseLack,
    ownLack,
    wanted,
    want: (factor) => {
      wanted.value = { ...anyClip, factor };
    },
    showing: (factor) => cases.value.filter((one) => shows(one, factor, mine.value)).length,
  };
}

/** Whether the figures of the LIVEs around one were read. */
function standOf(list: ListView, room: RoomInfo): 'reading' | 'unreadable' | 'known' {
  if (list.unread !== undefined) return 'unreadable';
  return knowsUsual(list, room) ? 'known' : 'reading';
}
