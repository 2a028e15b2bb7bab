import { isMoneyMetric, type MetricId, metricIds, ratioOf } from '../metrics/catalogue.ts';
import { type Figures, numberOf, type Origin } from '../metrics/figure.ts';
import { type CurrencyCode, toMoney } from '../metrics/money.ts';
import { ratio, usable } from './usable.ts';

/** What a LIVE's figures need beside them before others can be worked out. */
export interface Surroundings {
  readonly hours?: number | undefined;
  readonly currency?: CurrencyCode | undefined;
  /** Where the figures came from; carried over to those worked out. */
  readonly origin: Origin;
}

type Known = (id: MetricId) => number | undefined;

interface Rule {
  readonly metric: MetricId;
  readonly from: readonly MetricId[];
  readonly work: (known: Known, hours: number | undefined) => number | undefined;
}

const product = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? undefined : usable(a * b);
const whole = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : Math.round(value);

const times = (id: MetricId, count: MetricId, rate: MetricId): Rule => ({
  metric: id,
  from: [count, rate],
  work: (known) => whole(product(known(count), known(rate))),
});

/** Counts behind rates, in an order in which each rests on earlier ones. */
const countRules: readonly Rule[] = [
  {
    metric: 'impressions',
    from: ['impressionsPerHour'],
    work: (known, hours) => whole(product(known('impressionsPerHour'), hours)),
  },
  times('views', 'impressions', 'tapThroughRate'),
  times('productClicks', 'views', 'liveCtr'),
  times('productClicks', 'productImpressions', 'productCtr'),
  {
    metric: 'productImpressions',
    from: ['productClicks', 'productCtr'],
    work: (known) => whole(ratio(known('productClicks'), known('productCtr'))),
  },
  times('orders', 'productClicks', 'ctor'),
  times('skuOrders', 'views', 'orderRateSku'),
  times('skuOrders', 'productClicks', 'ctorSku'),
  {
    metric: 'gmv',
    from: ['gmvPerHour'],
    work: (known, hours) => product(known('gmvPerHour'), hours),
  },
];

const perHour = (id: MetricId, total: MetricId): Rule => ({
  metric: id,
  from: [total],
  work: (known, hours) => ratio(known(total), hours),
});

/** Every rate of the catalogue from its parts. */
const rateRules: readonly Rule[] = [
  ...metricIds.flatMap((id): Rule[] => {
    const parts = ratioOf(id);
    if (parts === undefined) return [];
    const { numerator, denominator, per } = parts;
    return [
      {
        metric: id,
        from: [numerator, denominator],
        work: (known) => ratio(known(numerator), known(denominator), per),
      },
    ];
  }),
  perHour('impressionsPerHour', 'impressions'),
  perHour('gmvPerHour', 'gmv'),
];

const rules: readonly Rule[] = [...countRules, ...rateRules];

/**
 * Adds the figures that follow from those that are there: counts from rates, then rates from
 * counts, each marked with what it was worked out from. What was reported is never changed.
 */
export function completeFigures(figures: Figures, around: Surroundings): Figures {
  const complete = { ...figures };
  const known: Known = (id) => usable(numberOf(complete, id));
  const isThere = (id: MetricId): boolean => complete[id] !== undefined;
  for (const rule of rules) {
    if (complete[rule.metric] !== undefined || !rule.from.every(isThere)) continue;
    const value = rule.work(known, around.hours);
    if (value === undefined) continue;
    const marks = { origin: around.origin, derivedFrom: [...rule.from] };
    if (isMoneyMetric(rule.metric)) {
      const money = toMoney(value, around.currency);
      if (money !== undefined) complete[rule.metric] = { money, ...marks };
    } else complete[rule.metric] = { value, ...marks };
  }
  return complete;
}
