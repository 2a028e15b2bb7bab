import type { PinCard } from '../../diagnosis/course/pin-scorecards.ts';
import type { Pin, Series, Session } from '../../metrics/session.ts';
import { type Seconds, type UnixSeconds, unixSeconds } from '../../metrics/time.ts';

/** One interval of the LIVE; a figure that was not reported is undefined. */
interface TimelineRow {
  readonly at: UnixSeconds;
  readonly viewers: number | undefined;
  readonly gmv: number | undefined;
  readonly orders: number | undefined;
}

/** What the chart draws, from its top. */
const figures = ['gmv', 'viewers', 'orders'] as const;
export type Drawn = (typeof figures)[number];

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
  return {
    interval: timeline.interval,
    drawn: figures.filter((of) => (known[of]?.size ?? 0) > 0),
    from: unixSeconds(first),
    to: unixSeconds(last + timeline.interval),
    rows: times.map((at) => ({
      at: unixSeconds(at),
      viewers: viewers?.get(at),
      gmv: gmv?.get(at),
      orders: orders?.get(at),
    })),
  };
}

/** How a figure went over the LIVE, in a few figures. */
export interface Ends {
  readonly peak: { readonly at: UnixSeconds; readonly value: number };
  readonly lowest: number;
  /** In the last interval that has the figure. */
  readonly last: number;
}

/** Where a figure stood highest and lowest, and where it ended; undefined where it stood at nothing throughout. */
export function endsOf({ rows }: Pick<TimelineData, 'rows'>, of: Drawn): Ends | undefined {
  const known = rows.flatMap((row) => {
    const value = row[of];
    return value === undefined ? [] : [{ at: row.at, value }];
  });
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const peak = known.reduce((most, one) => (one.value > most.value ? one : most), first);
  if (peak.value <= 0) return undefined;
  return { peak, lowest: Math.min(...known.map(({ value }) => value)), last: last.value };
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
