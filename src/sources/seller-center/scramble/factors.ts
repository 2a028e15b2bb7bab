import { type MetricId, ratioOf } from '../../../metrics/catalogue.ts';
import type { Random } from '../../sample/random.ts';

/**
 * What is multiplied alike. Figures that answers were seen to mistake for one another stay in one family
 * (orders and items, views and viewers), so that what decides between them is still there to be seen.
 */
type Family =
  | 'impressions'
  | 'views'
  | 'clicks'
  | 'orders'
  | 'interactions'
  | 'gmv'
  | 'ads'
  | 'watching';

const families: Partial<Record<MetricId, Family>> = {
  impressions: 'impressions',
  impressionsPerHour: 'impressions',
  views: 'views',
  viewers: 'views',
  currentViewers: 'views',
  viewsOverOneMinute: 'views',
  productImpressions: 'views',
  productClicks: 'clicks',
  addToCarts: 'clicks',
  createdOrders: 'orders',
  orders: 'orders',
  skuOrders: 'orders',
  customers: 'orders',
  itemsSold: 'orders',
  directItemsSold: 'orders',
  comments: 'interactions',
  shares: 'interactions',
  likes: 'interactions',
  newFollowers: 'interactions',
  gmv: 'gmv',
  gmvPerHour: 'gmv',
  estimatedGmv: 'gmv',
  gmvWithSubsidy: 'gmv',
  directGmv: 'gmv',
  directGmvPerHour: 'gmv',
  adsCost: 'ads',
};

/** Rates that the catalogue doesn't give as one figure over another. */
const rates: Partial<Record<MetricId, readonly [Family, Family]>> = {
  adsRoi: ['gmv', 'ads'],
  averageViewDurationPerView: ['watching', 'views'],
  averageViewDurationPerViewer: ['watching', 'views'],
};

/** What a metric's figures are multiplied by; undefined for one whose place among the others isn't known. */
export type Factors = (id: MetricId) => number | undefined;

/**
 * Draws the factors of one sample. Counts get whole ones, so that they stay whole and their sums stay
 * sums, smaller ones further down the funnel, so that no share passes 1; a rate gets its numerator's over
 * its denominator's.
 */
export function drawFactors(random: Random): Factors {
  const [impressions = 9, views = 7, clicks = 5, orders = 3] = distinct(random, 4, 3, 12);
  const within = (): number => 2 + Math.floor(random() * (views - 1));
  const factors: Record<Family, number> = {
    impressions,
    views,
    clicks,
    orders,
    interactions: within(),
    watching: within(),
    gmv: 1.3 + random() * 6,
    ads: 1.3 + random() * 6,
  };
  const factorOf: Factors = (id) => {
    const family = families[id];
    if (family !== undefined) return factors[family];
    const rate = rates[id];
    if (rate !== undefined) return factors[rate[0]] / factors[rate[1]];
    const ratio = ratioOf(id);
    if (ratio === undefined) return undefined;
    const [over, under] = [factorOf(ratio.numerator), factorOf(ratio.denominator)];
    return over === undefined || under === undefined ? undefined : over / under;
  };
  return factorOf;
}

/** So many different whole numbers from `least` to `most`, largest first. */
function distinct(random: Random, count: number, least: number, most: number): number[] {
  const left = Array.from({ length: most - least + 1 }, (_, index) => least + index);
  const drawn = Array.from({ length: count }, () =>
    left.splice(Math.floor(random() * left.length), 1),
  );
  return drawn.flat().sort((a, b) => b - a);
}
