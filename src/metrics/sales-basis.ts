import * as v from 'valibot';
import { basisOf, type MetricId, metricIds, ratioOf } from './catalogue.ts';
import type { Figures } from './figure.ts';
import type { SalesBasis } from './metric.ts';

export const SalesBasisSchema = v.picklist(['attributed', 'direct']);

/**
 * Whose orders a LIVE's money rests on: direct ones where it has direct GMV and no attributed one, else what
 * TikTok attributes to it. One LIVE is judged on one basis, and compared with LIVEs of the same.
 */
export function salesBasisOf(figures: Figures): SalesBasis {
  return moneyBasisOf(figures) ?? 'attributed';
}

/** The same where money tells it; undefined where a LIVE has none. */
export function moneyBasisOf(figures: Figures): SalesBasis | undefined {
  const has = (basis: SalesBasis): boolean =>
    metricIds.some((id) => basisOf(id) === basis && isMoneyOf(figures, id));
  return has('attributed') ? 'attributed' : has('direct') ? 'direct' : undefined;
}

const orderCounts: ReadonlySet<string> = new Set<MetricId>([
  'orders',
  'skuOrders',
  'createdOrders',
  'customers',
]);

/**
 * Whether a metric counts orders, or who placed them, without saying whose orders: those of the money that
 * was told with it.
 */
export function countsOrders(id: MetricId): boolean {
  if (basisOf(id) !== undefined) return false;
  const { numerator = '', denominator = '' } = ratioOf(id) ?? {};
  return [id, numerator, denominator].some((one) => orderCounts.has(one));
}

/** Items sold are attributed also where all money is direct. */
const isMoneyOf = (figures: Figures, id: MetricId): boolean => {
  const figure = figures[id];
  return figure !== undefined && 'money' in figure;
};

/**
 * Whether a metric is told of a LIVE, be it that it is missing: what is reported always is, what isn't
 * only where the LIVE's money rests on the same orders. That a file's mean length of watching isn't said
 * is nothing that a LIVE lacks.
 */
export function isListed(id: MetricId, figures: Figures): boolean {
  if (figures[id] !== undefined) return true;
  if (id === 'averageViewDuration') return false;
  const basis = basisOf(id);
  return basis === undefined || basis === salesBasisOf(figures);
}
