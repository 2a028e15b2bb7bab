import type { MetricId } from '../../metrics/catalogue.ts';
import { perHourIn, stepMetric, usualKind } from '../decomposition/funnel-kind.ts';
import type { Factor } from '../factor.ts';
import type { FunnelKind } from '../report.ts';

/**
 * The figure that tells whether a change to a factor worked: the one that the factor names, else the
 * step that it is or explains, else GMV an hour, for it touches all of them. Undefined where no
 * figure of one LIVE can tell.
 */
export function judgedBy(
  { judgedBy: named, moneyOf, explains }: Pick<Factor, 'judgedBy' | 'moneyOf' | 'explains'>,
  kind: FunnelKind = usualKind,
): MetricId | undefined {
  if (named === 'nothing') return undefined;
  const step = moneyOf ?? explains;
  return named ?? (step === undefined ? perHourIn(kind) : stepMetric(step, kind));
}
