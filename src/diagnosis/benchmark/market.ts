import type { Benchmark, Spread } from '../../metrics/benchmark.ts';
import { metricIds } from '../../metrics/catalogue.ts';
import { numberOf } from '../../metrics/figure.ts';
import type { Session } from '../../metrics/session.ts';
import { currencyOf } from '../currency.ts';
import { usable } from '../usable.ts';

/**
 * TikTok's market comparison as a benchmark: it answers value ÷ benchmark − 1, so the benchmark is
 * value ÷ (1 + difference). One line a metric; of how the market spreads nothing is known. A metric
 * at zero has no implied benchmark. That the difference has this form is checked on TikTok's
 * comparison with the account's own LIVEs and assumed here.
 */
export function marketBenchmark(session: Session): Benchmark {
  const currency = currencyOf(session);
  const metrics: Record<string, Spread> = {};
  for (const metric of metricIds) {
    const difference = session.comparisons.market[metric]?.difference;
    const yours = numberOf(session.figures, metric);
    if (difference === undefined || yours === undefined || !(difference > -1)) continue;
    const value = usable(yours / (1 + difference));
    if (value !== undefined && value > 0) metrics[metric] = { kind: 'line', value };
  }
  return { basis: 'market', ...(currency === undefined ? {} : { currency }), metrics };
}
