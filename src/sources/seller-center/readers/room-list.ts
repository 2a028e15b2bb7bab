import type { Figures } from '../../../metrics/figure.ts';
import { parseRoomId } from '../../../metrics/ids.ts';
import { accountOf } from '../../../metrics/live/account.ts';
import { present } from '../../../metrics/present.ts';
import type { RoomInfo, SessionPart } from '../../../metrics/session.ts';
import { toMs } from '../../../metrics/time.ts';
import { Fields, Gaps } from '../fields.ts';
import type { Reader, ReadingContext } from '../reader.ts';

const endpoint = 'live/list';

/** How far from the answer a LIVE's length may end that still grew: its clock is another. Chosen by us. */
const STILL_GROWS_SECONDS = 2 * 60;

/**
 * The shop's LIVEs, one part a room. Its rates (`local_ctr_rate`, `co_rate`) don't say by what they
 * are divided and no click count stands beside them, so they stay unread and are noted.
 */
export const roomListReader: Reader = {
  endpoint,
  path: /\/insights\/seller\/(?:shop\/)?live\/list$/,
  read(data, context) {
    const gaps = new Gaps(endpoint);
    return rowsOf(Fields.of(data, gaps)).flatMap((row) => readRoom(row, context));
  },
};

/** How many LIVEs the list has over all pages; undefined when the answer doesn't say. */
export function totalOf(data: Record<string, unknown>): number | undefined {
  const [segment] = Fields.of(data, new Gaps(endpoint)).list('segments');
  return segment?.inside('list_control').inside('next_pagination').count('total');
}

/** How many rows a page carries, those that can't be read included. */
export function rowCountOf(data: Record<string, unknown>): number {
  return rowsOf(Fields.of(data, new Gaps(endpoint))).length;
}

function rowsOf(answer: Fields): Fields[] {
  return answer
    .list('segments')
    .flatMap((segment) => segment.list('timed_lists'))
    .flatMap((list) => list.list('stats'));
}

function readRoom(row: Fields, { origin }: ReadingContext): SessionPart[] {
  const gaps = new Gaps(endpoint);
  const own = row.collecting(gaps);
  const id = parseRoomId(own.id('live_id') ?? '');
  if (id === undefined) return [];
  const startedAt = own.instant('start_timestamp');
  const endedAt = own.instant('end_timestamp');
  const ended = endedAt !== undefined && toMs(endedAt) <= origin.at;
  const duration = own.length('duration');
  // The list has no word for it: a LIVE without an end whose length reaches to the answer runs.
  const runs =
    endedAt === undefined &&
    startedAt !== undefined &&
    duration !== undefined &&
    Math.abs(origin.at / 1000 - startedAt - duration) <= STILL_GROWS_SECONDS;
  const creator = present({ handle: own.text('creator_handle'), name: own.text('creator_alias') });
  const room: RoomInfo = present({
    id,
    title: own.text('live_name'),
    coverUrl: own.address('cover_url') ?? own.address('live_cover_url'),
    creator: Object.keys(creator).length === 0 ? undefined : creator,
    ...accountOf({ handle: creator.handle }),
    startedAt,
    endedAt: ended ? endedAt : undefined,
    duration,
    status: ended ? 'ended' : runs ? 'live' : undefined,
  });
  const figures = readFigures(own, { ...origin, summary: true });
  for (const unclear of ['local_ctr_rate', 'co_rate']) {
    if (own.has(unclear)) gaps.note(unclear, 'contradicts');
  }
  return [
    present({
      room,
      currency: figures.gmv?.money.currency,
      figures,
      origins: { room: { ...origin, summary: true } },
      gaps: gaps.list,
    }),
  ];
}

function readFigures(row: Fields, origin: ReadingContext['origin']): Figures {
  const gmv = row.money('revenue', 'gmv');
  const counts = {
    views: row.count('local_views_cnt', 'views'),
    viewers: row.count('local_viewers_cnt', 'viewers'),
    productImpressions: row.count('product_views_cnt', 'productImpressions'),
  };
  const figures: Figures = gmv === undefined ? {} : { gmv: { money: gmv, origin } };
  for (const id of ['views', 'viewers', 'productImpressions'] as const) {
    const value = counts[id];
    if (value !== undefined) figures[id] = { value, origin };
  }
  return figures;
}
