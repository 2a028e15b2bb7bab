import { type MetricId, metric, ratioOf } from '../metrics/catalogue.ts';
import { doubtOf } from '../metrics/ctr-denominator.ts';
import { type Figures, numberOf } from '../metrics/figure.ts';
import type { CurrencyCode } from '../metrics/money.ts';
import type { Session } from '../metrics/session.ts';
import type { Written } from '../metrics/written.ts';
import type { Comparison } from './report.ts';
import { isSame } from './statistics/same.ts';
import { ratio } from './usable.ts';

/**
 * Which side of the benchmark this LIVE lies on. A rate that its own counts contradict has a verdict
 * only where both readings give the same one.
 */
export function verdictOn(
  session: Session,
  id: MetricId,
  yours: number | undefined,
  benchmark: number | undefined,
  currency: CurrencyCode | undefined,
): Comparison['verdict'] {
  const { better, comparable, unit } = metric(id);
  const written = { unit, currency };
  if (!comparable || better === 'neither') return { none: 'not-comparable' };
  const doubt = doubtOf(session, id);
  if (yours === undefined) return { none: doubt ?? 'not-reported' };
  if (benchmark === undefined) return { none: 'no-benchmark' };
  const verdict = sideOf(yours, benchmark, written);
  if (doubt === undefined) return verdict;
  const counted = fromParts(session.figures, id);
  const agrees = counted !== undefined && sideOf(counted, benchmark, written) === verdict;
  return agrees ? verdict : { none: doubt };
}

function sideOf(yours: number, benchmark: number, written: Written): 'lower' | 'higher' | 'same' {
  if (isSame(yours, benchmark, written)) return 'same';
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
