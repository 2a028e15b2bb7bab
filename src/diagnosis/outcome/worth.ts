import { currencyOf } from '../currency.ts';
import { funnelKindOf, perHourIn, stepMetric } from '../decomposition/funnel-kind.ts';
import { stepIds } from '../report.ts';
import type { Around } from './change.ts';
import { readingOf, tallyFor, usualSpreadOf } from './reading.ts';
import type { Change, Worth } from './types.ts';
import { usualLevel } from './usual-level.ts';

/**
 * What the change in a step is worth per hour: usual GMV/h × (level after ÷ usual level − 1), with the
 * 90 % interval of the ratio, if nothing else moved. GMV/h is a product of the steps, so a step's
 * ratio is GMV/h's; other metrics have no money of their own, and steps are never added up. Undefined
 * where the usual GMV/h isn't known.
 */
export function worthOf(
  change: Change,
  { before, after, past, engine }: Around,
): Worth | undefined {
  const first = after[0];
  const currency = first === undefined ? undefined : currencyOf(first);
  if (currency === undefined) return undefined;
  const kind = funnelKindOf(before.figures);
  if (!stepIds.some((step) => stepMetric(step, kind) === change.metric)) return undefined;
  const total = perHourIn(kind);
  const read = readingOf(total, before, currency, engine);
  const known = 'none' in read ? undefined : read;
  const tallies = past.flatMap((live) => tallyFor(total, live, currency) ?? []);
  const spread = usualSpreadOf(total);
  const level = usualLevel(tallies, known, known?.dispersion ?? 1, spread, engine);
  if (level === undefined) return undefined;
  const usual = Math.exp(level.centre);
  const { value, low, high } = change.ratio;
  return {
    usual,
    currency,
    value: usual * (value - 1),
    low: usual * (low - 1),
    high: usual * (high - 1),
  };
}
