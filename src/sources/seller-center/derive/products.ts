import type { Figures, Origin, ScalarFigure } from '../../../metrics/figure.ts';
import { amountOf, toMoney } from '../../../metrics/money.ts';
import type { Product } from '../../../metrics/session.ts';

/** Fields of a product that can be worked out; none is ever written over a reported one. */
type Derivable = 'clicks' | 'orders' | 'skuOrders' | 'ctr' | 'ctor' | 'ctorSku';

/** Rates of products come with six decimals, or four. */
const RATE_TOLERANCE = 5.1e-5;

/**
 * Works out a product's missing counts and rates and names them in `derived`: clicks = impressions ×
 * CTR, orders = clicks × CTOR or GMV ÷ AOV, and the rates from counts. A product that is no whole
 * number within rounding gives no count.
 */
export function deriveProduct(reported: Product): Product {
  const product = withoutDerived(reported);
  const derived: string[] = [];
  const fill = (field: Derivable, value: number | undefined): void => {
    if (product[field] !== undefined || value === undefined) return;
    product[field] = value;
    derived.push(field);
  };
  fill('clicks', whole(product.impressions, product.ctr));
  fill('orders', whole(product.clicks, product.ctor) ?? ordersByMoney(product));
  fill('skuOrders', whole(product.clicks, product.ctorSku));
  fill('ctr', share(product.clicks, product.impressions));
  fill('ctor', share(product.orders, product.clicks));
  fill('ctorSku', share(product.skuOrders, product.clicks));
  if (product.aov === undefined && product.gmv !== undefined) {
    const perOrder = share(amountOf(product.gmv), product.orders);
    const aov = perOrder === undefined ? undefined : toMoney(perOrder, product.gmv.currency);
    if (aov !== undefined) {
      product.aov = aov;
      derived.push('aov');
    }
  }
  return derived.length === 0 ? product : { ...product, derived };
}

/** So much may the clicks of the products differ from the room's for both to be one snapshot. */
const SAME_SNAPSHOT = 0.01;

/**
 * The room's add-to-carts, which no answer gives as a total: the sum over its products, where every
 * product has them and the products' clicks add up to the room's. Undefined where they don't, or
 * where the room has a figure of its own.
 */
export function addToCartsOf(
  products: readonly Product[] | undefined,
  figures: Figures,
  origin: Origin | undefined,
): ScalarFigure | undefined {
  const room = figures.productClicks?.value;
  if (products === undefined || origin === undefined || room === undefined) return undefined;
  if (figures.addToCarts !== undefined || products.length === 0) return undefined;
  const clicks = total(products.map((product) => product.clicks));
  const carts = total(products.map((product) => product.addToCarts));
  if (clicks === undefined || carts === undefined) return undefined;
  if (Math.abs(clicks - room) > SAME_SNAPSHOT * room) return undefined;
  return { value: carts, origin, derivedFrom: ['products'] };
}

function total(values: readonly (number | undefined)[]): number | undefined {
  return values.reduce(
    (sum, value) => (sum === undefined || value === undefined ? undefined : sum + value),
    0,
  );
}

function withoutDerived({ derived, ...product }: Product): Product {
  const copy: Product = { ...product };
  for (const field of ['clicks', 'orders', 'skuOrders', 'ctr', 'ctor', 'ctorSku', 'aov'] as const) {
    if (derived?.includes(field) === true) delete copy[field];
  }
  return copy;
}

function whole(count: number | undefined, rate: number | undefined): number | undefined {
  if (count === undefined || rate === undefined) return undefined;
  const value = count * rate;
  const tolerance = Math.min(count * RATE_TOLERANCE + 1e-4, 0.45);
  return Math.abs(value - Math.round(value)) <= tolerance ? Math.round(value) : undefined;
}

function share(part: number | undefined, of: number | undefined): number | undefined {
  return part === undefined || of === undefined || of <= 0 ? undefined : part / of;
}

function ordersByMoney({ gmv, aov }: Product): number | undefined {
  if (gmv === undefined || aov === undefined || gmv.currency !== aov.currency) return undefined;
  const orders = share(amountOf(gmv), amountOf(aov));
  if (orders === undefined || Math.abs(orders - Math.round(orders)) > 0.02) return undefined;
  return Math.round(orders);
}
