import * as v from 'valibot';
import { moneyOf, numberOf } from '../../metrics/figure.ts';
import { present } from '../../metrics/present.ts';
import type { Session } from '../../metrics/session.ts';
import { DAY_SECONDS } from '../../metrics/time.ts';
import type { DemoAnswer } from '../exchange.ts';
import { envelope, invalidParameters, missingRequired } from './envelope.ts';
import { moneyValue, sixPlaces } from './values.ts';

/** A query for more days than this is refused. */
const LONGEST_DAYS = 92;

const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const BodySchema = v.object({
  request: v.object({
    params: v.pipe(
      v.array(
        v.object({
          list_control: v.object({
            pagination: v.object({ size: v.number(), page: v.number() }),
            rules: v.optional(v.array(v.object({ direction: v.number(), field: v.string() })), []),
          }),
          time_descriptor: v.object({
            start: day,
            end: day,
            timezone_offset: v.optional(v.number(), 0),
          }),
        }),
      ),
      v.minLength(1),
    ),
  }),
});

/**
 * The list of LIVEs: those that started in the days asked for (the end day left out), sorted by
 * revenue where a rule says so and else by start, a page at a time.
 */
export function roomList(sessions: readonly Session[], body: unknown): DemoAnswer {
  const read = v.safeParse(BodySchema, body);
  const [params] = read.success ? read.output.request.params : [];
  if (params === undefined) return missingRequired();
  const { start, end, timezone_offset: offset } = params.time_descriptor;
  const from = Date.parse(`${start}T00:00:00Z`) / 1000 - offset;
  const to = Date.parse(`${end}T00:00:00Z`) / 1000 - offset;
  if (!(to > from) || to - from > LONGEST_DAYS * DAY_SECONDS) return invalidParameters();

  const rule = params.list_control.rules[0];
  const value = rule?.field === 'LIVE_LIST_REVENUE' ? revenue : startOf;
  const sign = rule?.direction === 1 ? 1 : -1;
  const found = sessions
    .filter((session) => startOf(session) >= from && startOf(session) < to)
    .sort((one, other) => sign * (value(one) - value(other)));
  const { size, page } = params.list_control.pagination;
  return envelope({
    segments: [
      {
        timed_lists: [{ stats: found.slice(page * size, (page + 1) * size).map(encode) }],
        list_control: { next_pagination: { size, page: page + 1, total: found.length } },
      },
    ],
  });
}

const startOf = (session: Session): number => session.room.startedAt ?? 0;
const revenue = (session: Session): number => numberOf(session.figures, 'gmv') ?? 0;

function encode({ room, figures }: Session): object {
  const gmv = moneyOf(figures, 'gmv');
  const rate = (value: number | undefined) => (value === undefined ? undefined : sixPlaces(value));
  return present({
    live_id: room.id,
    live_name: room.title,
    creator_handle: room.creator?.handle,
    creator_alias: room.creator?.name,
    creator_type: 1,
    start_timestamp: room.startedAt,
    end_timestamp: room.status === 'live' ? undefined : room.endedAt,
    duration: room.duration,
    revenue: gmv && moneyValue(gmv),
    product_views_cnt: numberOf(figures, 'productImpressions'),
    co_rate: rate(numberOf(figures, 'ctorSku')),
    local_ctr_rate: rate(numberOf(figures, 'liveCtr')),
    local_views_cnt: numberOf(figures, 'views'),
  });
}
