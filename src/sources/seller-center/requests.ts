import type { RoomId } from '../../metrics/ids.ts';
import type { Part } from '../../metrics/session.ts';
import { DAY_MS, HOUR_SECONDS, type UnixMs } from '../../metrics/time.ts';
import { portraitStats } from './portrait-types.ts';
import { trendStats } from './stats-types.ts';

/** The room a request is about; creator and country are sent where they are known. */
export interface RoomAsked {
  readonly room: RoomId;
  readonly creator?: string | undefined;
  readonly country?: string | undefined;
}

/** One request as it goes out. */
export interface Ask {
  /** The reader's name of the endpoint. */
  readonly endpoint: string;
  readonly part: Part;
  readonly path: string;
  readonly query: string;
  readonly body: string;
}

const DETAIL = 'insights/workbench/live/detail';
const workbenchQuery = new URLSearchParams({
  aid: '4068',
  app_name: 'i18n_ecom_shop',
}).toString();

/**
 * Every id of core/stats that tells something, and the market comparisons as negative ids: the full
 * useful set as answered in real shops, and the payment rate (50).
 */
export const allCoreIds: readonly number[] = [
  3, 2, 7, 344, 15, 17, 27, 346, 348, 23, 310, 18, 20, 30, 29, 5, 10, 11, 343, 323, 330, 72, 70, 71,
  39, 43, 325, 332, 349, 62, 61, 60, 331, 312, 313, 314, 315, 241, 283, 290, 291, 292, 50, -3, -2,
  -7, -344, -23, -20, -18, -39, -10, -11, -15, -62, -70, -71, -330,
];

/** What the page itself asked for in the capture: the set to fall back on, as one invalid id spoils a whole answer. */
export const pageCoreIds: readonly number[] = [
  241, 20, 310, 29, 313, 332, 330, 10, 72, 15, 62, 11, 323, 283, 344, 325, 3, 2, 5, 18, 290, 291,
  292, -20, -330, -10, -15, -62, -11, -344, -3, -2, -18,
];

/**
 * What the page asks for in Indonesia, as a third party saw it: direct figures in place of GMV and GMV
 * per hour. Whether these ids are valid elsewhere isn't known, and one that isn't spoils a whole answer.
 */
const indonesianCoreIds: readonly number[] = [
  23, 20, 322, 310, 39, 29, 332, 330, 10, 323, 349, 70, 43, 30, 71, 72, 341, 342, 2, 5, 18, 290,
  291, 292, -23, -20, -39, -330, -10, -70, -41, -71, -341, -342, -2, -18,
];
const indonesianProductIds: readonly number[] = [
  1, 2, 3, 4, 5, 6, 51, 350, 64, 7, 10, 15, 341, 120, 30, 342,
];

/** The 19 fields of product/list; id, name, cover and pin come with any of them. */
export const productIds: readonly number[] = [
  4, 5, 6, 7, 10, 15, 17, 18, 21, 30, 35, 41, 48, 51, 55, 64, 120, 301, 345,
];

/** The ids of trend/chart. */
export const trendIds: readonly number[] = trendStats.map((stat) => stat.id);

const portraitIds: readonly number[] = portraitStats.map((stat) => stat.id);

/** Ids by endpoint. */
export type IdsByEndpoint = Readonly<Record<string, readonly number[]>>;

/**
 * All the ids that an endpoint is asked for; an endpoint that isn't here answers the same whatever
 * it is asked.
 */
export const idsOf: IdsByEndpoint = {
  'core/stats': allCoreIds,
  'trend/chart': trendIds,
  'product/list': productIds,
  'user/portrait': portraitIds,
};

/** The same as a country's own pages ask for them. */
export function idsIn(country: string | undefined): IdsByEndpoint {
  if (country !== 'ID') return idsOf;
  return { ...idsOf, 'core/stats': indonesianCoreIds, 'product/list': indonesianProductIds };
}

function detail(
  asked: RoomAsked,
  part: Part,
  endpoint: string,
  fields: Readonly<Record<string, unknown>> = {},
  version = 'v1',
): Ask {
  const room_filter = {
    room_id: asked.room,
    is_content_type: 1,
    ...(asked.creator === undefined ? {} : { creator_id: asked.creator }),
    ...(asked.country === undefined ? {} : { country: asked.country }),
  };
  return {
    endpoint,
    part,
    path: `/api/${version}/${DETAIL}/${endpoint}`,
    query: workbenchQuery,
    body: JSON.stringify({ request: { room_filter, ...fields } }),
  };
}

/** Asks for the room's figures and comparisons. */
export function askCoreStats(asked: RoomAsked, ids: readonly number[] = allCoreIds): Ask {
  return detail(asked, 'figures', 'core/stats', { stats_types: ids });
}

/** Asks for distributions of the audience; thirteen at a time were answered in a real shop. */
export function askPortrait(asked: RoomAsked, ids: readonly number[]): Ask {
  return detail(asked, 'audience', 'user/portrait', { stats_types: ids });
}

/**
 * The requests for a room, one an endpoint, the most telling first. `only` narrows an endpoint to some of
 * its ids.
 */
export function asksOf(asked: RoomAsked, only: IdsByEndpoint = {}): readonly Ask[] {
  const ids = { ...idsIn(asked.country), ...only };
  const withIds = (endpoint: string, ask: (ids: readonly number[]) => Ask): Ask[] => {
    const named = ids[endpoint] ?? [];
    return named.length === 0 ? [] : [ask(named)];
  };
  return [
    detail(asked, 'room', 'room/status'),
    ...withIds('core/stats', (stats_types) => askCoreStats(asked, stats_types)),
    ...withIds('trend/chart', (stats_types) =>
      detail(asked, 'timeline', 'trend/chart', { stats_types }),
    ),
    ...withIds('product/list', (stats_types) =>
      detail(asked, 'products', 'product/list', { stats_types, sorting_type: 1 }),
    ),
    detail(asked, 'sources', 'source/new', { stats_types: [100], version: 3 }, 'v3'),
    detail(asked, 'pins', 'event/timeline'),
    detail(asked, 'room', 'room/info'),
    ...withIds('user/portrait', (stats_types) => askPortrait(asked, stats_types)),
  ];
}

/** The longest span one room list may cover. */
const LIST_DAYS = 92;
/** How many rooms a page of the list has. */
export const LIST_PAGE = 50;

/** Days of the list are cut at UTC-8, like those of TikTok's diagnosis. */
const LIST_OFFSET_SECONDS = -8 * HOUR_SECONDS;

/** Asks for one page of the shop's LIVEs of the 92 days up to and including today. */
export function askRoomList(asked: {
  readonly now: UnixMs;
  readonly page: number;
  readonly sellerId?: string | undefined;
}): Ask {
  const dayOf = (ms: number): string =>
    new Date(ms + LIST_OFFSET_SECONDS * 1000).toISOString().slice(0, 10);
  const end = asked.now + DAY_MS;
  const query = new URLSearchParams({
    aid: '4068',
    app_name: 'i18n_ecom_shop',
    use_content_type_definition: '1',
    language: 'en',
    ...(asked.sellerId === undefined
      ? {}
      : { oec_seller_id: asked.sellerId, seller_id: asked.sellerId }),
  });
  const params = {
    list_control: {
      pagination: { size: LIST_PAGE, page: asked.page },
      rules: [{ direction: 2, field: 'LIVE_LIST_REVENUE' }],
    },
    filter: { creator_id: [], feature_type: 4 },
    stats_types: [12, 20, 61, 86, 32, 81, 2, 3, 4, 5, 6, 10, 12, 13, 14, 7, 8, 120],
    time_selector: { period: 10, granularity: 1 },
    time_descriptor: {
      start: dayOf(end - LIST_DAYS * DAY_MS),
      end: dayOf(end),
      timezone_offset: LIST_OFFSET_SECONDS,
      scenario: 1,
      granularity: 'ALL',
      with_previous_period: false,
    },
  };
  return {
    endpoint: 'live/list',
    part: 'room',
    path: '/api/v4/insights/seller/live/list',
    query: query.toString(),
    body: JSON.stringify({ request: { params: [params] } }),
  };
}
