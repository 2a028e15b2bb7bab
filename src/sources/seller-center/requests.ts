import type { RoomId } from '../../metrics/ids.ts';
import type { Part } from '../../metrics/session.ts';
import { DAY_MS, HOUR_SECONDS, type UnixMs } from '../../metrics/time.ts';
import { allCoreIds } from './question-ids.ts';
import type { AskedReader } from './reader.ts';
import { coreStatsReader } from './readers/core-stats.ts';
import { userPortraitReader } from './readers/user-portrait.ts';
import { askedReaders } from './readers.ts';

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

/** Ids by endpoint. */
export type IdsByEndpoint = Readonly<Record<string, readonly number[]>>;

/**
 * All the ids that an endpoint is asked for, as a country's own pages ask for them; an endpoint that isn't
 * here answers the same whatever it is asked.
 */
function idsIn(country: string | undefined): IdsByEndpoint {
  return Object.fromEntries(
    askedReaders.flatMap(({ endpoint, asked }) =>
      asked.ids === undefined ? [] : [[endpoint, asked.ids(country)]],
    ),
  );
}

/** The same where the country isn't known. */
export const idsOf: IdsByEndpoint = idsIn(undefined);

function askOf(
  { endpoint, asked: how }: AskedReader,
  { room, creator, country }: RoomAsked,
  ids: readonly number[] | undefined,
): Ask {
  const room_filter = {
    room_id: room,
    is_content_type: 1,
    ...(creator === undefined ? {} : { creator_id: creator }),
    ...(country === undefined ? {} : { country }),
  };
  const named = ids === undefined ? {} : { stats_types: ids };
  return {
    endpoint,
    part: how.part,
    path: `/api/${how.version ?? 'v1'}/${DETAIL}/${endpoint}`,
    query: workbenchQuery,
    body: JSON.stringify({ request: { room_filter, ...named, ...how.fields } }),
  };
}

/** Asks for the room's figures and comparisons. */
export function askCoreStats(asked: RoomAsked, ids: readonly number[] = allCoreIds): Ask {
  return askOf(coreStatsReader, asked, ids);
}

/** Asks for distributions of the audience; thirteen at a time were answered in a real shop. */
export function askPortrait(asked: RoomAsked, ids: readonly number[]): Ask {
  return askOf(userPortraitReader, asked, ids);
}

/**
 * The requests for a room, one an endpoint, the most telling first. `only` narrows an endpoint to some of
 * its ids; of an endpoint that takes ids nothing is asked where none is left.
 */
export function asksOf(asked: RoomAsked, only: IdsByEndpoint = {}): readonly Ask[] {
  return askedReaders.flatMap((reader): Ask[] => {
    const ids = only[reader.endpoint] ?? reader.asked.ids?.(asked.country);
    return ids?.length === 0 ? [] : [askOf(reader, asked, ids)];
  });
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
