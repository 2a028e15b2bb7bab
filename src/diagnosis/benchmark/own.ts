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

/** A LIVE's figures as plain numbers in the catalogue's order, NaN where one is missing or unusable. */
type Row = Float64Array;

/** Read once for one LIVE and currency: every metric of every report asks for them. */
const rowsBefore = new WeakMap<
  PastLive,
  { readonly currency: string | undefined; readonly row: Row }
>();

function rowOf(live: PastLive, currency: CurrencyCode | undefined): Row {
  const before = rowsBefore.get(live);
  if (before !== undefined && before.currency === currency) return before.row;
  const { figures } = live;
  const row = Float64Array.from(metricIds, (id) => {
    if (figures[id] === undefined) return Number.NaN;
    const foreign = isMoneyMetric(id) && moneyOf(figures, id)?.currency !== currency;
    return (foreign ? undefined : usable(numberOf(figures, id))) ?? Number.NaN;
  });
  rowsBefore.set(live, { currency, row });
  return row;
}

/** A metric's figures in earlier LIVEs, in rising order. */
type Columns = ReadonlyMap<MetricId, Float64Array>;

/** Sorted once for one history: its band, its benchmark and the comparison of a metric all ask for the same. */
const columnsBefore = new WeakMap<
  readonly PastLive[],
  { readonly currency: string | undefined; readonly columns: Columns }
>();

/** All metrics at once, LIVE by LIVE; money only in the given currency. */
function columnsOf(history: readonly PastLive[], currency: CurrencyCode | undefined): Columns {
  const before = columnsBefore.get(history);
  if (before !== undefined && before.currency === currency) return before.columns;
  const rows = history.map((live) => rowOf(live, currency));
  const values = new Float64Array(rows.length);
  const columns = new Map(
    metricIds.map((id, place) => {
      let n = 0;
      for (const row of rows) {
        const value = row[place] ?? Number.NaN;
        if (!Number.isNaN(value)) values[n++] = value;
      }
      return [id, values.slice(0, n).sort()] as const;
    }),
  );
  columnsBefore.set(history, { currency, columns });
  return columns;
}

const none = new Float64Array(0);

function sortedValues(
  history: readonly PastLive[],
  metric: MetricId,
  currency: CurrencyCode | undefined,
): Float64Array {
  return columnsOf(history, currency).get(metric) ?? none;
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
