import * as v from 'valibot';
import { ProductIdSchema } from '../../metrics/ids.ts';
import { addMoney, type Money } from '../../metrics/money.ts';
import { present } from '../../metrics/present.ts';
import type { Product, ReadingGap } from '../../metrics/session.ts';
import { Fields, Gaps } from '../seller-center/fields.ts';
import { apiMoney, apiShare } from './api-value.ts';
import { originOfEndpoint, productsEndpoint } from './endpoints.ts';

/** The products of a LIVE, and what they come to. */
export interface LiveProducts {
  readonly products: readonly Product[];
  /** The direct GMV of all of them; undefined where one doesn't say it, or currencies differ. */
  readonly directGmv: Money | undefined;
  readonly gaps: readonly ReadingGap[];
}

/**
 * Reads the answer about a LIVE's products. Its GMV is direct by name. `avg_price` and whose items are
 * sold aren't told by anything beside them but an identity: items whose price makes the direct GMV are
 * direct, others are left out. Clicks stand under TikTok's own misspelt name, or the right one.
 */
export function readLiveProducts(data: Record<string, unknown>): LiveProducts {
  const gaps = new Gaps(originOfEndpoint(productsEndpoint));
  const products = Fields.of(data, gaps).list('products').flatMap(readProduct);
  const money = products.flatMap(({ directGmv }) => directGmv ?? []);
  return {
    products,
    directGmv: money.length === products.length ? addMoney(money) : undefined,
    gaps: gaps.list,
  };
}

function readProduct(row: Fields): Product[] {
  const id = v.safeParse(ProductIdSchema, row.id('id'));
  if (!id.success) {
    row.gaps.note('id', row.has('id') ? 'malformed' : 'absent');
    return [];
  }
  const [sales, traffic] = [row.inside('sales'), row.inside('traffic')];
  const orderRates = traffic.inside('click_to_order_rate');
  const share = (from: Fields, name: string): number | undefined => apiShare(from, name)?.value;
  const directGmv = apiMoney(sales, 'direct_gmv');
  const items = sales.count('items_sold');
  const price = apiMoney(sales, 'avg_price');
  const product: Product = {
    id: id.output,
    name: row.text('name')?.replace(/\s+/g, ' ').trim(),
    impressions: traffic.count('product_impressions'),
    clicks: traffic.count(traffic.has('produt_clicks') ? 'produt_clicks' : 'product_clicks'),
    ctr: share(traffic, 'ctr'),
    ctor: share(orderRates, 'main_order_ctor'),
    ctorSku: share(orderRates, 'sku_order_ctor'),
    orders: sales.count('main_orders'),
    skuOrders: sales.count('sku_orders'),
    customers: sales.count('customers'),
    addToCarts: traffic.count('add_to_cart_count'),
    paymentRate: share(sales, 'payment_rate'),
    directGmv,
    directItemsSold: isPriceOf(price, items, directGmv) ? items : undefined,
  };
  return [present(product)];
}

/** Whether a price times a count is an amount, within half a unit of the price's last digit a piece. */
export function isPriceOf(
  price: Money | undefined,
  count: number | undefined,
  amount: Money | undefined,
): boolean {
  if (price === undefined || count === undefined || amount === undefined) return false;
  if (price.currency !== amount.currency) return false;
  const decimals = price.amount.split('.')[1]?.length ?? 0;
  const slack = count * 0.51 * 10 ** -decimals;
  return Math.abs(Number(price.amount) * count - Number(amount.amount)) <= slack + 1e-6;
}
