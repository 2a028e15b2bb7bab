import type { SalesBasis } from '../metrics/metric.ts';

/** The five factors of GMV/h, from the top: their product is GMV per hour. */
export const stepIds = ['impressionsPerHour', 'tapThroughRate', 'liveCtr', 'ctor', 'aov'] as const;
export type StepId = (typeof stepIds)[number];

/**
 * What the last two steps of a LIVE's funnel are counted in: main orders (purchases) or SKU orders, and
 * attributed or direct money. One LIVE has one kind; figures of another are metrics of their own, so that
 * nothing compares across kinds.
 */
export interface FunnelKind {
  readonly orders: 'main' | 'sku';
  readonly basis: SalesBasis;
}

/** A metric that a step of the funnel can be, by kind. */
export type StepMetric =
  | Exclude<StepId, 'ctor' | 'aov'>
  | 'ctor'
  | 'ctorSku'
  | 'aov'
  | 'skuAov'
  | 'directAov'
  | 'directSkuAov';
