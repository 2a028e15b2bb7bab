import { present } from '../../metrics/present.ts';
import type { Pin, Product, TrafficSource, Violation } from '../../metrics/session.ts';
import { unixSeconds } from '../../metrics/time.ts';
import { averageDollars, dollars, shareOfAmounts } from './amounts.ts';
import type { LiveScript } from './plan.ts';
import { leaves } from './sources.ts';
import type { LeafTally, SampleTally } from './tally.ts';

/** The room's products, highest GMV first. An order's lines are variants of one product, so all columns add up to the room's. */
export function productsOf(plan: LiveScript, tally: SampleTally): Product[] {
  const rows = plan.basket.flatMap((ware, i) => {
    const count = tally.products[i];
    if (count === undefined) return [];
    const rates = present({
      ctr: shareOfAmounts(count.clicks, count.impressions),
      ctor: shareOfAmounts(count.orders, count.clicks),
      ctorSku: shareOfAmounts(count.skuOrders, count.clicks),
      paymentRate: shareOfAmounts(count.orders, count.createdOrders),
      aov: count.orders === 0 ? undefined : averageDollars(count.gmv, count.orders),
    });
    const product: Product = {
      id: ware.id,
      name: ware.name,
      coverUrl: ware.coverUrl,
      category: ware.category,
      impressions: count.impressions,
      clicks: count.clicks,
      orders: count.orders,
      skuOrders: count.skuOrders,
      itemsSold: count.itemsSold,
      customers: count.customers.size,
      addToCarts: count.addToCarts,
      stockLeft: count.stock,
      gmv: dollars(count.gmv),
      wasPinned: plan.pins.some(({ product, from }) => product === ware && from < tally.until),
      ...rates,
      derived: Object.keys(rates),
    };
    return [{ product, cents: count.gmv }];
  });
  return rows.sort((a, b) => b.cents - a.cents).map(({ product }) => product);
}

/** Traffic sources with their details, most views first; details add up to their source, sources to the room. */
export function sourcesOf(tally: SampleTally): TrafficSource[] {
  const names = [...new Set(leaves.map(({ source }) => source))];
  return names
    .map((name): TrafficSource => {
      const own = leaves.flatMap((leaf, i) => {
        const count = tally.leaves[i];
        return leaf.source === name && count !== undefined ? [{ leaf, count }] : [];
      });
      const details = own.flatMap(({ leaf, count }) =>
        leaf.detail === undefined ? [] : [sourceFigures(leaf.detail, [count])],
      );
      return {
        ...sourceFigures(
          name,
          own.map(({ count }) => count),
        ),
        ...(details.length === 0 ? {} : { details }),
      };
    })
    .sort((a, b) => (b.views ?? 0) - (a.views ?? 0));
}

function sourceFigures(name: string, counts: readonly LeafTally[]): TrafficSource {
  const sum = (of: keyof LeafTally): number => counts.reduce((total, one) => total + one[of], 0);
  const impressions = sum('impressions');
  return {
    name,
    impressions,
    views: sum('views'),
    gmv: dollars(sum('gmv')),
    ...present({
      tapThroughRate: shareOfAmounts(sum('views'), impressions),
      productCtr: shareOfAmounts(sum('clicks'), sum('productImpressions')),
      ctor: shareOfAmounts(sum('orders'), sum('clicks')),
      showGpm: impressions === 0 ? undefined : averageDollars(sum('gmv') * 1_000, impressions),
    }),
  };
}

/** Pins begun so far; one still open then, or at the end of the LIVE, has no end. */
export function pinsOf(plan: LiveScript, until: number): Pin[] {
  return plan.pins
    .filter(({ from }) => from < until)
    .map(({ product, from, to }) => ({
      product: product.id,
      productName: product.name,
      imageUrl: product.coverUrl,
      startedAt: unixSeconds(from),
      ...(to < until ? { endedAt: unixSeconds(to) } : {}),
    }));
}

const rules = [
  ['Exaggerated claim about what a product does', 'LIVE shown to fewer people for 30 minutes'],
  [
    'Buyers sent to pay outside of TikTok Shop',
    'Warning, LIVE shown to fewer people for 30 minutes',
  ],
  ['Price shown differs from the product page', 'LIVE shown to fewer people for 30 minutes'],
  ['Prerecorded content shown for too long', 'LIVE interrupted, then shown to fewer people'],
] as const;

/** Violations so far, oldest first; none in most rooms. Reasons are of the sample's own wording. */
export function violationsOf(plan: LiveScript, until: number): Violation[] {
  return plan.truth.planted.flatMap(({ fault, from }) => {
    if (fault !== 'violation' || from === undefined || from > until) return [];
    const rule = rules[Number(BigInt(plan.id) % BigInt(rules.length))];
    if (rule === undefined) return [];
    const [reason, consequence] = rule;
    return [{ at: from, reason, consequence }];
  });
}
