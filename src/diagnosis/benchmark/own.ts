import type { Benchmark, PastLive, Spread } from '../../metrics/benchmark.ts';
import { isMoneyMetric, type MetricId, metricIds } from '../../metrics/catalogue.ts';
import { moneyOf, numberOf } from '../../metrics/figure.ts';
import type { CategoryId } from '../../metrics/ids.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import { quantileOfSorted } from '../statistics/quantile.ts';
import { usable } from '../usable.ts';

/** LIVEs that a usual band needs, and those that a verdict needs. */
const MIN_LIVES_FOR_BAND = 3;
const MIN_LIVES_FOR_VERDICT = 5;

/** Below this the outer tenths are one LIVE each, or none. */
const MIN_LIVES_FOR_TENTHS = 10;

/** How a metric spreads over the seller's own LIVEs. */
export interface OwnBand {
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/** A metric's figures in earlier LIVEs; money only in the given currency. */
export function ownValues(
  history: readonly PastLive[],
  metric: MetricId,
  currency: CurrencyCode | undefined,
): readonly number[] {
  const values: number[] = [];
  const inMoney = isMoneyMetric(metric);
  for (const { figures } of history) {
    if (figures[metric] === undefined) continue;
    const foreign = inMoney && moneyOf(figures, metric)?.currency !== currency;
    const value = foreign ? undefined : usable(numberOf(figures, metric));
    if (value !== undefined) values.push(value);
  }
  return values;
}

/** Sorted once for one history: its band, its benchmark and the comparison of a metric all ask for the same. */
const sortedBefore = new WeakMap<readonly PastLive[], Map<string, readonly number[]>>();

function sortedValues(
  history: readonly PastLive[],
  metric: MetricId,
  currency: CurrencyCode | undefined,
): readonly number[] {
  const before = sortedBefore.get(history) ?? new Map<string, readonly number[]>();
  sortedBefore.set(history, before);
  const key = `${metric} ${currency ?? ''}`;
  const sorted = before.get(key) ?? [
    ...Float64Array.from(ownValues(history, metric, currency)).sort(),
  ];
  before.set(key, sorted);
  return sorted;
}

/** The usual band of a metric (quantiles of type 7) with its ends; undefined with fewer than three LIVEs. */
export function usualBand(
  history: readonly PastLive[],
  metric: MetricId,
  currency: CurrencyCode | undefined,
): OwnBand | undefined {
  return bandOf(sortedValues(history, metric, currency));
}

function bandOf(sorted: readonly number[]): OwnBand | undefined {
  const n = sorted.length;
  const [low, p25, p50, p75, high] = [0, 0.25, 0.5, 0.75, 1].map((at) =>
    quantileOfSorted(sorted, at),
  );
  if (n < MIN_LIVES_FOR_BAND || low === undefined || p25 === undefined) return undefined;
  if (p50 === undefined || p75 === undefined || high === undefined) return undefined;
  return { low, p25, p50, p75, high, n };
}

/**
 * The seller's own LIVEs as a benchmark: a metric is in it from five LIVEs on. With a category and
 * five LIVEs of it, those alone count and the benchmark names the category; else all do.
 */
export function ownBenchmark(
  history: readonly PastLive[],
  currency: CurrencyCode | undefined,
  category?: CategoryId,
): Benchmark {
  const ofCategory = history.filter((live) => live.category === category);
  const narrow = category !== undefined && ofCategory.length >= MIN_LIVES_FOR_VERDICT;
  const metrics: Record<string, Spread> = {};
  for (const metric of metricIds) {
    const spread = ownSpread(narrow ? ofCategory : history, metric, currency);
    if (spread !== undefined) metrics[metric] = spread;
  }
  return {
    basis: 'own',
    ...(narrow ? { category } : {}),
    ...(currency === undefined ? {} : { currency }),
    metrics,
  };
}

/** How a metric spreads over the own LIVEs, as a benchmark has it; undefined below five LIVEs. */
export function ownSpread(
  history: readonly PastLive[],
  metric: MetricId,
  currency: CurrencyCode | undefined,
): Spread | undefined {
  const sorted = sortedValues(history, metric, currency);
  const band = sorted.length < MIN_LIVES_FOR_VERDICT ? undefined : bandOf(sorted);
  if (band === undefined) return undefined;
  const { p25, p50, p75, n } = band;
  const p10 = quantileOfSorted(sorted, 0.1);
  const p90 = quantileOfSorted(sorted, 0.9);
  return {
    kind: 'quantiles',
    p25,
    p50,
    p75,
    n,
    ...(n < MIN_LIVES_FOR_TENTHS || p10 === undefined || p90 === undefined ? {} : { p10, p90 }),
  };
}
