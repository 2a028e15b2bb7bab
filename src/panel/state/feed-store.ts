import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import * as v from 'valibot';
import { currencyOf } from '../../diagnosis/currency.ts';
import type { Fault } from '../../metrics/fault.ts';
import { type Region, RegionSchema } from '../../metrics/feed/category-slice.ts';
import type { FeedAddress, FeedLack, FeedSlice } from '../../metrics/feed/feed.ts';
import { salesBasisOf } from '../../metrics/sales-basis.ts';
import { changesAll } from '../../platform/archive-news.ts';
import type { Request } from '../../platform/protocol.ts';
import type { Settings } from '../../platform/settings.ts';
import type { RoomCategory } from './category.ts';
import type { Ports } from './ports.ts';
import type { RoomView } from './room-store.ts';

/** What the benchmark feeds say of the category of the LIVE in view. */
export interface FeedsView {
  readonly slices: readonly FeedSlice[];
  /** Feeds that have nothing to say, and why. */
  readonly lacks: readonly FeedLack[];
  /** False until the worker answered for this LIVE and category. */
  readonly known: boolean;
  readonly fault?: Fault;
}

export interface FeedStore {
  readonly view: ReadonlySignal<FeedsView>;
  /** Asks again, where the last question failed; of a feed that failed, the feed itself, resting or not. */
  readonly retry: (feed?: FeedAddress) => void;
}

const unknown: FeedsView = { slices: [], lacks: [], known: false };

/** Asks for the category of the LIVE in view, and again at every change of a feed. */
export function createFeedStore(from: {
  ports: Pick<Ports, 'ask' | 'listen'>;
  room: ReadonlySignal<RoomView>;
  settings: ReadonlySignal<Settings>;
  category: ReadonlySignal<RoomCategory>;
}): FeedStore {
  const view = signal<FeedsView>(unknown);
  const news = signal(0);
  const wanted = computed(() =>
    wantedOf(from.room.value, from.category.value, from.settings.value),
  );
  // By its text, so that new figures of the same LIVE ask nothing.
  const about = computed(() => JSON.stringify(wanted.value));
  let turn = 0;
  let asked: { readonly key: string | undefined } | undefined;

  effect(() => {
    const key = about.value;
    void news.value;
    const request = wanted.peek();
    turn += 1;
    const mine = turn;
    if (asked === undefined || asked.key !== key) {
      view.value = { ...unknown, known: request === undefined };
    }
    asked = { key };
    if (request === undefined) return;
    void from.ports.ask('feed.category', request).then((reply) => {
      if (mine !== turn) return;
      view.value = reply.ok
        ? { ...reply.value, known: true }
        : { ...view.peek(), known: true, fault: reply.fault };
    });
  });
  from.ports.listen((told) => {
    if (told.kind === 'feeds' || changesAll(told)) news.value += 1;
  });

  return {
    view,
    retry: (feed) => {
      if (feed === undefined) news.value += 1;
      else {
        // How that ended is kept with the feed: the next answer about the category tells it.
        void from.ports.ask('feed.refresh', { address: feed }).then(() => {
          news.value += 1;
        });
      }
    },
  };
}

/** The question about a LIVE; undefined while there is none, or its category isn't known. */
function wantedOf(
  { session }: RoomView,
  category: RoomCategory,
  settings: Settings,
): Request<'feed.category'> | undefined {
  if (session === undefined || category.id === undefined) return undefined;
  const region = regionOf(session.room.region);
  const currency = currencyOf(session);
  return {
    which: settings.sample ? 'sample' : 'shop',
    category: category.id,
    basis: salesBasisOf(session.figures),
    ...(region === undefined ? {} : { region }),
    ...(currency === undefined ? {} : { currency }),
  };
}

/** Seller Center writes regions in either case, and the United Kingdom as its sellers do. */
function regionOf(told: string | undefined): Region | undefined {
  const upper = told?.toUpperCase();
  const read = v.safeParse(RegionSchema, upper === 'UK' ? 'GB' : upper);
  return read.success ? read.output : undefined;
}

/** The slice to compare with: of the feed that the seller chose, else of the first that has one. */
export function chosenSlice(
  slices: readonly FeedSlice[],
  chosen: FeedAddress | undefined,
): FeedSlice | undefined {
  return slices.find(({ feed }) => feed.address === chosen) ?? slices[0];
}
