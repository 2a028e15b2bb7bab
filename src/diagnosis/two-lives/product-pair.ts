import type { ProductId } from '../../metrics/ids.ts';
import { amountOf } from '../../metrics/money.ts';
import type { Product, Session } from '../../metrics/session.ts';
import type { FunnelKind } from '../step-id.ts';
import { productName } from '../timeline/products.ts';
import { ratio } from '../usable.ts';
import type { ComparedSide } from './compared-side.ts';

/** What one side says of a product; a figure that isn't told is absent. */
export interface ProductSide {
  /** In the side's own currency, in major units. */
  readonly gmv?: number;
  readonly orders?: number;
  readonly clicks?: number;
  readonly ctr?: number;
  readonly ctor?: number;
}

/** A product on both sides, or on the one that had it. */
export interface ProductPair {
  readonly id: ProductId;
  readonly name: string;
  readonly first?: ProductSide;
  readonly second?: ProductSide;
  /** GMV per hour, first − second, a side without the product at nothing. Absent in two currencies and where it isn't known. */
  readonly difference?: number;
}

/**
 * The products of both sides by their ids, the widest difference in GMV per hour first. Undefined where the products of
 * one of them were never read: then none can be said to be missing there.
 */
export function productPairs(
  first: ComparedSide,
  second: ComparedSide,
  kind: FunnelKind,
): readonly ProductPair[] | undefined {
  const [mine, theirs] = [first.session?.products, second.session?.products];
  if (mine === undefined || theirs === undefined) return undefined;
  const [own, other] = [byId(mine), byId(theirs)];
  const ids = [...new Set([...own.keys(), ...other.keys()])];
  return ids
    .flatMap((id) => {
      const [one, two] = [own.get(id), other.get(id)];
      const named = one ?? two;
      if (named === undefined) return [];
      const a = one && productSide(one, first.session, kind);
      const b = two && productSide(two, second.session, kind);
      const [made, madeThere] = [perHour(a, first.hours), perHour(b, second.hours)];
      const isTold =
        first.currency === second.currency && made !== undefined && madeThere !== undefined;
      return [
        {
          id,
          name: productName({ id, name: one?.name ?? two?.name }),
          ...(a === undefined ? {} : { first: a }),
          ...(b === undefined ? {} : { second: b }),
          ...(isTold ? { difference: made - madeThere } : {}),
        },
      ];
    })
    .sort((a, b) => size(b) - size(a));
}

const byId = (products: readonly Product[]): ReadonlyMap<ProductId, Product> =>
  new Map(products.map((product) => [product.id, product]));

function productSide(
  product: Product,
  session: Session | undefined,
  { orders: counted, basis }: FunnelKind,
): ProductSide {
  const money = basis === 'direct' ? product.directGmv : product.gmv;
  const isOwn =
    money !== undefined && (session?.currency === undefined || session.currency === money.currency);
  const orders = counted === 'sku' ? product.skuOrders : product.orders;
  const ctr = product.ctr ?? ratio(product.clicks, product.impressions);
  const ctor =
    (counted === 'sku' ? product.ctorSku : product.ctor) ?? ratio(orders, product.clicks);
  return {
    ...(isOwn ? { gmv: amountOf(money) } : {}),
    ...(orders === undefined ? {} : { orders }),
    ...(product.clicks === undefined ? {} : { clicks: product.clicks }),
    ...(ctr === undefined ? {} : { ctr }),
    ...(ctor === undefined ? {} : { ctor }),
  };
}

/** What a product made per hour: nothing on a side that didn't have it, unknown where its money or the hours are. */
function perHour(side: ProductSide | undefined, hours: number | undefined): number | undefined {
  if (side === undefined) return 0;
  return ratio(side.gmv, hours);
}

/** For the order of rows alone: what isn't known comes last. */
const size = ({ difference }: ProductPair): number =>
  difference === undefined ? -1 : Math.abs(difference);
