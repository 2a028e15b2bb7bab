import type { MetricId } from '../../metrics/catalogue.ts';
import type { MessageKey } from '../../metrics/text.ts';

/** Stands for any factor: LIVEs by GMV per hour alone. */
export const ANY_FACTOR = 'gmv';

/** The key factors by which benchmark LIVEs are found, each with the metric that shows it. */
export const keyFactors = [
  { id: ANY_FACTOR, metric: 'gmvPerHour', name: 'metric_gmvPerHour_name' },
  { id: 'reach', metric: 'impressionsPerHour', name: 'metric_impressionsPerHour_name' },
  { id: 'tap-through', metric: 'tapThroughRate', name: 'metric_tapThroughRate_name' },
  {
    id: 'product-exposure',
    metric: 'productImpressionsPerView',
    name: 'metric_productImpressionsPerView_name',
  },
  { id: 'product-click', metric: 'liveCtr', name: 'metric_liveCtr_name' },
  { id: 'click-to-order', metric: 'ctor', name: 'metric_ctor_name' },
  { id: 'basket', metric: 'aov', name: 'metric_aov_name' },
  { id: 'comments', metric: 'commentRate', name: 'metric_commentRate_name' },
  { id: 'likes', metric: 'likeRate', name: 'metric_likeRate_name' },
  { id: 'shares', metric: 'shareRate', name: 'metric_shareRate_name' },
  { id: 'follows', metric: 'followRate', name: 'metric_followRate_name' },
] as const satisfies readonly { id: string; metric: MetricId; name: MessageKey }[];

/** The metric by which an own LIVE shows a factor; undefined where clips of a feed alone can show it. */
export function metricOf(factor: string): MetricId | undefined {
  return keyFactors.find(({ id }) => id === factor)?.metric;
}
