import { amountOf } from './money.ts';
import type { Product } from './session.ts';

/**
 * The product with the highest GMV, from which a room's category follows; products of another
 * currency than the first one's don't compare. Undefined when none sold.
 */
export function topProductOf(products: readonly Product[]): Product | undefined {
  const sold = products.filter((product) => product.gmv !== undefined);
  const currency = sold[0]?.gmv?.currency;
  const gmv = (product: Product): number =>
    product.gmv?.currency === currency && product.gmv !== undefined ? amountOf(product.gmv) : 0;
  return sold.reduce<Product | undefined>(
    (top, product) => (gmv(product) > (top === undefined ? 0 : gmv(top)) ? product : top),
    undefined,
  );
}
