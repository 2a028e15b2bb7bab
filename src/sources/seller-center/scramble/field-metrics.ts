import type { MetricId } from '../../../metrics/catalogue.ts';
import { portraitStats } from '../portrait-types.ts';
import { coreStats, metricOfStat, trendStats } from '../stats-types.ts';

/** By field; a map, since answers name their fields as they like. */
type Fields = ReadonlyMap<string, MetricId>;

/** The fields of core/stats, and what the other answers call figures of a LIVE or of a product. */
const everywhere: Fields = new Map([
  ...coreStats.map(({ field, metric }): [string, MetricId] => [field, metric]),
  ['exposure_cnt', 'productImpressions'],
  ['total_click_cnt', 'productClicks'],
  ['add_shop_cart_cnt', 'addToCarts'],
  ['paid_main_order_cnt', 'orders'],
  ['show_pv', 'impressions'],
  ['ctr', 'productCtr'],
  ['co', 'ctor'],
  ['gmv_usd', 'gmv'],
  ['show_gpm_usd', 'showGpm'],
  ['revenue', 'gmv'],
  ['local_views_cnt', 'views'],
  ['local_viewers_cnt', 'viewers'],
  ['product_views_cnt', 'productImpressions'],
  ['local_ctr_rate', 'productCtr'],
  ['co_rate', 'ctor'],
]);

const splitMetrics: Readonly<Record<(typeof portraitStats)[number]['of'], MetricId>> = {
  viewers: 'viewers',
  customers: 'customers',
  impressions: 'impressions',
  gmv: 'gmv',
  orders: 'orders',
  aov: 'aov',
};

const splits: Fields = new Map(
  portraitStats.map(({ field, of }): [string, MetricId] => [field, splitMetrics[of]]),
);

const trends = new Map<number, MetricId>(
  trendStats.map(({ id, metric }) => [
    id,
    metric === 'concurrentViewers' ? 'currentViewers' : metric,
  ]),
);

/** Fields that hold a figure of the object around them, whose `stats_type` or list says of what. */
const ofTheirObject: ReadonlySet<string> = new Set([
  'amount',
  'cnt',
  'median',
  'median_formatted',
  'value',
  'value_formatted',
]);

/** The metric that a field's figure is of; `around` is that of the object which the field stands in. */
export function metricOfField(name: string, around: MetricId | undefined): MetricId | undefined {
  return ofTheirObject.has(name) ? around : everywhere.get(name);
}

/** The metric that all of an object or list is of: by its `stats_type`, or by the distribution's field. */
export function metricOfPart(endpoint: string, name: string, type: unknown): MetricId | undefined {
  if (typeof type !== 'number') return splits.get(name);
  return endpoint === 'trend/chart' ? trends.get(type) : metricOfStat(type);
}
