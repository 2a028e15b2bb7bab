/**
 * The rule of *Lower* written down a second time, plainly, for tests of what the panel shows: with
 * TikTok's market comparison its sign decides, else the median of the earlier LIVEs that report the
 * metric, from five on. Nothing here is shared with the engine.
 */

/** Figures of one LIVE by metric id, and its length. */
export interface PlainLive {
  readonly hours: number;
  readonly figures: Readonly<Record<string, number>>;
}

type Formula = (figure: (id: string) => number, hours: number) => number;

/** Every metric that compares across LIVEs, from counts; none where it has to be reported. */
export const comparable: Readonly<Record<string, Formula | undefined>> = {
  impressionsPerHour: (f, hours) => f('impressions') / hours,
  tapThroughRate: (f) => f('views') / f('impressions'),
  tapThroughRatePreview: undefined,
  averageViewDurationPerView: undefined,
  averageViewDurationPerViewer: undefined,
  viewsOverOneMinuteRate: (f) => f('viewsOverOneMinute') / f('views'),
  viewsPerViewer: (f) => f('views') / f('viewers'),
  commentRate: (f) => f('comments') / f('views'),
  likeRate: (f) => f('likes') / f('views'),
  shareRate: (f) => f('shares') / f('views'),
  followRate: (f) => f('newFollowers') / f('views'),
  productImpressionsPerView: (f) => f('productImpressions') / f('views'),
  productCtr: (f) => f('productClicks') / f('productImpressions'),
  liveCtr: (f) => f('productClicks') / f('views'),
  ctor: (f) => f('orders') / f('productClicks'),
  ctorSku: (f) => f('skuOrders') / f('productClicks'),
  orderRateSku: (f) => f('skuOrders') / f('views'),
  paymentRate: (f) => f('orders') / f('createdOrders'),
  aov: (f) => f('gmv') / f('orders'),
  skuAov: (f) => f('gmv') / f('skuOrders'),
  showGpm: (f) => (f('gmv') / f('impressions')) * 1000,
  watchGpm: (f) => (f('gmv') / f('views')) * 1000,
  gmvPerHour: (f, hours) => f('gmv') / hours,
  skuOrdersPerOrder: (f) => f('skuOrders') / f('orders'),
  itemsPerOrder: (f) => f('itemsSold') / f('orders'),
  addToCartRate: (f) => f('addToCarts') / f('productClicks'),
  adsRoi: undefined,
};

/** Counts that follow from reported rates. */
const counts: Readonly<Record<string, Formula | undefined>> = {
  impressions: (f, hours) => Math.round(f('impressionsPerHour') * hours),
  productClicks: (f) => Math.round(f('views') * f('liveCtr')),
  skuOrders: (f) => Math.round(f('views') * f('orderRateSku')),
  productImpressions: (f) => Math.round(f('productClicks') / f('productCtr')),
};

/** A metric as reported, else from counts; NaN where it can't be known. */
function figureOf(live: PlainLive, id: string, behind: readonly string[] = []): number {
  const reported = live.figures[id];
  if (reported !== undefined) return reported;
  if (behind.includes(id)) return Number.NaN;
  const part = (name: string): number => figureOf(live, name, [...behind, id]);
  const found = (counts[id] ?? comparable[id])?.(part, live.hours) ?? Number.NaN;
  return Number.isFinite(found) ? found : Number.NaN;
}

/** What the panel has to say of a metric. `market` is value ÷ market − 1, where TikTok compared it. */
export function saying(
  id: string,
  live: PlainLive,
  earlier: readonly PlainLive[],
  market: number | undefined,
): 'Lower' | 'Higher' | 'Same' | 'no benchmark' | '' {
  const yours = figureOf(live, id);
  if (Number.isNaN(yours)) return '';
  const past = earlier.map((one) => figureOf(one, id)).filter((value) => !Number.isNaN(value));
  const benchmark =
    market !== undefined && yours > 0
      ? yours / (1 + market)
      : past.length >= 5
        ? median(past)
        : undefined;
  if (benchmark === undefined) return 'no benchmark';
  if (Math.round(Math.abs(yours / benchmark - 1) * 100) === 0) return 'Same';
  return yours < benchmark ? 'Lower' : 'Higher';
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (place: number): number => sorted[place] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  return (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2;
}
