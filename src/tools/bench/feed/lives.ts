import { categories } from '../../../metrics/feed/categories.ts';
import { replayEnd } from '../../../metrics/live/recording.ts';
import { DAY_SECONDS, HOUR_SECONDS, unixSeconds } from '../../../metrics/time.ts';
import { binomial, logNormal, poisson } from '../../../sources/sample/draws.ts';
import { type Random, randomOf } from '../../../sources/sample/random.ts';
import { assumptions } from '../engine/assumptions.ts';
import { countWhole, type SimulatedCounts } from '../engine/counts.ts';
import { drawShop, drawUsual } from '../engine/shop.ts';

/** LIVEs of a shop in the days that are simulated. */
const LIVES_OF_SHOP = 50;
const DAYS = 90;
const CUT_SECONDS = 600;

/** The day after the last simulated one, in unix seconds, and when all figures were read. */
const END = Date.parse('2026-10-01T00:00:00Z') / 1000;
const READ_AT = (END + 4 * DAY_SECONDS) * 1000;

const regions: Readonly<Record<string, string>> = { VND: 'VN', BRL: 'BR' };

/**
 * One simulated LIVE as a line of a file of sessions, with 26 figures, its best product and a
 * course of six series in cuts of ten minutes. Shops differ and so do their LIVEs, as the
 * assumptions of the bench have it; what they don't cover (likes, comments and the like) is drawn
 * around figures of the one captured LIVE and means nothing. The same number gives the same line.
 */
export function liveLine(seed: string, number: number): string {
  const shopNumber = Math.floor(number / LIVES_OF_SHOP);
  const shopRandom = randomOf(seed, 'shop', shopNumber);
  const shop = drawShop(shopRandom);
  const { currency } = shop.profile;
  const category = categories[Math.floor(shopRandom() * categories.length)]?.id ?? '601450';
  const random = randomOf(seed, 'live', number);
  const [shortest, longest] = assumptions.longHours.value;
  const hours = Math.round((shortest + random() * (longest - shortest)) * 60) / 60;
  const startedAt = Math.floor(END - random() * DAYS * DAY_SECONDS - hours * HOUR_SECONDS);
  const endedAt = startedAt + Math.round(hours * HOUR_SECONDS);
  const usual = drawUsual(random, shop);
  const most = assumptions.largestRate.value;
  const rates = {
    ...usual,
    tapThroughRate: Math.min(most, usual.tapThroughRate),
    liveCtr: Math.min(most, usual.liveCtr),
    ctor: Math.min(most, usual.ctor),
  };
  const counts = countWhole(random, rates, hours);
  const origin = { how: 'simulated', endpoint: 'bench', at: READ_AT };
  const money = (value: number) => ({ amount: value.toFixed(2), currency });
  return JSON.stringify({
    session: {
      version: 1,
      room: {
        id: `76${String(number).padStart(17, '0')}`,
        title: `LIVE ${number} (simulated)`,
        creator: { id: `71${String(shopNumber).padStart(17, '0')}`, handle: `shop.${shopNumber}` },
        region: regions[currency] ?? 'US',
        startedAt,
        endedAt,
        duration: endedAt - startedAt,
        status: 'ended',
        zone: { offset: 25_200 },
        replayUrl: `https://replay.example/${number}.m3u8`,
        replayExpiresAt: replayEnd(unixSeconds(endedAt)),
      },
      currency,
      figures: figuresOf(random, counts, origin, money),
      comparisons: { market: {}, own: {} },
      timeline: timelineOf(random, counts, startedAt, currency),
      products: [
        {
          id: `17${String(shopNumber).padStart(17, '0')}`,
          category,
          clicks: Math.round(counts.clicks / 2),
          orders: Math.round(counts.orders / 2),
          gmv: money(Math.max(1, counts.gmv / 2)),
        },
      ],
      origins: { room: origin, figures: origin, timeline: origin, products: origin },
      gaps: [],
      simulated: true,
    },
  });
}

function figuresOf(
  random: Random,
  { impressions, views, clicks, orders, gmv, hours }: SimulatedCounts,
  origin: object,
  money: (value: number) => object,
): object {
  const scalar = (value: number) => ({ value, origin });
  const amount = (value: number) => ({ money: money(value), origin });
  const shares = { comments: 0.12, likes: 0.9, shares: 0.004, newFollowers: 0.012 };
  const acts = Object.entries(shares).map(([id, share]) => [
    id,
    scalar(poisson(random, views * share)),
  ]);
  const productImpressions = Math.round(clicks / (0.03 + 0.02 * random()));
  const viewers = Math.max(1, Math.round(views * (0.7 + 0.2 * random())));
  return {
    impressions: scalar(impressions),
    impressionsPerHour: scalar(impressions / hours),
    views: scalar(views),
    viewers: scalar(viewers),
    productImpressions: scalar(productImpressions),
    productClicks: scalar(clicks),
    orders: scalar(orders),
    skuOrders: scalar(Math.round(orders * (1 + random()))),
    createdOrders: scalar(Math.round(orders * (1 + 0.2 * random()))),
    itemsSold: scalar(Math.round(orders * (1 + random()))),
    customers: scalar(binomial(random, orders, 0.92)),
    averageViewDuration: scalar(45 * logNormal(random, 0.3)),
    averageViewDurationPerView: scalar(36 * logNormal(random, 0.3)),
    viewsOverOneMinute: scalar(binomial(random, views, 0.2)),
    addToCarts: scalar(binomial(random, clicks, 0.15)),
    gmv: amount(gmv),
    gmvPerHour: amount(gmv / hours),
    ...(orders > 0 ? { aov: amount(gmv / orders) } : {}),
    ...(impressions > 0 ? { showGpm: amount((gmv / impressions) * 1000) } : {}),
    ...(views > 0 ? { watchGpm: amount((gmv / views) * 1000) } : {}),
    ...(impressions > 0 ? { tapThroughRate: scalar(views / impressions) } : {}),
    ...(views > 0 ? { liveCtr: scalar(clicks / views) } : {}),
    ...Object.fromEntries(acts),
  };
}

/** The counts spread over cuts, each cut with ups and downs of its own. */
function timelineOf(
  random: Random,
  counts: SimulatedCounts,
  startedAt: number,
  currency: string,
): object {
  const cuts = Math.ceil((counts.hours * HOUR_SECONDS) / CUT_SECONDS);
  const spread = (metric: string, total: number) => {
    const weights = Array.from({ length: cuts }, () => logNormal(random, 0.4));
    const sum = weights.reduce((a, b) => a + b, 0);
    return {
      metric,
      kind: 'amount',
      points: weights.map((weight, cut) => [
        startedAt + cut * CUT_SECONDS,
        Math.round((total * weight) / sum),
      ]),
    };
  };
  return {
    interval: CUT_SECONDS,
    series: [
      spread('impressions', counts.impressions),
      spread('views', counts.views),
      spread('productClicks', counts.clicks),
      spread('orders', counts.orders),
      spread('comments', counts.views * 0.12),
      { ...spread('gmv', counts.gmv), currency },
    ],
  };
}
