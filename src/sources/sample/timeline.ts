import type { MetricId } from '../../metrics/catalogue.ts';
import type { Series, Timeline } from '../../metrics/session.ts';
import { seconds, unixSeconds } from '../../metrics/time.ts';
import { CURRENCY } from './amounts.ts';
import type { CountName, IntervalTally, SampleTally } from './tally.ts';

const amounts = [
  'impressions',
  'views',
  'productImpressions',
  'productClicks',
  'orders',
  'skuOrders',
  'itemsSold',
  'customers',
  'comments',
  'likes',
  'shares',
  'newFollowers',
] as const satisfies readonly (CountName & MetricId)[];

const rates = [
  ['tapThroughRate', 'views', 'impressions'],
  ['liveCtr', 'productClicks', 'views'],
  ['ctor', 'orders', 'productClicks'],
  ['ctorSku', 'skuOrders', 'productClicks'],
  ['orderRateSku', 'skuOrders', 'views'],
  ['paymentRate', 'orders', 'createdOrders'],
  ['commentRate', 'comments', 'views'],
  ['likeRate', 'likes', 'views'],
  ['shareRate', 'shares', 'views'],
  ['followRate', 'newFollowers', 'views'],
] as const satisfies readonly (readonly [MetricId, CountName, CountName])[];

/** Money averages: GMV in dollars over a count, times a thousand for GPM. */
const averages = [
  ['aov', 'orders', 1],
  ['showGpm', 'impressions', 1_000],
  ['watchGpm', 'views', 1_000],
] as const satisfies readonly (readonly [MetricId, CountName, number])[];

/**
 * The trend by interval: the 27 series of the dashboard's menu. Amounts add up to the LIVE's totals;
 * rates leave out intervals without a denominator; people in the room are the interval's mean.
 */
export function timelineOf(tally: SampleTally): Timeline {
  const series = (
    metric: Series['metric'],
    kind: Series['kind'],
    value: (interval: IntervalTally) => number | undefined,
    inMoney = false,
  ): Series => ({
    metric,
    kind,
    ...(inMoney ? { currency: CURRENCY } : {}),
    points: tally.intervals.flatMap((interval) => {
      const at = value(interval);
      return at === undefined
        ? []
        : [[unixSeconds(interval.start), at] satisfies [unknown, number]];
    }),
  });
  const over = (part: number, whole: number): number | undefined =>
    whole === 0 ? undefined : part / whole;
  return {
    interval: seconds(tally.interval),
    series: [
      series('gmv', 'amount', ({ gmv }) => gmv / 100, true),
      ...amounts.map((name) => series(name, 'amount', (interval) => interval[name])),
      series('concurrentViewers', 'level', ({ present, ticks }) => {
        const mean = over(present, ticks);
        return mean === undefined ? undefined : Math.round(mean);
      }),
      ...rates.map(([id, part, whole]) =>
        series(id, 'rate', (interval) => over(interval[part], interval[whole])),
      ),
      ...averages.map(([id, whole, per]) =>
        series(id, 'rate', (one) => over((one.gmv / 100) * per, one[whole]), true),
      ),
    ],
  };
}
