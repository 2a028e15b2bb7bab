import * as v from 'valibot';
import { basisOf, type MetricId, ratioOf } from '../../metrics/catalogue.ts';
import { MoneySchema } from '../../metrics/money.ts';

/**
 * Why a figure is in no metric of the product: there is none with this meaning; its answers don't tell
 * which one it is; it contradicts the counts beside it; it is rounded so far that counts say more.
 */
const NotTakenSchema = v.picklist(['no-metric', 'undecided', 'contradicts', 'coarse']);
export type NotTaken = v.InferOutput<typeof NotTakenSchema>;

/** A figure as TikTok's Open API answered it, with what it rests on and the version that answered it. */
export const OfficialFigureSchema = v.object({
  endpoint: v.string(),
  version: v.string(),
  /** Its name in the answer, with those of the objects around it. */
  field: v.string(),
  /**
   * What it rests on, where that makes a difference: whose orders (`attributed`, `direct`, `24-hour`),
   * which orders (`main orders`, `SKU orders`), or what it is a share of (`productClicks/views`).
   */
  basis: v.optional(v.string()),
  value: v.optional(v.number()),
  money: v.optional(MoneySchema),
  /** The metric of the product that it became. */
  metric: v.optional(v.string()),
  notTaken: v.optional(NotTakenSchema),
});
export type OfficialFigure = v.InferOutput<typeof OfficialFigureSchema>;

const orderKinds: Readonly<Partial<Record<MetricId, string>>> = {
  orders: 'main orders',
  skuOrders: 'SKU orders',
};

/** What a metric rests on, in the words of {@link OfficialFigureSchema}. */
export function basisOfMetric(id: MetricId): string | undefined {
  const ratio = ratioOf(id);
  if (ratio !== undefined) return `${ratio.numerator}/${ratio.denominator}`;
  return basisOf(id) ?? orderKinds[id];
}
