import type { Basis, Benchmark, PastLive, Spread } from '../metrics/benchmark.ts';
import { isMoneyMetric, type MetricId } from '../metrics/catalogue.ts';
import type { CurrencyCode } from '../metrics/money.ts';
import { ownSpread } from './benchmark/own.ts';
import type { BenchmarkFigure } from './report.ts';
import { logNormalPercentile } from './statistics/log-normal.ts';
import { usable } from './usable.ts';

/** A benchmark's figure with how it spreads. */
interface Target {
  readonly figure: BenchmarkFigure;
  readonly spread: Spread;
}

/** The figure a metric is compared with; undefined where neither the benchmark nor the own LIVEs have one. */
export type TargetOf = (metric: MetricId) => Target | undefined;

/**
 * Looks a metric's target up in the benchmark: its line, or its median. Where the benchmark lacks
 * the metric, or has it in another currency, the median of the seller's own LIVEs stands in and is
 * marked `own`.
 */
export function targetsOf(
  benchmark: Benchmark,
  history: readonly PastLive[],
  currency: CurrencyCode | undefined,
): TargetOf {
  const foreign = benchmark.currency !== undefined && benchmark.currency !== currency;
  const known = new Map<MetricId, Target | undefined>();
  return (metric) => {
    if (!known.has(metric)) {
      const given = isMoneyMetric(metric) && foreign ? undefined : benchmark.metrics[metric];
      known.set(
        metric,
        targetIn(given, benchmark.basis) ?? targetIn(ownSpread(history, metric, currency), 'own'),
      );
    }
    return known.get(metric);
  };
}

function targetIn(spread: Spread | undefined, basis: Basis): Target | undefined {
  if (spread === undefined) return undefined;
  const value = usable(spread.kind === 'line' ? spread.value : spread.p50);
  if (value === undefined || value < 0) return undefined;
  const n = spread.kind === 'line' ? {} : { n: spread.n };
  return { figure: { value, basis, ...n }, spread };
}

/** Share of the benchmark's LIVEs below `value`, where its median and p75 or p90 fix a log-normal. */
export function percentileIn(spread: Spread, value: number): number | undefined {
  if (spread.kind === 'line') return undefined;
  const anchor =
    spread.p90 === undefined
      ? { value: spread.p75, share: 0.75 }
      : { value: spread.p90, share: 0.9 };
  return logNormalPercentile(value, spread.p50, anchor);
}
