import type { MetricId } from '../metrics/catalogue.ts';

/** A factor that another LIVE can show how to do better in, and the metric by which it does. */
export interface KeyFactor {
  /** The factor's id. */
  readonly id: string;
  readonly shownBy: MetricId;
}

/**
 * The key factors, in the order of the viewer's journey: by these LIVEs to learn from are found, and
 * for these a feed's clips are cut. A table beside the factors and not a field of theirs, so that the
 * worker, which simulates a feed, needn't load what judges them.
 */
export const keyFactors: readonly KeyFactor[] = [
  { id: 'reach', shownBy: 'impressionsPerHour' },
  { id: 'tap-through', shownBy: 'tapThroughRate' },
  { id: 'product-exposure', shownBy: 'productImpressionsPerView' },
  { id: 'product-click', shownBy: 'liveCtr' },
  { id: 'click-to-order', shownBy: 'ctor' },
  { id: 'basket', shownBy: 'aov' },
  { id: 'comments', shownBy: 'commentRate' },
  { id: 'likes', shownBy: 'likeRate' },
  { id: 'shares', shownBy: 'shareRate' },
  { id: 'follows', shownBy: 'followRate' },
];

/** The metric by which a LIVE shows a factor; undefined where no metric of a LIVE does. */
export function shownBy(factor: string): MetricId | undefined {
  return keyFactors.find(({ id }) => id === factor)?.shownBy;
}
