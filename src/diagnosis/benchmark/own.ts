import type { Benchmark, PastLive, Spread } from '../../metrics/benchmark.ts';
import { type MetricId, metricIds } from '../../metrics/catalogue.ts';
import type { CategoryId } from '../../metrics/ids.ts';
import { amountOf, type CurrencyCode } from '../../metrics/money.ts';
import { FEWEST_OWN_LIVES } from '../comparable.ts';
import { quantileOfSorted } from '../statistics/quantile.ts';
import { usable } from '../usable.ts';

/** LIVEs that a usual band needs. */
export const MIN_LIVES_FOR_BAND = 3;

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

/** Metrics' figures in earlier LIVEs, each in rising order. */
type Columns = Map<MetricId, Float64Array>;

/** Sorted once for one history: its band, its benchmark and the comparison of a metric all ask for the same. */
const columnsBefore = new WeakMap<
  readonly PastLive[],
  { readonly currency: string | undefined; readonly columns: Columns }
>();

function columnsOf(history: readonly PastLive[], currency: CurrencyCode | undefined): Columns {
  const before = columnsBefore.get(history);
  if (before !== undefined && before.currency === currency) return before.columns;
  const columns: Columns = new Map();
  columnsBefore.set(history, { currency, columns });
  return columns;
}

/** Every earlier figure of a metric that is usable; money only in the given currency. */
function sortedValues(
  history: readonly PastLive[],
  metric: MetricId,
  currency: CurrencyCode | undefined,
): Float64Array {
  const columns = columnsOf(history, currency);
  const before = columns.get(metric);
  if (before !== undefined) return before;
  const values = new Float64Array(history.length);
  let n = 0;
  for (const { figures } of history) {
    const figure = figures[metric];
    if (figure === undefined) continue;
    if ('money' in figure && figure.money.currency !== currency) continue;
    const value = usable('money' in figure ? amountOf(figure.money) : figure.value);
    if (value !== undefined) values[n++] = value;
  }
  const sorted = values.slice(0, n).sort();
  columns.set(metric, sorted);
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

function bandOf(sorted: Float64Array): OwnBand | undefined {
  const n = sorted.length;
  if (n < MIN_LIVES_FOR_BAND) return undefined;
  const low = sorted[0];
  const high = sorted[n - 1];
  const p25 = quantileOfSorted(sorted, 0.25);
  const p50 = quantileOfSorted(sorted, 0.5);
  const p75 = quantileOfSorted(sorted, 0.75);
  if (low === undefined || p25 === undefined || p50 === undefined) return undefined;
  if (p75 === undefined || high === undefined) return undefined;
  return { low, p25, p50, p75, high, n };
}

/** The LIVEs that are usual beside one of a category: those of it where they are five, else all. */
export function usualLives(
  history: readonly PastLive[],
  category: CategoryId | undefined,
): readonly PastLive[] {
  if (category === undefined) return history;
  const ofCategory = history.filter((live) => live.category === category);
  return ofCategory.length >= FEWEST_OWN_LIVES ? ofCategory : history;
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
  const lives = usualLives(history, category);
  const metrics: Record<string, Spread> = {};
  for (const metric of metricIds) {
    const spread = ownSpread(lives, metric, currency);
    if (spread !== undefined) metrics[metric] = spread;
  }
  return {
    basis: 'own',
    ...(category === undefined || lives === history ? {} : { category }),
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
  const band = sorted.length < FEWEST_OWN_LIVES ? undefined : bandOf(sorted);
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
