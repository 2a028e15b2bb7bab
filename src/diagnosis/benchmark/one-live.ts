import type { Benchmark, PastLive, Spread } from '../../metrics/benchmark.ts';
import { isMoneyMetric, metric, metricIds } from '../../metrics/catalogue.ts';
import { numberOf } from '../../metrics/figure.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import { usable } from '../usable.ts';

/** Two of the seller's own LIVEs that another can be held against. */
export type OneLive = 'last' | 'best';

/**
 * One earlier LIVE as a benchmark: its own figures, one line a metric. Totals, which grow with a LIVE's
 * length, are left out, and so is money in another currency.
 */
export function oneLiveBenchmark(
  basis: OneLive,
  live: PastLive,
  currency: CurrencyCode | undefined,
): Benchmark {
  const sameMoney = live.currency === undefined || live.currency === currency;
  const metrics: Record<string, Spread> = {};
  for (const id of metricIds) {
    if (!metric(id).comparable || (isMoneyMetric(id) && !sameMoney)) continue;
    const value = usable(numberOf(live.figures, id));
    if (value !== undefined && value > 0) metrics[id] = { kind: 'line', value };
  }
  return { basis, ...(currency === undefined ? {} : { currency }), metrics };
}
