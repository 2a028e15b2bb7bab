import type { MetricId } from '../../metrics/catalogue.ts';
import { type CurrencyCode, money } from '../../metrics/money.ts';
import type { Session } from '../../metrics/session.ts';
import type { DemoAnswer } from '../exchange.ts';
import { envelope, invalidParameters } from './envelope.ts';
import { moneyValue } from './values.ts';

/** The ids of the dashboard's trend menu; `trend/chart` has an id space of its own. */
const trendIds: ReadonlyMap<number, MetricId | 'concurrentViewers'> = new Map([
  [3, 'gmv'],
  [52, 'itemsSold'],
  [82, 'customers'],
  [41, 'skuOrders'],
  [344, 'orders'],
  [20, 'concurrentViewers'],
  [11, 'views'],
  [50, 'productImpressions'],
  [14, 'liveCtr'],
  [84, 'tapThroughRate'],
  [51, 'productClicks'],
  [92, 'impressions'],
  [23, 'newFollowers'],
  [13, 'shares'],
  [12, 'comments'],
  [16, 'likes'],
  [312, 'commentRate'],
  [313, 'followRate'],
  [314, 'likeRate'],
  [315, 'shareRate'],
  [401, 'aov'],
  [15, 'ctorSku'],
  [91, 'watchGpm'],
  [343, 'ctor'],
  [350, 'paymentRate'],
  [81, 'showGpm'],
  [323, 'orderRateSku'],
]);

/**
 * `trend/chart`: the series asked for, those this LIVE has; counts and rates as `value`, money as
 * `amount`. The granularity in minutes is the LIVE's own, as on the real site, whatever was asked.
 */
export function trendChart(session: Session, ids: readonly number[]): DemoAnswer {
  if (ids.length === 0 || ids.some((id) => !trendIds.has(id))) return invalidParameters();
  const { timeline, room } = session;
  return envelope({
    trend_data: [...new Set(ids)].flatMap((id) => {
      const metric = trendIds.get(id);
      const series = timeline?.series.find((one) => one.metric === metric);
      if (series === undefined) return [];
      return [
        { stats_type: id, data: series.points.map((point) => encode(point, series.currency)) },
      ];
    }),
    ...(timeline === undefined ? {} : { granularity: timeline.interval / 60 }),
    ...(room.zone === undefined
      ? {}
      : {
          timezone_offset: room.zone.offset,
          // The real answer writes the zone with blanks, which makes it no IANA name.
          timezone: room.zone.name?.replaceAll('_', ' '),
        }),
  });
}

function encode(
  [at, value]: readonly [number, number],
  currency: CurrencyCode | undefined,
): object {
  const key = String(at);
  if (currency === undefined) {
    return { key, value: Number.isInteger(value) ? String(value) : value.toFixed(6) };
  }
  return { key, amount: moneyValue(money(decimal(value), currency)) };
}

function decimal(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}
