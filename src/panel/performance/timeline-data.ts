import type { Pin, Series, Session } from '../../metrics/session.ts';
import { type UnixSeconds, unixSeconds } from '../../metrics/time.ts';

/** One interval of the LIVE; a figure that was not reported is undefined. */
interface TimelineRow {
  readonly at: UnixSeconds;
  readonly viewers: number | undefined;
  readonly gmv: number | undefined;
  readonly orders: number | undefined;
}

export interface TimelineData {
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
  return {
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

/** What the chart draws, from its top. */
export const drawn = ['gmv', 'viewers', 'orders'] as const;

/** The interval in which a figure stood highest; undefined where it wasn't reported or stood at nothing. */
export function peakOf(
  { rows }: Pick<TimelineData, 'rows'>,
  of: (typeof drawn)[number],
): { readonly at: UnixSeconds; readonly value: number } | undefined {
  let peak: { readonly at: UnixSeconds; readonly value: number } | undefined;
  for (const row of rows) {
    const value = row[of];
    if (value !== undefined && value > (peak?.value ?? 0)) peak = { at: row.at, value };
  }
  return peak;
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

/** The pins in order of time. */
export function pinsInOrder(pins: readonly Pin[]): readonly Pin[] {
  return [...pins].sort((a, b) => a.startedAt - b.startedAt);
}
