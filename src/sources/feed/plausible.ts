import { type MetricId, metric } from '../../metrics/catalogue.ts';
import type { Unit } from '../../metrics/metric.ts';

/** Beyond these a figure is no measurement: a percentage read as a share, a wrong unit, a forgery. */
const mostByUnit: Record<Unit, number> = {
  count: 1e12,
  'count-per-hour': 1e11,
  rate: 10,
  seconds: 172_800,
  money: 1e15,
  'money-per-hour': 1e15,
  ratio: 100_000,
};

/** Where the unit alone says too little: what is part of its whole, and what one viewer does often. */
const mostById: Partial<Record<MetricId, number>> = {
  tapThroughRate: 1,
  tapThroughRatePreview: 1,
  viewsOverOneMinuteRate: 1,
  paymentRate: 1,
  productCtr: 1,
  ctor: 2,
  followRate: 2,
  commentRate: 1_000,
  shareRate: 1_000,
  likeRate: 100_000,
};

/** Whether a LIVE's figure can be so; money in major units. Refunds may turn money negative, nothing else. */
export function isPlausible(id: MetricId, value: number): boolean {
  const { unit } = metric(id);
  const most = mostById[id] ?? mostByUnit[unit];
  const least = unit === 'money' || unit === 'money-per-hour' ? -most : 0;
  return Number.isFinite(value) && value >= least && value <= most;
}
