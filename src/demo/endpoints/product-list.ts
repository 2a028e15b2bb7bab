import { present } from '../../metrics/present.ts';
import type { Product, Session } from '../../metrics/session.ts';
import type { DemoAnswer } from '../exchange.ts';
import { envelope, invalidParameters } from './envelope.ts';
import { moneyValue, pictureUrl, sixPlaces } from './values.ts';

type Field = readonly [name: string, value: (product: Product, session: Session) => unknown];
const six = (value: number | undefined) => (value === undefined ? undefined : sixPlaces(value));

/** The fields of a product by the ids of `product/list`, which has an id space of its own. */
const fields: ReadonlyMap<number, Field> = new Map<number, Field>([
  [4, ['is_live', () => false]],
  [5, ['platform_type', () => 5]],
  [6, ['sellable_country', (_, session) => session.room.region]],
  [7, ['source', () => 'TikTok']],
  [10, ['exposure_cnt', (product) => product.impressions]],
  [15, ['click_through_rate', (product) => six(product.ctr)]],
  [17, ['paid_order_cnt', (product) => product.skuOrders]],
  [18, ['paid_main_order_cnt', (product) => product.orders]],
  [21, ['gmv_local', (product) => product.gmv && moneyValue(product.gmv)]],
  [30, ['total_click_cnt', (product) => product.clicks]],
  [35, ['click_order_rate', (product) => six(product.ctor)]],
  [41, ['paid_user_cnt', (product) => product.customers]],
  [48, ['watch_gpm_local', () => undefined]],
  [51, ['inventory_left_cnt', (product) => product.stockLeft]],
  [55, ['payment_success_rate', (product) => six(product.paymentRate)]],
  [64, ['sellable_countries', (_, session) => session.room.region && [session.room.region]]],
  [120, ['add_shop_cart_cnt', (product) => product.addToCarts]],
  [301, ['main_aov_local', (product) => product.aov && moneyValue(product.aov)]],
  // The real answer calls orders `sales` here, unlike core/stats where `sales` counts units.
  [345, ['sales', (product) => product.orders]],
]);

/** `product/list`: the products by GMV, best first, with the fields asked for; all fields when none is named. */
export function productList(
  session: Session,
  ids: readonly number[] | undefined,
  host: string,
): DemoAnswer {
  const wanted = ids ?? [];
  if (wanted.some((id) => !fields.has(id))) return invalidParameters();
  const asked = [...fields].filter(([id]) => wanted.length === 0 || wanted.includes(id));
  const products = [...(session.products ?? [])].sort(
    (one, other) => Number(other.gmv?.amount ?? 0) - Number(one.gmv?.amount ?? 0),
  );
  return envelope({
    segments: [
      {
        stats: products.map((product) =>
          present({
            id: product.id,
            name: product.name,
            cover_url: pictureUrl(host, product.id),
            is_pinned: product.wasPinned,
            ...Object.fromEntries(
              asked.map(([, [name, value]]) => [name, value(product, session)]),
            ),
          }),
        ),
      },
    ],
    ...(session.productsSold === undefined ? {} : { sold_product: session.productsSold }),
  });
}
