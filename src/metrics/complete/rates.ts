import { isMoneyMetric, type MetricId, metricIds, ratioOf } from '../catalogue.ts';
import { type Figures, moneyOf, type Origin } from '../figure.ts';
import { amountOf, type CurrencyCode, toMoney } from '../money.ts';
import { HOUR_SECONDS } from '../time.ts';
import { type CompletionContext, exactValue, isTogether } from './quantity.ts';

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
    if (known[id] !== undefined) continue;
    const above = known[numerator]?.origin;
    const below = known[denominator]?.origin;
    if (above === undefined || below === undefined) continue;
    if (!isTogether(above, below, around.endedAt)) continue;
    const a = exactValue(known, numerator, around);
    const b = exactValue(known, denominator, around);
    if (a === undefined || b === undefined || b <= 0) continue;
    const origin = above.at <= below.at ? above : below;
    const value = (a / b) * per;
    set(known, id, value, currencyIn(known, numerator), origin, [numerator, denominator]);
  }
  const { length } = around;
  if (length === undefined || length <= 0) return;
  for (const [id, total] of [
    ['impressionsPerHour', 'impressions'],
    ['gmvPerHour', 'gmv'],
    ['directGmvPerHour', 'directGmv'],
  ] as const) {
    const origin = known[total]?.origin;
    if (known[id] !== undefined || origin === undefined) continue;
    const whole = exactValue(known, total, around);
    if (whole === undefined) continue;
    const perHour = whole / (length / HOUR_SECONDS);
    set(known, id, perHour, currencyIn(known, total), origin, [total, 'duration']);
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
