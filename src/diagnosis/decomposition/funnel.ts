import { isMoneyMetric } from '../../metrics/catalogue.ts';
import { type Figures, numberOf } from '../../metrics/figure.ts';
import { type FunnelKind, type StepId, type StepMetric, stepIds } from '../report.ts';
import { ratio, usable } from '../usable.ts';
import { funnelKindOf, stepMetrics, stepParts } from './funnel-kind.ts';

/** The five steps of one LIVE as far as they are known, and which are not. */
export interface Funnel {
  readonly steps: Readonly<Partial<Record<StepId, number>>>;
  readonly missing: readonly StepId[];
  /** What its last two steps are counted in. */
  readonly kind: FunnelKind;
  /** The metric that each step is, by the kind. */
  readonly metrics: Readonly<Record<StepId, StepMetric>>;
}

/**
 * GMV/h = impressions/h × tap-through rate × LIVE CTR × CTOR × AOV (TikTok Academy; exact within
 * 2e-5 on 19 of 19 real LIVEs). Counts come first, those that a reader recovered from rates included,
 * since they are whole and rates are rounded; else the rate as reported. CTOR and AOV both rest on main
 * orders, or both on SKU orders where those alone are known (`funnel-kind.ts`): mixing the two overstates
 * GMV.
 *
 * After a step at zero nothing is left to measure, so unknown later steps read zero; a LIVE without
 * orders still has a funnel.
 */
export function funnelOf(
  figures: Figures,
  hours?: number,
  kind: FunnelKind = funnelKindOf(figures),
): Funnel {
  const metrics = stepMetrics(kind);
  const steps: Partial<Record<StepId, number>> = {};
  const missing: StepId[] = [];
  let ended = false;
  for (const id of stepIds) {
    const value: number | undefined =
      stepOf(metrics[id], figures, hours) ?? (ended ? 0 : undefined);
    if (value === undefined) missing.push(id);
    else steps[id] = value;
    ended ||= value === 0;
  }
  return { steps, missing, kind, metrics };
}

function stepOf(id: StepMetric, figures: Figures, hours: number | undefined): number | undefined {
  const counted =
    id === 'impressionsPerHour'
      ? ratio(numberOf(figures, 'impressions'), hours)
      : ratio(numberOf(figures, stepParts[id][0]), numberOf(figures, stepParts[id][1]));
  const value = counted ?? numberOf(figures, id);
  const isCtor = id === 'ctor' || id === 'ctorSku';
  const known = usable(value ?? (isCtor ? ctorFromRates(figures, stepParts[id][0]) : undefined));
  // Net refunds can make an order's value negative; nothing else in a funnel can be.
  return known !== undefined && known < 0 && !isMoneyMetric(id) ? undefined : known;
}

/** Orders ÷ (views × LIVE CTR): the CTOR on orders where clicks were not reported. */
function ctorFromRates(figures: Figures, orders: 'orders' | 'skuOrders'): number | undefined {
  const views = numberOf(figures, 'views');
  const ctr = numberOf(figures, 'liveCtr');
  if (views === undefined || ctr === undefined) return undefined;
  return ratio(numberOf(figures, orders), views * ctr);
}
