import fc from 'fast-check';
import type { MetricId } from '../../metrics/catalogue.ts';

/** What a row must be read as. */
export interface MadeLive {
  /** Unix seconds by a clock that stands at UTC. */
  readonly clock: number;
  readonly length: number;
  readonly figures: Readonly<Partial<Record<MetricId, number>>>;
}

/** One LIVE's figures, which agree with each other as those of a real one do. */
export const liveArbitrary = fc
  .record({
    minute: fc.integer({ min: 0, max: 700 * 24 * 60 }),
    minutes: fc.integer({ min: 1, max: 12 * 60 }),
    impressions: fc.integer({ min: 1, max: 2_000_000 }),
    tapped: fc.integer({ min: 1, max: 3_000 }),
    perView: fc.integer({ min: 1, max: 90_000 }),
    clicked: fc.integer({ min: 0, max: 9_000 }),
    ordered: fc.integer({ min: 0, max: 9_000 }),
    cents: fc.oneof(
      fc.integer({ min: 0, max: 5e9 }),
      fc.integer({ min: 0, max: 9_999 }).map((n) => n * 100_000),
    ),
    watched: fc.integer({ min: 1, max: 600 }),
    likes: fc.integer({ min: 0, max: 200_000 }),
  })
  .map((drawn): MadeLive => {
    const share = (of: number, tenThousandth: number): number =>
      Math.round((of * tenThousandth) / 10_000);
    const views = Math.max(1, share(drawn.impressions, drawn.tapped));
    const productImpressions = share(views, drawn.perView);
    const productClicks = share(productImpressions, drawn.clicked);
    const rounded = (part: number, whole: number): number | undefined =>
      whole === 0 ? undefined : Math.round((part / whole) * 10_000) / 10_000;
    const gmv = drawn.cents / 100;
    const figures = {
      gmv,
      directGmv: Math.round(drawn.cents * 0.8) / 100,
      orders: share(productClicks, drawn.ordered),
      impressions: drawn.impressions,
      views,
      viewers: Math.max(1, Math.round(views * 0.8)),
      productImpressions,
      productClicks,
      likes: drawn.likes,
      tapThroughRate: rounded(views, drawn.impressions),
      liveCtr: rounded(productClicks, views),
      productCtr: rounded(productClicks, productImpressions),
      likeRate: rounded(drawn.likes, views),
      averageViewDuration: drawn.watched,
    };
    return {
      clock: Date.UTC(2025, 0, 1) / 1000 + drawn.minute * 60,
      length: drawn.minutes * 60,
      figures: Object.fromEntries(
        Object.entries(figures).filter(([, value]) => value !== undefined),
      ),
    };
  });
