import { isMoneyMetric, type MetricId, metricIds, ratioOf } from '../../../metrics/catalogue.ts';
import { type Figures, moneyOf, type Origin } from '../../../metrics/figure.ts';
import { type CurrencyCode, toMoney } from '../../../metrics/money.ts';
import { isTogether, quantityOf, type Surroundings } from './quantity.ts';

/**
 * Adds every rate of the catalogue whose parts are known, and what comes per hour, each marked with
 * what it was worked out from. A rate of nothing (0 ÷ 0) stays absent; a reported one is not touched.
 */
export function addRates(figures: Figures, around: Surroundings): Figures {
  const known: Figures = { ...figures };
  const currencyOf = (id: MetricId): CurrencyCode | undefined =>
    isMoneyMetric(id) ? moneyOf(known, id)?.currency : undefined;
  for (const id of metricIds) {
    const parts = ratioOf(id);
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
