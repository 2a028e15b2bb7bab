import { HOUR_SECONDS } from '../../metrics/time.ts';
import { addedUp, binomial, multinomial, normal, pick, poisson } from './draws.ts';
import { drawOrder, tierWeights } from './orders.ts';
import { type LiveScript, pinnedAt, plantedAt } from './plan.ts';
import { type Random, randomOf } from './random.ts';
import { AD_DETAIL, leaves } from './sources.ts';
import {
  type CountName,
  emptyLeaves,
  emptyProducts,
  type IntervalTally,
  noCounts,
  type SampleTally,
} from './tally.ts';

/** A usual room of this shop: reach per hour, and what one view brings; sizes in the order of real rooms. */
const IMPRESSIONS_PER_HOUR = 24_000;
const PRODUCT_IMPRESSIONS_PER_VIEW = 6;
const MEDIAN_STAY_SECONDS = 19;
const STAY_SPREAD = 1.1;
const NEW_VIEWER = 0.77;
const PIN_ATTENTION = 5;
const PIN_CLICKS = 1.3;

/**
 * Plays a LIVE step by step of `tick` seconds from its start to `until` (unix seconds; whole steps
 * count). Every draw comes in the same order whatever `until` is, so a later `until` continues the
 * same LIVE and no count ever falls.
 */
export function simulate(plan: LiveScript, until: number, tick: number): SampleTally {
  const play = new Play(plan, until, tick);
  for (let at: number = plan.startedAt; at + tick <= play.until; at += tick) play.step(at);
  return play.tally();
}

/** Length of an interval of the trend: 5 minutes, 15 for a LIVE over 6 hours, as the dashboard chooses. */
function intervalOf(plan: LiveScript): number {
  return plan.plannedEnd - plan.startedAt > 6 * HOUR_SECONDS ? 900 : 300;
}

class Play {
  readonly until: number;
  private readonly random: Random;
  private readonly interval: number;
  private readonly totals = noCounts();
  private readonly intervals: IntervalTally[] = [];
  private readonly leaves = emptyLeaves();
  private readonly products;
  private readonly tiers = tierWeights.map(() => ({ orders: 0, skuOrders: 0, gmv: 0 }));
  private readonly leaving = new Map<number, number>();
  private current: IntervalTally;
  private mood = 0;
  private watchedSeconds = 0;
  private overOneMinute = 0;
  private present = 0;
  private placedCents = 0;
  private subsidyCents = 0;

  constructor(
    private readonly plan: LiveScript,
    until: number,
    private readonly tick: number,
  ) {
    const end = Math.min(until, plan.plannedEnd);
    const whole = Math.floor(Math.max(0, end - plan.startedAt) / tick) * tick;
    this.until = end === plan.plannedEnd ? end : plan.startedAt + whole;
    this.random = randomOf(plan.seed, 'play', plan.id);
    this.interval = intervalOf(plan);
    this.products = emptyProducts(plan);
    this.current = this.open(plan.startedAt);
  }

  step(at: number): void {
    if (at >= this.current.start + this.interval) this.current = this.open(at);
    const views = this.enter(at);
    this.stay(at, views);
    this.talk(at, addedUp(views));
    this.show(at, views);
    this.current.present += this.present;
    this.current.ticks++;
  }

  tally(): SampleTally {
    const adLeaf = leaves.findIndex(({ detail }) => detail === AD_DETAIL);
    const shown = this.leaves[adLeaf]?.impressions ?? 0;
    return {
      until: this.until,
      interval: this.interval,
      totals: this.totals,
      intervals: this.intervals,
      products: this.products,
      leaves: this.leaves,
      tiers: this.tiers,
      watchedSeconds: Math.round(this.watchedSeconds),
      overOneMinute: this.overOneMinute,
      present: this.present,
      placedCents: this.placedCents,
      subsidyCents: this.subsidyCents,
      adsCostCents: Math.round((shown * (this.plan.adsCpmCents ?? 0)) / 1000),
    };
  }

  private open(at: number): IntervalTally {
    const start = Math.floor(at / this.interval) * this.interval;
    const interval = { ...noCounts(), start, present: 0, ticks: 0 };
    this.intervals.push(interval);
    return interval;
  }

  private count(name: CountName, by: number): void {
    this.totals[name] += by;
    this.current[name] += by;
  }

  /** Impressions and the views they lead to, by way in. */
  private enter(at: number): number[] {
    const { plan, random, tick } = this;
    const minutes = (at - plan.startedAt) / 60;
    this.mood += -0.1 * (tick / 60) * this.mood + 0.07 * Math.sqrt(tick / 60) * normal(random);
    const warm = 0.6 + 0.4 * (1 - Math.exp(-minutes / 12));
    const wave = 1 + 0.1 * Math.sin(minutes / 17);
    const limited = plantedAt(plan, 'violation', at) ? 0.35 : 1;
    const level = warm * wave * limited * Math.exp(this.mood);
    const mean =
      (IMPRESSIONS_PER_HOUR * plan.truth.strength.impressions * tick * level) / HOUR_SECONDS;
    const tap =
      plan.truth.strength.tapThrough * (plantedAt(plan, 'weak-first-impression', at) ? 0.45 : 1);
    return leaves.map((leaf, i) => {
      const adShare = leaf.detail === AD_DETAIL && !plan.truth.adsOn ? 0.3 : 1;
      const impressions = poisson(random, mean * leaf.share * adShare);
      const views = binomial(random, impressions, Math.min(0.9, leaf.tap * tap));
      const tally = this.leaves[i];
      if (tally !== undefined) {
        tally.impressions += impressions;
        tally.views += views;
      }
      this.count('impressions', impressions);
      this.count('views', views);
      return views;
    });
  }

  /** How long each viewer stays; nobody stays past `until`, so figures of a running LIVE are as of then. */
  private stay(at: number, byLeaf: readonly number[]): void {
    const { plan, random, tick } = this;
    const views = addedUp(byLeaf);
    const weak = plantedAt(plan, 'weak-first-impression', at) ? 0.6 : 1;
    const median = MEDIAN_STAY_SECONDS * plan.truth.strength.stay * weak;
    this.count('viewers', binomial(random, views, NEW_VIEWER));
    for (let i = 0; i < views; i++) {
      const from = at + random() * tick;
      const to = from + median * Math.exp(STAY_SPREAD * normal(random));
      const watched = Math.min(to, this.until) - from;
      this.watchedSeconds += Math.max(0, watched);
      if (watched > 60) this.overOneMinute++;
      this.present++;
      const gone = Math.floor((to - plan.startedAt) / tick);
      this.leaving.set(gone, (this.leaving.get(gone) ?? 0) + 1);
    }
    const now = Math.floor((at - plan.startedAt) / tick);
    this.present -= this.leaving.get(now) ?? 0;
    this.leaving.delete(now);
  }

  private talk(at: number, views: number): void {
    const { plan, random } = this;
    const quiet = plantedAt(plan, 'quiet-stretch', at) ? 0.08 : 1;
    this.count('comments', poisson(random, views * plan.comments * quiet));
    this.count('likes', poisson(random, views * plan.comments * 14 * (0.4 + 0.6 * quiet)));
    this.count('shares', binomial(random, views, 0.003 * quiet));
    this.count('newFollowers', binomial(random, views, plan.follows * (0.3 + 0.7 * quiet)));
  }

  /** What viewers are shown, click and order, product by product. */
  private show(at: number, views: readonly number[]): void {
    const { plan, random } = this;
    const total = addedUp(views);
    const shown = poisson(random, total * PRODUCT_IMPRESSIONS_PER_VIEW);
    if (total === 0 || shown === 0) return;
    const pinned = pinnedAt(plan, at);
    const attention = plan.basket.map(
      ({ id, appeal }) => appeal * (id === pinned ? PIN_ATTENTION : 1),
    );
    const waysLeft = multinomial(random, shown, views);
    waysLeft.forEach((count, i) => {
      const leaf = this.leaves[i];
      if (leaf !== undefined) leaf.productImpressions += count;
    });
    this.count('productImpressions', shown);
    const quiet = plantedAt(plan, 'quiet-stretch', at) ? 0.55 : 1;
    multinomial(random, shown, attention).forEach((impressions, i) => {
      const ware = plan.basket[i];
      const product = this.products[i];
      if (ware === undefined || product === undefined) return;
      product.impressions += impressions;
      const pin = ware.id === pinned ? PIN_CLICKS : 1;
      const ctr = Math.min(0.5, ware.ctr * plan.truth.strength.click * pin * quiet);
      const clicks = binomial(random, impressions, ctr);
      for (let click = 0; click < clicks; click++) this.click(i, waysLeft);
    });
  }

  /** One click: where it came from (each product impression is clicked once at most), and whether it led to an order. */
  private click(index: number, waysLeft: number[]): void {
    const { plan, random } = this;
    const way = pick(random, waysLeft);
    waysLeft[way] = (waysLeft[way] ?? 1) - 1;
    const leaf = this.leaves[way];
    const product = this.products[index];
    const ware = plan.basket[index];
    if (leaf === undefined || product === undefined || ware === undefined) return;
    leaf.clicks++;
    product.clicks++;
    this.count('productClicks', 1);
    const intent = (leaves[way]?.intent ?? 1) * plan.truth.strength.order;
    const ordered = random() < (ware.ctor * intent) / 0.93 && product.stock > 0;
    if (ordered || random() < 0.08) {
      product.addToCarts++;
      this.count('addToCarts', 1);
    }
    if (ordered) this.order(index, way);
  }

  private order(index: number, way: number): void {
    const { plan, random } = this;
    const leaf = this.leaves[way];
    const product = this.products[index];
    const ware = plan.basket[index];
    if (leaf === undefined || product === undefined || ware === undefined) return;
    const order = drawOrder(random, ware, plan.deal, this.totals.customers);
    product.createdOrders++;
    this.count('createdOrders', 1);
    this.placedCents += order.cents;
    if (random() >= plan.payment) return;
    if (order.customer === this.totals.customers) this.count('customers', 1);
    this.count('orders', 1);
    this.count('skuOrders', order.skus);
    this.count('itemsSold', order.items);
    this.count('gmv', order.cents);
    this.subsidyCents += order.subsidyCents;
    product.customers.add(order.customer);
    product.orders++;
    product.skuOrders += order.skus;
    product.itemsSold += order.items;
    product.gmv += order.cents;
    product.stock = Math.max(0, product.stock - order.items);
    leaf.orders++;
    leaf.gmv += order.cents;
    const tier = this.tiers[order.tier];
    if (tier === undefined) return;
    tier.orders++;
    tier.skuOrders += order.skus;
    tier.gmv += order.cents;
  }
}
