import * as v from 'valibot';
import { ProductIdSchema } from '../../../metrics/ids.ts';
import { amountOf, type CurrencyCode } from '../../../metrics/money.ts';
import { present } from '../../../metrics/present.ts';
import type { Product } from '../../../metrics/session.ts';
import { Fields, Gaps } from '../fields.ts';
import { productIdsIn } from '../question-ids.ts';
import type { AskedReader } from '../reader.ts';

const endpoint = 'product/list';

/** The products of the LIVE. `click_through_rate` is clicks ÷ product impressions here. */
export const productListReader: AskedReader = {
  endpoint,
  path: /\/workbench\/live\/detail\/product\/list$/,
  asked: { part: 'products', ids: productIdsIn, fields: { sorting_type: 1 } },
  read(data, { room, origin }) {
    if (room === undefined) return [];
    const gaps = new Gaps(endpoint);
    const answer = Fields.of(data, gaps);
    const rows = answer.list('segments').filter((segment) => segment.has('stats'));
    const products = rows.flatMap((segment) => segment.list('stats').flatMap(readProduct));
    if (rows.length === 0) gaps.note('products', 'absent');
    return [
      present({
        room: { id: room },
        currency: currencyOf(products),
        products: rows.length === 0 ? undefined : products,
        productsSold: answer.count('sold_product'),
        origins: rows.length === 0 ? {} : { products: origin },
        gaps: gaps.list,
      }),
    ];
  },
};

/** Numbers of a row that are codes. */
const notFigures = new Set(['platform_type', 'source', 'type', 'status']);

function currencyOf(products: readonly Product[]): CurrencyCode | undefined {
  for (const { gmv, directGmv } of products) {
    const money = gmv ?? directGmv;
    if (money !== undefined) return money.currency;
  }
  return undefined;
}

function readProduct(row: Fields): Product[] {
  const id = v.safeParse(ProductIdSchema, row.id('id'));
  if (!id.success) {
    row.gaps.note('id', row.has('id') ? 'malformed' : 'absent');
    return [];
  }
  const { click_order_rate, sales, ...figures } = {
    impressions: row.count('exposure_cnt'),
    clicks: row.count('total_click_cnt'),
    ctr: row.positive('click_through_rate'),
    click_order_rate: row.positive('click_order_rate'),
    sales: row.count('sales'),
    orders: row.count('paid_main_order_cnt'),
    skuOrders: row.count('paid_order_cnt'),
    customers: row.count('paid_user_cnt'),
    addToCarts: row.count('add_shop_cart_cnt'),
    paymentRate: row.positive('payment_success_rate'),
    stockLeft: row.count('inventory_left_cnt'),
    gmv: row.money('gmv_local'),
    directGmv: row.money('direct_gmv_local'),
    directItemsSold: row.count('direct_sales'),
    aov: row.money('main_aov_local'),
  };
  row.noteUnknown(notFigures);
  const product: Product = { id: id.output, ...figures };
  return [
    present({
      ...product,
      name: row.text('name'),
      coverUrl: row.address('cover_url'),
      wasPinned: row.flag('is_pinned'),
      ...sorted(product, sales, click_order_rate, row.gaps),
    }),
  ];
}

/**
 * Tells which orders `sales` and `click_order_rate` count. On the capture `sales` is GMV ÷ AOV in
 * every row, so it counts orders, although the room's own `sales` counts items; where an answer
 * disagrees it is taken for items, and where nothing decides it is left unknown. The rate is orders
 * ÷ clicks on the capture, and is taken for SKU orders only where their count proves it.
 */
function sorted(
  product: Product,
  sales: number | undefined,
  rate: number | undefined,
  gaps: Gaps,
): Partial<Product> {
  const kind = sales === undefined ? undefined : kindOfSales(product, sales, rate);
  if (sales !== undefined && kind === undefined) gaps.note('sales', 'contradicts');
  const orders = product.orders ?? (kind === 'orders' ? sales : undefined);
  const clicks = clicksOf(product);
  const bySku =
    rate !== undefined &&
    isCount(clicks, rate, product.skuOrders) &&
    !isCount(clicks, rate, orders);
  return {
    orders,
    itemsSold: kind === 'items' ? sales : undefined,
    ctor: bySku ? undefined : rate,
    ctorSku: bySku ? rate : undefined,
  };
}

function kindOfSales(
  product: Product,
  sales: number,
  rate: number | undefined,
): 'orders' | 'items' | undefined {
  const { gmv, aov, orders } = product;
  if (orders !== undefined) return orders === sales ? 'orders' : 'items';
  if (sales === 0) return 'orders';
  if (gmv !== undefined && aov !== undefined && gmv.currency === aov.currency) {
    const expected = amountOf(gmv) / amountOf(aov);
    if (Number.isFinite(expected))
      return Math.abs(expected - sales) < 0.01 * sales ? 'orders' : 'items';
  }
  const clicks = clicksOf(product);
  return isCount(clicks, rate, sales) ? 'orders' : undefined;
}

function clicksOf({ clicks, impressions, ctr }: Product): number | undefined {
  if (clicks !== undefined) return clicks;
  return impressions === undefined || ctr === undefined ? undefined : Math.round(impressions * ctr);
}

/** Whether rate × clicks is the count, within the rounding of six (or four) decimals. */
function isCount(
  clicks: number | undefined,
  rate: number | undefined,
  count: number | undefined,
): boolean {
  if (clicks === undefined || rate === undefined || count === undefined) return false;
  return Math.abs(clicks * rate - count) <= clicks * 5.1e-5 + 1e-6;
}
