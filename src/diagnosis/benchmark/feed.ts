import type { Benchmark, Spread } from '../../metrics/benchmark.ts';
import { isMoneyMetric, metric, metricIds } from '../../metrics/catalogue.ts';
import type { CategorySlice } from '../../metrics/feed/category-slice.ts';
import type { CurrencyCode } from '../../metrics/money.ts';

/** What a feed says of a category, and by which name the feed goes. */
export interface FeedProvenance {
  readonly name: string;
  readonly slice: CategorySlice;
  /** Whether the feed as a whole says that it is simulated; its slices say so each as well. */
  readonly simulated: boolean;
}

/**
 * A feed's category as a benchmark: quantiles over the LIVEs of its region. Money counts only in the
 * LIVE's own currency, and totals, which grow with a LIVE's length, not at all. A metric that no
 * LIVE of the slice reports is absent.
 */
export function feedBenchmark(
  { name, slice, simulated }: FeedProvenance,
  currency: CurrencyCode | undefined,
): Benchmark {
  const { category, region, day, window, lives, shops } = slice;
  const sameMoney = currency !== undefined && slice.currency === currency;
  const metrics: Record<string, Spread> = {};
  for (const id of metricIds) {
    const spread = slice.metrics[id];
    if (spread === undefined || spread.count === 0 || !metric(id).comparable) continue;
    if (isMoneyMetric(id) && !sameMoney) continue;
    const { p10, p25, p50, p75, p90, count } = spread;
    metrics[id] = { kind: 'quantiles', p10, p25, p50, p75, p90, n: count };
  }
  return {
    basis: 'feed',
    category,
    ...(slice.currency === undefined ? {} : { currency: slice.currency }),
    feed: {
      name,
      region,
      day,
      window,
      lives,
      shops,
      simulated: simulated || slice.simulated === true,
    },
    metrics,
  };
}
