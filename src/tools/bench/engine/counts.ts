import { binomial, normal, poisson } from '../../../sources/sample/draws.ts';
import type { Random } from '../../../sources/sample/random.ts';
import { assumptions } from './assumptions.ts';
import { keptByInterval, type SimulatedFault } from './faults.ts';
import { eachStep, type StepName, type StepValues } from './steps.ts';

/** What is counted in a stretch of a LIVE; `gmv` in major units. */
export interface SimulatedCounts {
  readonly hours: number;
  readonly impressions: number;
  readonly views: number;
  readonly clicks: number;
  readonly orders: number;
  readonly gmv: number;
}

/** What is counted of one product. */
export interface ProductCounts {
  readonly clicks: number;
  readonly orders: number;
  readonly gmv: number;
}

/** A LIVE as it is counted: in whole, by interval, by product. */
export interface CountedLive {
  readonly total: SimulatedCounts;
  readonly intervals: readonly SimulatedCounts[];
  readonly products: readonly ProductCounts[];
}

/** Above this many orders the mean of their values is as good as normal. */
const MANY_ORDERS = 60;

const { orderCv, pricedShare, products: productCount, largestRate } = assumptions;
const orderVariance = Math.log(1 + orderCv.value ** 2);

/** Prices of the products, in units of their mean: evenly placed over a log-normal. */
const prices = pricesOf(productCount.value, orderVariance * pricedShare.value);
const withinVariance = orderVariance * (1 - pricedShare.value);

/** How many 5-minute intervals a LIVE has. */
export function intervalsIn(hours: number): number {
  return Math.ceil((hours * 60) / assumptions.intervalMinutes.value);
}

/**
 * Variance, relative to the mean, that clusters leave in a rate or pace over a whole LIVE: that of
 * one interval ÷ intervals, more where the intervals that a rate is averaged over weigh unequally
 * themselves (views come in clusters too, and taps the more).
 */
export function clusterVariance(step: StepName, intervals: number): number {
  const reach = assumptions.impressionClusters.value ** 2;
  const rate = assumptions.rateClusters.value ** 2;
  const weights: StepValues = {
    impressionsPerHour: 1,
    tapThroughRate: 1 + reach,
    liveCtr: (1 + reach) * (1 + rate),
    ctor: (1 + reach) * (1 + rate) ** 2,
    aov: 0,
  };
  return ((step === 'impressionsPerHour' ? reach : rate) * weights[step]) / intervals;
}

/**
 * Counts of a whole LIVE at once: each rate is off by the mean of its intervals' clusters, which is
 * as spread as in {@link countByInterval}.
 */
export function countWhole(random: Random, rates: StepValues, hours: number): SimulatedCounts {
  const intervals = intervalsIn(hours);
  const paces = eachStep((step) => cluster(random, Math.sqrt(clusterVariance(step, intervals))));
  const { impressions, views, clicks, orders } = count(random, rates, paces, hours);
  const gmv = rates.aov * sumOfValues(random, orders);
  return { hours, impressions, views, clicks, orders, gmv };
}

/**
 * Counts of a LIVE interval by interval: viewers come in waves, and faults may fill only a part.
 *
 * @param usual the room's rates before faults
 */
export function countByInterval(
  random: Random,
  usual: StepValues,
  faults: readonly SimulatedFault[],
  hours: number,
): CountedLive {
  const length = intervalsIn(hours);
  const byProduct = prices.map(() => ({ clicks: 0, orders: 0, gmv: 0 }));
  const intervals = keptByInterval(faults, length).map((kept): SimulatedCounts => {
    const rates = eachStep((step) => usual[step] * kept[step]);
    const { impressionClusters, rateClusters } = assumptions;
    const paces = eachStep((step) =>
      step === 'aov'
        ? 1
        : cluster(
            random,
            step === 'impressionsPerHour' ? impressionClusters.value : rateClusters.value,
          ),
    );
    const part = count(random, rates, paces, hours / length);
    for (let left = part.clicks - part.orders; left > 0; left--) {
      const product = byProduct[Math.floor(random() * prices.length)];
      if (product !== undefined) product.clicks++;
    }
    let gmv = 0;
    for (let left = part.orders; left > 0; left--) {
      const which = Math.floor(random() * prices.length);
      const noise = Math.exp(Math.sqrt(withinVariance) * normal(random) - withinVariance / 2);
      const value = rates.aov * (prices[which] ?? 1) * noise;
      gmv += value;
      const product = byProduct[which];
      if (product === undefined) continue;
      product.clicks++;
      product.orders++;
      product.gmv += value;
    }
    return { hours: hours / length, ...part, gmv };
  });
  const sum = (read: (counts: SimulatedCounts) => number): number =>
    intervals.reduce((total, interval) => total + read(interval), 0);
  const total = {
    hours,
    impressions: sum(({ impressions }) => impressions),
    views: sum(({ views }) => views),
    clicks: sum(({ clicks }) => clicks),
    orders: sum(({ orders }) => orders),
    gmv: sum(({ gmv }) => gmv),
  };
  return { total, intervals, products: byProduct };
}

/** The steps as counted; a step that nothing was counted for is absent. */
export function observedSteps(counts: SimulatedCounts): Partial<Record<StepName, number>> {
  const { hours, impressions, views, clicks, orders, gmv } = counts;
  return {
    impressionsPerHour: impressions / hours,
    ...(impressions > 0 ? { tapThroughRate: views / impressions } : {}),
    ...(views > 0 ? { liveCtr: clicks / views } : {}),
    ...(clicks > 0 ? { ctor: orders / clicks } : {}),
    ...(orders > 0 ? { aov: gmv / orders } : {}),
  };
}

function count(random: Random, rates: StepValues, paces: StepValues, hours: number) {
  const share = (step: StepName): number => Math.min(largestRate.value, rates[step] * paces[step]);
  const impressions = poisson(random, rates.impressionsPerHour * paces.impressionsPerHour * hours);
  const views = binomial(random, impressions, share('tapThroughRate'));
  const clicks = binomial(random, views, share('liveCtr'));
  const orders = binomial(random, clicks, share('ctor'));
  return { impressions, views, clicks, orders };
}

/** A log-normal factor with mean 1 and this standard deviation. */
function cluster(random: Random, cv: number): number {
  const variance = Math.log(1 + cv * cv);
  return Math.exp(Math.sqrt(variance) * normal(random) - variance / 2);
}

/** The sum of the values of so many orders, in units of their mean. */
function sumOfValues(random: Random, orders: number): number {
  if (orders > MANY_ORDERS) {
    return Math.max(0, orders + orderCv.value * Math.sqrt(orders) * normal(random));
  }
  let sum = 0;
  for (let left = orders; left > 0; left--) sum += cluster(random, orderCv.value);
  return sum;
}

/** Values whose ln is spread by `variance`, with mean 1. */
function pricesOf(size: number, variance: number): readonly number[] {
  const places = Array.from({ length: size }, (_, place) => place - (size - 1) / 2);
  const scale = Math.sqrt((variance * size) / places.reduce((sum, place) => sum + place ** 2, 0));
  const raw = places.map((place) => Math.exp(scale * place));
  const mean = raw.reduce((sum, price) => sum + price, 0) / size;
  return raw.map((price) => price / mean);
}
