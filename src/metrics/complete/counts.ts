import { type MetricId, metricIds, type ScalarMetricId } from '../catalogue.ts';
import type { Figures, Origin } from '../figure.ts';
import { HOUR_SECONDS } from '../time.ts';
import { type CompletionContext, isTogether, type Quantity, quantityOf } from './quantity.ts';

/**
 * One way to a count: the product or the quotient of two known figures, or of one and the hours; `per` is
 * what the rate is a rate of (a thousand for GPM).
 */
interface Recipe {
  readonly count: ScalarMetricId;
  readonly from: MetricId;
  readonly by: MetricId | 'hours';
  readonly how: 'times' | 'over';
  readonly per: number;
}

const times = (count: ScalarMetricId, from: MetricId, by: Recipe['by']): Recipe => ({
  count,
  from,
  by,
  how: 'times',
  per: 1,
});
const over = (count: ScalarMetricId, from: MetricId, by: MetricId, per = 1): Recipe => ({
  count,
  from,
  by,
  how: 'over',
  per,
});
/** GPM is money for a thousand impressions, or views. */
const A_THOUSAND = 1000;

/** Ways from rates back to the counts they were made of; of several the one with the least rounding is taken. */
const recipes: readonly Recipe[] = [
  times('impressions', 'impressionsPerHour', 'hours'),
  over('impressions', 'views', 'tapThroughRate'),
  over('impressions', 'gmv', 'showGpm', A_THOUSAND),
  over('impressions', 'directGmv', 'directShowGpm', A_THOUSAND),
  times('views', 'impressions', 'tapThroughRate'),
  over('views', 'gmv', 'watchGpm', A_THOUSAND),
  over('views', 'directGmv', 'directWatchGpm', A_THOUSAND),
  times('productClicks', 'views', 'liveCtr'),
  times('productClicks', 'productImpressions', 'productCtr'),
  over('productClicks', 'skuOrders', 'ctorSku'),
  over('productClicks', 'orders', 'ctor'),
  over('productImpressions', 'productClicks', 'productCtr'),
  times('orders', 'productClicks', 'ctor'),
  over('orders', 'gmv', 'aov'),
  over('orders', 'directGmv', 'directAov'),
  times('skuOrders', 'views', 'orderRateSku'),
  times('skuOrders', 'productClicks', 'ctorSku'),
  over('skuOrders', 'gmv', 'skuAov'),
  over('skuOrders', 'directGmv', 'directSkuAov'),
  times('comments', 'views', 'commentRate'),
  times('likes', 'views', 'likeRate'),
  times('shares', 'views', 'shareRate'),
  times('newFollowers', 'views', 'followRate'),
];

interface Candidate {
  readonly value: number;
  readonly tolerance: number;
  readonly origin: Origin;
  readonly from: readonly string[];
}

/** The counts that have recipes, in the catalogue's order, each with its own. */
const ways = metricIds.flatMap((id) => {
  const own = recipes.filter(({ count }) => count === id);
  const [first] = own;
  return first === undefined ? [] : [{ count: first.count, recipes: own }];
});

/** Beyond the rounding of the inputs: a little at all, and the 2e-9 by which unrounded money is off. */
const SLACK = 1e-4;
const RELATIVE_SLACK = 1e-8;
/** Up to here the rounding of the inputs leaves one whole number only. */
const UNIQUE = 0.45;
/** Beyond that a count is still good to this share. */
const ROUGH = 0.01;

/**
 * Adds the counts behind the rates that were answered: clicks = views × LIVE CTR, orders = GMV ÷ AOV,
 * impressions = impressions per hour × hours, and so on, each marked with what it was worked out
 * from. A product that is no whole number within rounding rests on two different snapshots and
 * gives no count. Reported counts are never touched.
 */
export function addCounts(known: Figures, around: CompletionContext): void {
  let found = true;
  while (found) {
    found = false;
    for (const { count, recipes } of ways) {
      if (known[count] !== undefined) continue;
      const best = bestOf(recipes, known, around);
      if (best === undefined) continue;
      const range = { low: best.value - best.tolerance, high: best.value + best.tolerance };
      known[count] = {
        value: Math.round(best.value),
        ...(best.tolerance > UNIQUE ? { range } : {}),
        origin: best.origin,
        derivedFrom: [...best.from],
      };
      found = true;
    }
  }
}

/** Of the recipes that give a whole number the one with the least rounding. */
function bestOf(
  recipes: readonly Recipe[],
  figures: Figures,
  around: CompletionContext,
): Candidate | undefined {
  let best: Candidate | undefined;
  for (const recipe of recipes) {
    const one = candidate(recipe, figures, around);
    if (one === undefined || !isWhole(one)) continue;
    if (best === undefined || one.tolerance < best.tolerance) best = one;
  }
  return best;
}

function candidate(
  { from, by, how, per }: Recipe,
  figures: Figures,
  around: CompletionContext,
): Candidate | undefined {
  if (by !== 'hours' && figures[by] === undefined) return undefined;
  const a = quantityOf(figures, from, around);
  if (a === undefined) return undefined;
  const b = by === 'hours' ? hoursBeside(a, around) : quantityOf(figures, by, around);
  if (b === undefined || !isTogether(a.origin, b.origin, around.endedAt)) return undefined;
  const origin = a.origin.at <= b.origin.at ? a.origin : b.origin;
  const named = [from, by === 'hours' ? 'duration' : by];
  if (how === 'times') {
    const tolerance = Math.abs(b.value) * a.tolerance + Math.abs(a.value) * b.tolerance;
    return { value: a.value * b.value, tolerance, origin, from: named };
  }
  if (b.value <= b.tolerance) return undefined;
  const value = a.value / b.value;
  const tolerance = (a.tolerance + Math.abs(value) * b.tolerance) / b.value;
  return { value: value * per, tolerance: tolerance * per, origin, from: named };
}

function hoursBeside(beside: Quantity, { length }: CompletionContext): Quantity | undefined {
  return length === undefined || length <= 0
    ? undefined
    : { value: length / HOUR_SECONDS, tolerance: 0, origin: beside.origin };
}

function isWhole({ value, tolerance }: Candidate): boolean {
  if (!Number.isFinite(value) || value < 0) return false;
  return tolerance <= UNIQUE
    ? Math.abs(value - Math.round(value)) <= tolerance + SLACK + RELATIVE_SLACK * value
    : tolerance <= ROUGH * value;
}
