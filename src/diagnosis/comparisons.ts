import type { PastLive } from '../metrics/benchmark.ts';
import { type MetricId, metric, metricIds } from '../metrics/catalogue.ts';
import { numberOf } from '../metrics/figure.ts';
import type { Session } from '../metrics/session.ts';
import { ownBand, ownValues } from './benchmark/own.ts';
import { currencyOf } from './currency.ts';
import type { Comparison } from './report.ts';
import { percentileIn, type TargetOf } from './target.ts';
import { usable } from './usable.ts';

/** Rates come with six decimals, the smallest with three digits that count: closer than this is rounding. */
const SAME_WITHIN = 1e-3;

/** Metrics whose denominator TikTok's screens and answers mix up, with the names their fields go by. */
const doubtfulFields: Partial<Record<MetricId, readonly string[]>> = {
  liveCtr: ['liveCtr', 'ctr', 'click_through_rate'],
  productCtr: ['productCtr', 'ctr', 'product_click_rate', 'product_click_through_rate'],
};

/**
 * Every metric of the catalogue against benchmark and against the seller's own usual band. Totals
 * get no benchmark and no verdict, because they grow with the length of the LIVE.
 *
 * @param session with its figures completed
 */
export function comparisonsOf(
  session: Session,
  history: readonly PastLive[],
  targetOf: TargetOf,
): readonly Comparison[] {
  const currency = currencyOf(session);
  return metricIds.map((id) => {
    const yours = usable(numberOf(session.figures, id));
    const target = metric(id).comparable ? targetOf(id) : undefined;
    const band = ownBand(ownValues(history, id, currency));
    const percentile =
      target === undefined || yours === undefined ? undefined : percentileIn(target.spread, yours);
    return {
      metric: id,
      ...(yours === undefined ? {} : { yours }),
      ...(target === undefined ? {} : { benchmark: target.figure }),
      ...(band === undefined
        ? {}
        : {
            usual: { p25: band.p25, p50: band.p50, p75: band.p75, n: band.n },
            range: { low: band.low, high: band.high },
          }),
      ...(percentile === undefined ? {} : { percentile }),
      verdict: verdictOn(session, id, yours, target?.figure.value),
    };
  });
}

/** Whether `yours` lies below the benchmark in the sense of the metric: the worse side is `lower`. */
function verdictOn(
  session: Session,
  id: MetricId,
  yours: number | undefined,
  benchmark: number | undefined,
): Comparison['verdict'] {
  const { better, comparable } = metric(id);
  if (!comparable || better === 'neither') return { none: 'not-comparable' };
  if (yours === undefined) return { none: whyAbsent(session, id) };
  if (benchmark === undefined) return { none: 'no-benchmark' };
  if (Math.abs(yours - benchmark) <= SAME_WITHIN * Math.abs(benchmark)) return 'same';
  return yours < benchmark === (better === 'higher') ? 'lower' : 'higher';
}

function whyAbsent(
  session: Session,
  id: MetricId,
): 'not-reported' | 'unknown-denominator' | 'contradicts' {
  const contradicted = session.gaps
    .filter(({ reason }) => reason === 'contradicts')
    .map(({ field }) => field);
  if (contradicted.some((field) => doubtfulFields[id]?.includes(field))) {
    return 'unknown-denominator';
  }
  return contradicted.includes(id) ? 'contradicts' : 'not-reported';
}
