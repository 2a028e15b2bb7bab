import { isMoneyMetric, type MetricId, metricIds, ratioOf } from '../catalogue.ts';
import { type Figures, moneyOf, type Origin } from '../figure.ts';
import { amountOf, type CurrencyCode, toMoney } from '../money.ts';
import { HOUR_SECONDS } from '../time.ts';
import { type CompletionContext, isTogether, sourcedValue } from './quantity.ts';

const ratios = metricIds.flatMap((id) => {
  const parts = ratioOf(id);
  return parts === undefined ? [] : [{ id, ...parts }];
});

/**
 * Adds every rate of the catalogue whose parts are known, and what comes per hour, each marked with
 * what it was worked out from. A rate of nothing (0 ÷ 0) stays absent; a reported one is not touched.
 */
export function addRates(known: Figures, around: CompletionContext): void {
  for (const { id, numerator, denominator, per } of ratios) {
    if (known[id] !== undefined || known[denominator] === undefined) continue;
    const a = sourcedValue(known, numerator, around);
    const b = sourcedValue(known, denominator, around);
    if (a === undefined || b === undefined || b.value <= 0) continue;
    if (!isTogether(a.origin, b.origin, around.endedAt)) continue;
    const origin = a.origin.at <= b.origin.at ? a.origin : b.origin;
    const value = (a.value / b.value) * per;
    set(known, id, value, currencyIn(known, numerator), origin, [numerator, denominator]);
  }
  const { length } = around;
  if (length === undefined || length <= 0) return;
  for (const [id, total] of [
    ['impressionsPerHour', 'impressions'],
    ['gmvPerHour', 'gmv'],
    ['directGmvPerHour', 'directGmv'],
  ] as const) {
    const whole = sourcedValue(known, total, around);
    if (known[id] !== undefined || whole === undefined) continue;
    const perHour = whole.value / (length / HOUR_SECONDS);
    set(known, id, perHour, currencyIn(known, total), whole.origin, [total, 'duration']);
  }
}

/** Adds GMV = GMV per hour × hours, and the same of direct GMV, where it isn't known itself. */
export function addGmv(known: Figures, { length }: CompletionContext): void {
  if (length === undefined || length <= 0) return;
  for (const [total, perHour] of [
    ['gmv', 'gmvPerHour'],
    ['directGmv', 'directGmvPerHour'],
  ] as const) {
    const rate = known[perHour];
    if (known[total] !== undefined || rate === undefined) continue;
    const value = amountOf(rate.money) * (length / HOUR_SECONDS);
    set(known, total, value, rate.money.currency, rate.origin, [perHour, 'duration']);
  }
}

function currencyIn(figures: Figures, id: MetricId): CurrencyCode | undefined {
  return isMoneyMetric(id) ? moneyOf(figures, id)?.currency : undefined;
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
