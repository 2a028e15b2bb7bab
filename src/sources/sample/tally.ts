import type { LiveScript } from './plan.ts';
import { leaves } from './sources.ts';

/** What is counted everywhere: in the room, and in each interval of it. Money in cents. */
export interface Counts {
  impressions: number;
  views: number;
  viewers: number;
  productImpressions: number;
  productClicks: number;
  addToCarts: number;
  createdOrders: number;
  orders: number;
  skuOrders: number;
  itemsSold: number;
  customers: number;
  gmv: number;
  comments: number;
  likes: number;
  shares: number;
  newFollowers: number;
}
export type CountName = keyof Counts;

/** One interval of the trend; people in the room are summed over `ticks`, for a mean. */
export interface IntervalTally extends Counts {
  readonly start: number;
  present: number;
  ticks: number;
}

export interface ProductTally {
  impressions: number;
  clicks: number;
  addToCarts: number;
  createdOrders: number;
  orders: number;
  skuOrders: number;
  itemsSold: number;
  gmv: number;
  readonly customers: Set<number>;
  stock: number;
}

export interface LeafTally {
  impressions: number;
  views: number;
  productImpressions: number;
  clicks: number;
  orders: number;
  gmv: number;
}

/** What one follower tier bought. */
export interface TierTally {
  orders: number;
  skuOrders: number;
  gmv: number;
}

/** All that happened in a LIVE up to `until` (unix seconds). */
export interface SampleTally {
  readonly until: number;
  readonly interval: number;
  readonly totals: Counts;
  readonly intervals: readonly IntervalTally[];
  /** In the order of the plan's basket. */
  readonly products: readonly ProductTally[];
  /** In the order of {@link leaves}. */
  readonly leaves: readonly LeafTally[];
  readonly tiers: readonly TierTally[];
  readonly watchedSeconds: number;
  readonly overOneMinute: number;
  readonly present: number;
  readonly placedCents: number;
  readonly subsidyCents: number;
  readonly adsCostCents: number;
}

export function noCounts(): Counts {
  return {
    impressions: 0,
    views: 0,
    viewers: 0,
    productImpressions: 0,
    productClicks: 0,
    addToCarts: 0,
    createdOrders: 0,
    orders: 0,
    skuOrders: 0,
    itemsSold: 0,
    customers: 0,
    gmv: 0,
    comments: 0,
    likes: 0,
    shares: 0,
    newFollowers: 0,
  };
}

export const emptyLeaves = (): LeafTally[] =>
  leaves.map(() => ({
    impressions: 0,
    views: 0,
    productImpressions: 0,
    clicks: 0,
    orders: 0,
    gmv: 0,
  }));

export const emptyProducts = (plan: LiveScript): ProductTally[] =>
  plan.basket.map((_, i) => ({
    impressions: 0,
    clicks: 0,
    addToCarts: 0,
    createdOrders: 0,
    orders: 0,
    skuOrders: 0,
    itemsSold: 0,
    gmv: 0,
    customers: new Set<number>(),
    stock: plan.stock[i] ?? 0,
  }));
