import type { PastLive } from '../metrics/benchmark.ts';
import { type MetricId, metric, metricIds } from '../metrics/catalogue.ts';
import { numberOf } from '../metrics/figure.ts';
import type { CurrencyCode } from '../metrics/money.ts';
import { isListed } from '../metrics/sales-basis.ts';
import type { Session } from '../metrics/session.ts';
import { usualBand } from './benchmark/own.ts';
import { verdictOn } from './metric-verdict.ts';
import type { Comparison } from './report.ts';
import { differenceFrom } from './statistics/same.ts';
import { percentileIn, type TargetOf } from './target.ts';
import { usable } from './usable.ts';
import { sideOfBand, standsOut } from './usual-side.ts';

/**
 * The metrics that can be told of this LIVE (see `isListed`) against benchmark and against the seller's
 * own usual band. Totals get neither, and no verdict, because they grow with the length of the LIVE.
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
    const { comparable } = metric(id);
    const target = comparable ? targetOf(id) : undefined;
    const band = comparable ? usualBand(history, id, currency) : undefined;
    const percentile =
      target === undefined || yours === undefined ? undefined : percentileIn(target.spread, yours);
    const difference = differenceOf(id, yours, target?.figure.value, currency);
    const side = band === undefined || yours === undefined ? {} : { side: sideOfBand(yours, band) };
    const verdict = verdictOn(session, id, yours, target?.figure.value, currency);
    return {
      metric: id,
      ...(yours === undefined ? {} : { yours }),
      ...(target === undefined ? {} : { benchmark: target.figure }),
      ...difference,
      ...(band === undefined
        ? {}
        : {
            usual: { p25: band.p25, p50: band.p50, p75: band.p75, n: band.n },
            range: { low: band.low, high: band.high },
          }),
      ...(percentile === undefined ? {} : { percentile }),
      ...side,
      verdict,
      ...(standsOut({ verdict, ...difference, ...side }) ? { standsOut: true } : {}),
    };
  });
}

function differenceOf(
  id: MetricId,
  yours: number | undefined,
  benchmark: number | undefined,
  currency: CurrencyCode | undefined,
): Pick<Comparison, 'difference'> {
  if (yours === undefined || benchmark === undefined || !(benchmark > 0)) return {};
  return { difference: differenceFrom(yours, benchmark, { unit: metric(id).unit, currency }) };
}
