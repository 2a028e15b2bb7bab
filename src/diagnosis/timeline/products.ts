import { amountOf } from '../../metrics/money.ts';
import type { Product, Session } from '../../metrics/session.ts';
import type { TextValue } from '../../metrics/text.ts';
import { words } from '../text/wording.ts';

/** A product's orders, of the main kind alone: SKU orders count differently and would bend every ratio. */
export const ordersOfProduct = (product: Product): number | undefined => product.orders;

/** A product's GMV in major units; undefined in another currency than the LIVE's. */
export function gmvOf(product: Product, session: Session): number | undefined {
  if (product.gmv === undefined) return undefined;
  const foreign = session.currency !== undefined && product.gmv.currency !== session.currency;
  return foreign ? undefined : amountOf(product.gmv);
}

/** The longest name shown: product titles are stuffed with search words and would fill a phone. */
const NAME_LENGTH = 40;

/** A product as a sentence names it; its id where it has no name. */
export function productName(product: {
  readonly id: string;
  readonly name?: string | undefined;
}): string {
  const name = product.name?.trim() ?? '';
  if (name === '') return product.id;
  return name.length <= NAME_LENGTH ? name : `${name.slice(0, NAME_LENGTH - 1).trimEnd()}…`;
}

/** Up to three names in a row. */
export const namesOf = (products: readonly Product[]): TextValue =>
  words(products.slice(0, 3).map(productName).join(', '));

/** What a product was shown, ordered and earned; only where all three are known. */
export interface Earner {
  readonly product: Product;
  readonly impressions: number;
  readonly orders: number;
  readonly gmv: number;
}

export function earnersOf(session: Session): Earner[] {
  return (session.products ?? []).flatMap((product) => {
    const orders = ordersOfProduct(product);
    const gmv = gmvOf(product, session);
    const { impressions } = product;
    return impressions === undefined || orders === undefined || gmv === undefined
      ? []
      : [{ product, impressions, orders, gmv }];
  });
}

export const sumOf = <T>(list: readonly T[], value: (item: T) => number): number =>
  list.reduce((sum, item) => sum + value(item), 0);
