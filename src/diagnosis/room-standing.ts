import { isOfOthers } from '../metrics/benchmark.ts';
import type { MetricId } from '../metrics/catalogue.ts';
import type { Session } from '../metrics/session.ts';
import type { Funnel } from './decomposition/funnel.ts';
import { perHourIn } from './decomposition/funnel-kind.ts';
import { isBehind } from './metric-verdict.ts';
import type { Comparison, Gap, Standing } from './report.ts';
import { isSame } from './statistics/same.ts';

/**
 * The room's standing in TikTok's words, the worst that holds: *Risk* with violations, *Need
 * attention* where GMV/h lies below the usual range of the seller's own LIVEs, *Can improve* below
 * benchmark, *Normal* otherwise. Half of one's LIVEs lie below one's own median, so that alone says
 * nothing about a step. `unknown` where nothing could be compared.
 */
export function standingOf(
  session: Session,
  comparisons: readonly Comparison[],
  gap: Gap,
  { kind, metrics }: Pick<Funnel, 'kind' | 'metrics'>,
): Standing {
  const steps = new Set<MetricId>(Object.values(metrics));
  if ((session.violations ?? []).length > 0) return 'risk';
  const money = comparisons.find(({ metric }) => metric === perHourIn(kind));
  const { yours, usual } = money ?? {};
  if (yours !== undefined && usual !== undefined && yours < usual.p25) return 'need-attention';
  const judged = comparisons.filter(
    ({ metric, verdict }) =>
      typeof verdict === 'string' && (metric === perHourIn(kind) || steps.has(metric)),
  );
  const behindOthers = judged.some(
    (one) => isBehind(one) && one.benchmark !== undefined && isOfOthers(one.benchmark.basis),
  );
  const behind =
    gap.state === 'split'
      ? gap.benchmark > gap.yours && !isSame(gap.yours, gap.benchmark)
      : money !== undefined && isBehind(money);
  if (behindOthers || behind) return 'can-improve';
  return gap.state === 'split' || judged.length > 0 ? 'normal' : 'unknown';
}
