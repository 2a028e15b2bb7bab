import type { PastLive } from '../metrics/benchmark.ts';
import { type MetricId, metric, metricIds, ratioOf } from '../metrics/catalogue.ts';
import { doubtOf } from '../metrics/ctr-denominator.ts';
import { type Figures, numberOf } from '../metrics/figure.ts';
import type { CurrencyCode } from '../metrics/money.ts';
import { isListed } from '../metrics/sales-basis.ts';
import type { Session } from '../metrics/session.ts';
import { usualBand } from './benchmark/own.ts';
import type { Comparison } from './report.ts';
import { SAME_WITHIN } from './statistics/constants.ts';
import { percentileIn, type TargetOf } from './target.ts';
import { ratio, usable } from './usable.ts';

/**
 * The metrics that can be told of this LIVE (see `isListed`) against benchmark and against the seller's
 * own usual band. Totals get no benchmark and no verdict, because they grow with the length of the LIVE.
 *
 * @param session with its figures completed
 */
export function comparisonsOf(
  session: Session,
  history: readonly PastLive[],
  targetOf: TargetOf,
  currency: CurrencyCode | undefined,
): readonly Comparison[] {
  const listed = metricIds.filter((id) => isListed(id, session.figures));
  return listed.map((id) => {
    const yours = usable(numberOf(session.figures, id));
    const target = metric(id).comparable ? targetOf(id) : undefined;
    const band = usualBand(history, id, currency);
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

/**
 * Which side of the benchmark this LIVE lies on. A rate that its own counts contradict has a verdict
 * only where both readings give the same one.
 */
function verdictOn(
  session: Session,
  id: MetricId,
  yours: number | undefined,
  benchmark: number | undefined,
): Comparison['verdict'] {
  const { better, comparable } = metric(id);
  if (!comparable || better === 'neither') return { none: 'not-comparable' };
  const doubt = doubtOf(session, id);
  if (yours === undefined) return { none: doubt ?? 'not-reported' };
  if (benchmark === undefined) return { none: 'no-benchmark' };
  const verdict = sideOf(yours, benchmark);
  if (doubt === undefined) return verdict;
  const counted = fromParts(session.figures, id);
  const agrees = counted !== undefined && sideOf(counted, benchmark) === verdict;
  return agrees ? verdict : { none: doubt };
}

function sideOf(yours: number, benchmark: number): 'lower' | 'higher' | 'same' {
  if (Math.abs(yours - benchmark) <= SAME_WITHIN * Math.abs(benchmark)) return 'same';
  return yours < benchmark ? 'lower' : 'higher';
}

/** Whether the LIVE lies on the worse side of the benchmark: below it, or above it where less is better. */
export function isBehind({ metric: id, verdict }: Pick<Comparison, 'metric' | 'verdict'>): boolean {
  const { better } = metric(id);
  if (better === 'neither' || (verdict !== 'lower' && verdict !== 'higher')) return false;
  return verdict !== better;
}

/** A rate by the counts it is made of. */
function fromParts(figures: Figures, id: MetricId): number | undefined {
  const parts = ratioOf(id);
  if (parts === undefined) return undefined;
  const { numerator, denominator, per } = parts;
  return ratio(numberOf(figures, numerator), numberOf(figures, denominator), per);
}
