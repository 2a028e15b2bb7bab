import { conversion } from './catalogue/conversion.ts';
import { direct } from './catalogue/direct.ts';
import { entry } from './catalogue/entry.ts';
import { interaction } from './catalogue/interaction.ts';
import { stay } from './catalogue/stay.ts';
import { transaction } from './catalogue/transaction.ts';
import type { Metric, SalesBasis } from './metric.ts';

/** Every metric of the product, in the order of the viewer's journey. One entry each. */
export const catalogue = {
  ...entry,
  ...stay,
  ...interaction,
  ...conversion,
  ...transaction,
  ...direct,
} as const;

export type MetricId = keyof typeof catalogue;

/** Ids of metrics whose figure is money, kept as a decimal string with its currency. */
export type MoneyMetricId = {
  [K in MetricId]: (typeof catalogue)[K]['unit'] extends 'money' | 'money-per-hour' ? K : never;
}[MetricId];

export type ScalarMetricId = Exclude<MetricId, MoneyMetricId>;

export const metricIds = Object.keys(catalogue).filter((id): id is MetricId => id in catalogue);

/** The catalogue entry of a metric. */
export function metric(id: MetricId): Metric {
  return catalogue[id];
}

/** The figures a rate of the catalogue is made of: numerator ÷ denominator × `per`. */
export interface Ratio {
  readonly numerator: MetricId;
  readonly denominator: MetricId;
  readonly per: number;
}

const ratios = new Map(
  metricIds.flatMap((id): [MetricId, Ratio][] => {
    const { parts } = metric(id);
    const numerator = metricIds.find((other) => other === parts?.numerator);
    const denominator = metricIds.find((other) => other === parts?.denominator);
    return numerator === undefined || denominator === undefined
      ? []
      : [[id, { numerator, denominator, per: parts?.per ?? 1 }]];
  }),
);

/** Whose orders a figure rests on; undefined where that makes no difference. */
export function basisOf(id: MetricId): SalesBasis | undefined {
  return metric(id).basis;
}

/** What a rate is made of; undefined for a metric that is no such rate. */
export function ratioOf(id: MetricId): Ratio | undefined {
  return ratios.get(id);
}

export function isMoneyMetric(id: MetricId): id is MoneyMetricId {
  const { unit } = metric(id);
  return unit === 'money' || unit === 'money-per-hour';
}
