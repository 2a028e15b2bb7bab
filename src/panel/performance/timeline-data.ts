import type { PinCard } from '../../diagnosis/course/pin-scorecards.ts';
import { endOf, type LiveTimes } from '../../metrics/live/length.ts';
import type { Pin, Series, Session } from '../../metrics/session.ts';
import type { MessageKey } from '../../metrics/text.ts';
import { type Seconds, seconds, type UnixSeconds, unixSeconds } from '../../metrics/time.ts';

/** One interval of the LIVE; a figure that was not reported is undefined. */
export interface TimelineRow {
  readonly at: UnixSeconds;
  /** How much of the interval the LIVE covers, where that is a part; `unknown` while the LIVE runs on in it. */
  readonly part?: Seconds | 'unknown';
  readonly viewers: number | undefined;
  readonly gmv: number | undefined;
  readonly orders: number | undefined;
}

/** What the chart draws, from its top. */
const figures = ['gmv', 'viewers', 'orders'] as const;
export type Drawn = (typeof figures)[number];

/** What each is called; of viewers those at once, where all who ever came stand elsewhere on the page. */
export const drawnNames = {
  gmv: 'metric_gmv_name',
  viewers: 'performance_timeline_viewers',
  orders: 'metric_orders_name',
} as const satisfies Record<Drawn, MessageKey>;

export interface TimelineData {
  readonly interval: Seconds;
  /** The figures that were reported, as the chart draws them from its top. */
  readonly drawn: readonly Drawn[];
  readonly from: UnixSeconds;
  readonly to: UnixSeconds;
  readonly rows: readonly TimelineRow[];
}

/** The course of a LIVE in the intervals that Seller Center chose; undefined without any series. */
export function timelineData(session: Session): TimelineData | undefined {
  const { timeline } = session;
  if (timeline === undefined) return undefined;
  const viewers = pointsOf(timeline.series, 'concurrentViewers');
  const gmv = pointsOf(timeline.series, 'gmv');
  const orders = pointsOf(timeline.series, 'orders') ?? pointsOf(timeline.series, 'skuOrders');
  const times = [
    ...new Set([viewers, gmv, orders].flatMap((points) => [...(points?.keys() ?? [])])),
  ];
  times.sort((a, b) => a - b);
  const [first] = times;
  const last = times.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const known = { gmv, viewers, orders };
  const partAt = partsOf(session.room, timeline.interval, last);
  return {
    interval: timeline.interval,
    drawn: figures.filter((of) => (known[of]?.size ?? 0) > 0),
    from: unixSeconds(first),
    to: unixSeconds(last + timeline.interval),
    rows: times.map((at) => {
      const part = partAt(at);
      return {
        at: unixSeconds(at),
        ...(part === undefined ? {} : { part }),
        viewers: viewers?.get(at),
        gmv: gmv?.get(at),
        orders: orders?.get(at),
      };
    }),
  };
}

/** How much of the interval from an instant the LIVE covers; undefined of a whole one, and where that isn't known. */
function partsOf(
  room: LiveTimes,
  interval: Seconds,
  newest: number,
): (at: number) => TimelineRow['part'] {
  const { startedAt, duration, status } = room;
  const reached =
    endOf(room) ??
    (status === 'live' && startedAt !== undefined && duration !== undefined
      ? startedAt + duration
      : undefined);
  return (at) => {
    if (status === 'live' && reached === undefined && at === newest) return 'unknown';
    const from = Math.max(at, startedAt ?? at);
    const to = Math.min(at + interval, reached ?? at + interval);
    return to - from < interval ? seconds(Math.max(0, to - from)) : undefined;
  };
}

/**
 * The part of an interval with which the LIVE ends, where the chart draws nothing of it: less time makes less of what
 * is counted, which would look like a fall. Undefined where all figures are drawn to the end.
 */
export function undrawn({
  rows,
  drawn,
}: Pick<TimelineData, 'rows' | 'drawn'>): TimelineRow | undefined {
  const last = rows.at(-1);
  if (last?.part === undefined || rows.length < 2) return undefined;
  const fell = drawn.some((of) => {
    const before = rows.slice(0, -1).findLast((row) => row[of] !== undefined)?.[of];
    const value = last[of];
    return value !== undefined && before !== undefined && value < before;
  });
  return fell ? last : undefined;
}

/** A figure over the LIVE as the chart draws it: all figures end together, before what is {@link undrawn}. */
export function drawnOf(
  data: Pick<TimelineData, 'rows' | 'drawn'>,
  of: Drawn,
): readonly (number | undefined)[] {
  const without = undrawn(data);
  return data.rows.map((row) => (row === without ? undefined : row[of]));
}

/** How a figure went over the LIVE, in a few figures. */
export interface Ends {
  readonly peak: { readonly at: UnixSeconds; readonly value: number };
  readonly lowest: number;
  /** In the last whole interval that has the figure. */
  readonly last: number;
}

/**
 * Where a figure stood highest; where it stood lowest and where it ended, by the whole intervals. Undefined where it
 * stood at nothing throughout.
 */
export function endsOf({ rows }: Pick<TimelineData, 'rows'>, of: Drawn): Ends | undefined {
  const known = rows.flatMap((row) => {
    const value = row[of];
    return value === undefined ? [] : [{ at: row.at, value, isWhole: row.part === undefined }];
  });
  const [first] = known;
  const whole = known.filter(({ isWhole }) => isWhole);
  const told = whole.length > 0 ? whole : known;
  const last = told.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const { at, value } = known.reduce((most, one) => (one.value > most.value ? one : most), first);
  if (value <= 0) return undefined;
  const lowest = Math.min(...told.map((one) => one.value));
  return { peak: { at, value }, lowest, last: last.value };
}

function pointsOf(
  series: readonly { readonly metric: string; readonly points: Series['points'] }[],
  metric: string,
): ReadonlyMap<number, number> | undefined {
  const found = series.find((one) => one.metric === metric);
  return found === undefined ? undefined : new Map(found.points.map(([at, value]) => [at, value]));
}

/** Where a stretch of the LIVE lies on the chart, as shares of its width, clipped to it. */
export function placeInTime(
  { from, to }: Pick<TimelineData, 'from' | 'to'>,
  start: UnixSeconds,
  end: UnixSeconds | undefined,
): { readonly left: number; readonly width: number } {
  const share = (at: number): number => Math.min(1, Math.max(0, (at - from) / (to - from)));
  const left = share(start);
  return { left, width: share(end ?? to) - left };
}

/** A pin with how it did against the rest of the LIVE. */
export interface JudgedPin extends Pin {
  readonly verdict: PinCard['verdict'];
}

/** The pins in order of time, each with the verdict on it. */
export function judgedPins(pins: readonly Pin[], cards: readonly PinCard[]): readonly JudgedPin[] {
  return pins
    .toSorted((a, b) => a.startedAt - b.startedAt)
    .map((pin) => {
      const card = cards.find(
        ({ product, from, to }) =>
          product === pin.product && from >= pin.startedAt && to <= (pin.endedAt ?? to),
      );
      return { ...pin, verdict: card?.verdict ?? 'untold' };
    });
}
