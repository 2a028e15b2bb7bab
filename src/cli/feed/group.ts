import type { SalesBasis } from '../../metrics/metric.ts';

/** What a slice is about on any day. */
export interface FeedGroup {
  readonly region: string;
  readonly category: string;
  readonly basis: SalesBasis;
}

/** A region, category and sales basis, as a key. */
export function groupOf({ region, category, basis }: FeedGroup): string {
  return `${region} ${category} ${basis}`;
}
