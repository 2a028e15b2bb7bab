import type { Figures } from '../../../metrics/figure.ts';
import { parseRoomId } from '../../../metrics/ids.ts';
import { accountOf } from '../../../metrics/live/account.ts';
import { present } from '../../../metrics/present.ts';
import type { RoomInfo, SessionPart } from '../../../metrics/session.ts';
import { seconds, toMs } from '../../../metrics/time.ts';
import { Fields, Gaps } from '../fields.ts';
import type { Reader, ReadingContext } from '../reader.ts';

/**
 * Three more lists of LIVEs beside the seller's own (`room-list.ts`), each with field names of its own, as
 * third-party programs saw them against real shops. A LIVE that a list lacks is not gone: two of them
 * never hold all.
 */

/** A creator's LIVEs, 500 a page. An end of 0 is a LIVE that runs. */
export const creatorLiveListReader: Reader = {
  endpoint: 'creator/live/list',
  path: /\/insights\/creator\/live\/list$/,
  read: (data, context) =>
    Fields.of(data, new Gaps('creator/live/list'))
      .list('segments')
      .flatMap((segment) => {
        const around = segment.collecting(new Gaps('creator/live/list'));
        const creator = idIn(around.inside('filter'));
        return rowsOf(segment, 'timed_lists', 'stats').flatMap((row) =>
          partOf(row, context, around.gaps, (fields) => {
            const startedAt = fields.instant('live_start_timestamp');
            const endedAt = fields.instant('live_end_timestamp');
            const runs = fields.number('live_end_timestamp') === 0;
            const ended = endedAt !== undefined && toMs(endedAt) <= context.origin.at;
            return {
              id: fields.id('live_id'),
              room: {
                title: fields.text('live_name'),
                ...(creator === undefined ? {} : { creator: { id: creator } }),
                ...accountOf({ id: creator }),
                startedAt,
                ...(ended ? { endedAt, status: 'ended' as const } : {}),
                ...(runs ? { status: 'live' as const } : {}),
                ...(ended && startedAt !== undefined
                  ? { duration: seconds(endedAt - startedAt) }
                  : {}),
              },
              revenue: fields,
            };
          }),
        );
      }),
};

/** One LIVE a creator, with names and revenue in two inner objects. Signed out, it is an empty list. */
export const performanceListReader: Reader = {
  endpoint: 'performance/creator/list',
  path: /\/insights\/seller\/live\/performance\/creator\/list$/,
  read: (data, context) =>
    Fields.of(data, new Gaps('performance/creator/list'))
      .list('stats')
      .flatMap((row) =>
        partOf(row, context, new Gaps('performance/creator/list'), (fields) => {
          const live = fields.inside('live_meta');
          const { handle, name } = creatorIn(fields.inside('creator_meta'));
          return {
            id: live.id('id'),
            room: {
              title: live.text('name'),
              ...(handle === undefined && name === undefined
                ? {}
                : { creator: present({ handle, name }) }),
              ...accountOf({ handle }),
              startedAt: live.instant('start_time'),
            },
            revenue: fields,
          };
        }),
      ),
};

/** The LIVEs of today: which they are, whose, and whether they run. */
export const todayListReader: Reader = {
  endpoint: 'today/live/list',
  path: /\/insights\/seller\/shop\/overview\/performance\/today\/live\/list$/,
  read: (data, context) =>
    Fields.of(data, new Gaps('today/live/list'))
      .list('segments')
      .flatMap((segment) => rowsOf(segment, 'timed_list', 'list'))
      .flatMap((row) =>
        partOf(row, context, new Gaps('today/live/list'), (fields) => {
          const handle = fields.text('live_creator_handle');
          return {
            id: fields.id('live_id'),
            room: {
              ...(handle === undefined ? {} : { creator: { handle } }),
              ...accountOf({ handle }),
              ...(fields.flag('live_is_ongoing') === true ? { status: 'live' as const } : {}),
            },
          };
        }),
      ),
};

const rowsOf = (segment: Fields, outer: string, inner: string): Fields[] =>
  segment.list(outer).flatMap((list) => list.list(inner));

/** The first of a list of ids. */
function idIn(filter: Fields): string | undefined {
  return filter.ids('creator_id')[0];
}

const creatorIn = (meta: Fields): { handle?: string | undefined; name?: string | undefined } => ({
  handle: meta.text('handle'),
  name: meta.text('display_name'),
});

/** What a row says: the LIVE's id, what is known of the room, and where its revenue stands. */
interface Row {
  readonly id: string | undefined;
  readonly room: { readonly [K in keyof RoomInfo]?: RoomInfo[K] | undefined };
  readonly revenue?: Fields;
}

/** The part of a row; none where the row names no LIVE. `around` holds what could not be read of what it stands in. */
function partOf(
  row: Fields,
  { origin }: ReadingContext,
  around: Gaps,
  read: (fields: Fields) => Row,
): SessionPart[] {
  const gaps = new Gaps(around.endpoint, around.list);
  const fields = row.collecting(gaps);
  const { id: text, room, revenue } = read(fields);
  const id = parseRoomId(text ?? '');
  if (id === undefined) return [];
  const summary = { ...origin, summary: true };
  const gmv = revenue?.money('revenue', 'gmv');
  const figures: Figures = gmv === undefined ? {} : { gmv: { money: gmv, origin: summary } };
  fields.noteUnknown();
  return [
    present({
      room: { ...present({ ...room }), id },
      currency: gmv?.currency,
      figures,
      origins: { room: summary },
      gaps: gaps.list,
    }),
  ];
}
