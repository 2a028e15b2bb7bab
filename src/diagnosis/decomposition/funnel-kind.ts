import type { MetricId } from '../../metrics/catalogue.ts';
import { type Figures, numberOf } from '../../metrics/figure.ts';
import { salesBasisOf } from '../../metrics/sales-basis.ts';
import type { FunnelKind, StepId, StepMetric } from '../step-id.ts';

export const usualKind: FunnelKind = { orders: 'main', basis: 'attributed' };

/** The two figures whose ratio a step is; impressions stand over hours instead. */
export const stepParts = {
  tapThroughRate: ['views', 'impressions'],
  liveCtr: ['productClicks', 'views'],
  ctor: ['orders', 'productClicks'],
  ctorSku: ['skuOrders', 'productClicks'],
  aov: ['gmv', 'orders'],
  skuAov: ['gmv', 'skuOrders'],
  directAov: ['directGmv', 'orders'],
  directSkuAov: ['directGmv', 'skuOrders'],
} as const satisfies Record<
  Exclude<StepMetric, 'impressionsPerHour'>,
  readonly [MetricId, MetricId]
>;

/** The metric that a step is in a LIVE of this kind. */
export function stepMetric(step: StepId, { orders, basis }: FunnelKind): StepMetric {
  if (step === 'ctor') return orders === 'main' ? 'ctor' : 'ctorSku';
  if (step !== 'aov') return step;
  if (basis === 'direct') return orders === 'main' ? 'directAov' : 'directSkuAov';
  return orders === 'main' ? 'aov' : 'skuAov';
}

/** The metrics of all steps in a LIVE of this kind. */
export const stepMetrics = (kind: FunnelKind): Readonly<Record<StepId, StepMetric>> => ({
  impressionsPerHour: 'impressionsPerHour',
  tapThroughRate: 'tapThroughRate',
  liveCtr: 'liveCtr',
  ctor: stepMetric('ctor', kind),
  aov: stepMetric('aov', kind),
});

/** The count of orders, the money, and the money per hour of a kind. */
export const ordersOf = ({ orders }: FunnelKind): 'orders' | 'skuOrders' =>
  orders === 'main' ? 'orders' : 'skuOrders';
export const moneyIn = ({ basis }: FunnelKind): 'gmv' | 'directGmv' =>
  basis === 'direct' ? 'directGmv' : 'gmv';
export const perHourIn = ({ basis }: FunnelKind): 'gmvPerHour' | 'directGmvPerHour' =>
  basis === 'direct' ? 'directGmvPerHour' : 'gmvPerHour';

/**
 * The kind of a LIVE: its sales basis, and main orders unless SKU orders are all that is known of both
 * steps that rest on orders.
 *
 * @param figures completed
 */
export function funnelKindOf(figures: Figures): FunnelKind {
  const basis = salesBasisOf(figures);
  const isKnown = (orders: FunnelKind['orders']): boolean =>
    (['ctor', 'aov'] as const).every((step) => {
      const id = stepMetric(step, { orders, basis });
      return numberOf(figures, id) !== undefined;
    });
  return { orders: !isKnown('main') && isKnown('sku') ? 'sku' : 'main', basis };
}
