import * as v from 'valibot';
import { isMoneyMetric, type MetricId, metric, metricIds } from '../../../metrics/catalogue.ts';
import { type Figures, moneyOf, type Origin } from '../../../metrics/figure.ts';
import { type CurrencyCode, DecimalSchema, type Money } from '../../../metrics/money.ts';
import { isTogether, quantityOf, type Surroundings } from './quantity.ts';

/** The counts a rate of the catalogue is made of, as metric ids; undefined for a metric that is no such rate. */
export function partsOf(
  id: MetricId,
): { numerator: MetricId; denominator: MetricId; per: number } | undefined {
  const { parts } = metric(id);
  const numerator = metricIds.find((other) => other === parts?.numerator);
  const denominator = metricIds.find((other) => other === parts?.denominator);
  return numerator === undefined || denominator === undefined
    ? undefined
    : { numerator, denominator, per: parts?.per ?? 1 };
}

/**
 * Adds every rate of the catalogue whose parts are known, and what comes per hour, each marked with
 * what it was worked out from. A rate of nothing (0 ÷ 0) stays absent; a reported one is not touched.
 */
export function addRates(figures: Figures, around: Surroundings): Figures {
  const known: Figures = { ...figures };
  const currencyOf = (id: MetricId): CurrencyCode | undefined =>
    isMoneyMetric(id) ? moneyOf(known, id)?.currency : undefined;
  for (const id of metricIds) {
    const parts = partsOf(id);
    if (known[id] !== undefined || parts === undefined) continue;
    const a = quantityOf(known, parts.numerator, around);
    const b = quantityOf(known, parts.denominator, around);
    if (a === undefined || b === undefined || b.value <= 0) continue;
    if (!isTogether(a.origin, b.origin, around.endedAt)) continue;
    const origin = a.origin.at <= b.origin.at ? a.origin : b.origin;
    const from = [parts.numerator, parts.denominator];
    set(known, id, (a.value / b.value) * parts.per, currencyOf(parts.numerator), origin, from);
  }
  const { length } = around;
  if (length === undefined || length <= 0) return known;
  for (const [id, total] of [
    ['impressionsPerHour', 'impressions'],
    ['gmvPerHour', 'gmv'],
  ] as const) {
    const whole = quantityOf(known, total, around);
    if (known[id] !== undefined || whole === undefined) continue;
    const perHour = whole.value / (length / 3600);
    set(known, id, perHour, currencyOf(total), whole.origin, [total, 'duration']);
  }
  return known;
}

function set(
  figures: Figures,
  id: MetricId,
  value: number,
  currency: CurrencyCode | undefined,
  origin: Origin,
  derivedFrom: string[],
): void {
  if (!Number.isFinite(value)) return;
  if (!isMoneyMetric(id)) {
    figures[id] = { value, origin, derivedFrom };
    return;
  }
  const money = toMoney(value, currency);
  if (money !== undefined) figures[id] = { money, origin, derivedFrom };
}

/** Money from a number that was worked out, to six decimals; undefined without a currency. */
export function toMoney(value: number, currency: CurrencyCode | undefined): Money | undefined {
  const amount = v.safeParse(DecimalSchema, value.toFixed(6).replace(/\.?0+$/, ''));
  return currency === undefined || !amount.success
    ? undefined
    : { amount: amount.output, currency };
}
