import type { Metric } from '../metric.ts';

/**
 * Direct figures: orders placed straight from the LIVE, without those that TikTok attributes to it
 * afterwards. Some dashboards and files answer these alone. They are metrics of their own, so that
 * direct money never stands in one product, comparison or history with attributed money.
 */
export const direct = {
  directGmv: {
    unit: 'money',
    stage: 'transaction',
    better: 'higher',
    comparable: false,
    basis: 'direct',
    name: 'metric_directGmv_name',
    definition: 'metric_directGmv_definition',
  },
  directItemsSold: {
    unit: 'count',
    stage: 'transaction',
    better: 'higher',
    comparable: false,
    basis: 'direct',
    name: 'metric_directItemsSold_name',
    definition: 'metric_directItemsSold_definition',
  },
  directAov: {
    unit: 'money',
    stage: 'conversion',
    better: 'higher',
    comparable: true,
    basis: 'direct',
    name: 'metric_directAov_name',
    definition: 'metric_directAov_definition',
    formula: 'metric_directAov_formula',
    parts: { numerator: 'directGmv', denominator: 'orders' },
  },
  directSkuAov: {
    unit: 'money',
    stage: 'conversion',
    better: 'higher',
    comparable: true,
    basis: 'direct',
    name: 'metric_directSkuAov_name',
    definition: 'metric_directSkuAov_definition',
    formula: 'metric_directSkuAov_formula',
    parts: { numerator: 'directGmv', denominator: 'skuOrders' },
  },
  directShowGpm: {
    unit: 'money',
    stage: 'conversion',
    better: 'higher',
    comparable: true,
    basis: 'direct',
    name: 'metric_directShowGpm_name',
    definition: 'metric_directShowGpm_definition',
    formula: 'metric_directShowGpm_formula',
    parts: { numerator: 'directGmv', denominator: 'impressions', per: 1000 },
  },
  directWatchGpm: {
    unit: 'money',
    stage: 'conversion',
    better: 'higher',
    comparable: true,
    basis: 'direct',
    name: 'metric_directWatchGpm_name',
    definition: 'metric_directWatchGpm_definition',
    formula: 'metric_directWatchGpm_formula',
    parts: { numerator: 'directGmv', denominator: 'views', per: 1000 },
  },
  directGmvPerHour: {
    unit: 'money-per-hour',
    stage: 'conversion',
    better: 'higher',
    comparable: true,
    basis: 'direct',
    name: 'metric_directGmvPerHour_name',
    definition: 'metric_directGmvPerHour_definition',
    formula: 'metric_directGmvPerHour_formula',
  },
} as const satisfies Record<string, Metric>;
