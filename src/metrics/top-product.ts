import { amountOf, type Money } from './money.ts';
import type { Product } from './session.ts';

/**
 * The product with the highest GMV, from which a room's category follows; where no product has GMV, the
 * one with the highest direct GMV. Products of another currency than the first one's don't compare.
 * Undefined when none sold.
 */
export function topProductOf(products: readonly Product[]): Product | undefined {
  const isDirect = products.every(({ gmv }) => gmv === undefined);
  const moneyOf = (product: Product): Money | undefined =>
    isDirect ? product.directGmv : product.gmv;
  const sold = products.filter((product) => moneyOf(product) !== undefined);
  const currency = sold.map(moneyOf)[0]?.currency;
  const gmv = (product: Product): number => {
    const money = moneyOf(product);
    return money?.currency === currency && money !== undefined ? amountOf(money) : 0;
  };
  return sold.reduce<Product | undefined>(
    (top, product) => (gmv(product) > (top === undefined ? 0 : gmv(top)) ? product : top),
    undefined,
  );
}
