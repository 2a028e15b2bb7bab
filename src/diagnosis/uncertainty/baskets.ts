import type { MetricId } from '../../metrics/catalogue.ts';
import { type Figures, numberOf } from '../../metrics/figure.ts';
import { ratio } from '../usable.ts';

/** SKU orders to a basket where nothing tells: 37 in the 21 main orders of the captured LIVE. */
const USUAL_BASKET = 37 / 21;

const ofSkuOrders: ReadonlySet<MetricId> = new Set<MetricId>(['ctorSku', 'orderRateSku']);

/**
 * How much more than single events the events of a metric scatter because they come several at once: SKU
 * orders come in baskets, and events in baskets of m on average scatter 2m − 1 times as much as ones that come
 * alone (geometric sizes). How many a basket holds is told by main orders; without them it is what it usually
 * is, but no more than a customer ordered. 1 for every other metric.
 */
export function basketScatter(id: MetricId, figures: Figures): number {
  if (!ofSkuOrders.has(id)) return 1;
  const perBasket = ratio(numberOf(figures, 'skuOrders'), numberOf(figures, 'orders'));
  const perCustomer = ratio(numberOf(figures, 'skuOrders'), numberOf(figures, 'customers'));
  const basket = perBasket ?? Math.min(USUAL_BASKET, perCustomer ?? USUAL_BASKET);
  return Math.max(1, 2 * basket - 1);
}
