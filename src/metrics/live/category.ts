import type { CategoryId } from '../ids.ts';
import type { RoomRecord } from '../room-record.ts';
import type { Product } from '../session.ts';
import { topProductOf } from '../top-product.ts';

/** The categories that the seller named: for single LIVEs, for single products, and for the whole shop. */
export interface CategoryChoices {
  /** By room id. */
  readonly roomCategories: Readonly<Record<string, CategoryId>>;
  /** By product id. */
  readonly productCategories: Readonly<Record<string, CategoryId>>;
  readonly shopCategory?: CategoryId | undefined;
}

/** A LIVE's category, and from where it is known. */
export type LiveCategory =
  | { readonly id: CategoryId; readonly from: 'room' | 'answer' | 'product' | 'shop' }
  | { readonly from: 'unknown'; readonly id?: undefined };

/** What a LIVE's category follows from. */
type Categorised = Pick<RoomRecord, 'id' | 'topProduct' | 'category'>;

/**
 * The category that a LIVE is compared in: what the seller picked for it, else the category of its
 * product with the highest GMV (as answered, else as the seller named it), else the shop's.
 */
export function categoryOf(live: Categorised, choices: CategoryChoices): LiveCategory {
  const { id, topProduct, category } = live;
  const picked = choices.roomCategories[id];
  if (picked !== undefined) return { id: picked, from: 'room' };
  if (category !== undefined) return { id: category, from: 'answer' };
  const named = topProduct === undefined ? undefined : choices.productCategories[topProduct];
  if (named !== undefined) return { id: named, from: 'product' };
  const { shopCategory } = choices;
  return shopCategory === undefined ? { from: 'unknown' } : { id: shopCategory, from: 'shop' };
}

/** A LIVE's best-selling product and its category, as its light record keeps them; absent where unknown. */
export function topProductFields(
  products: readonly Product[],
): Pick<RoomRecord, 'topProduct' | 'category'> {
  const top = topProductOf(products);
  if (top === undefined) return {};
  return {
    topProduct: top.id,
    ...(top.category === undefined ? {} : { category: top.category }),
  };
}
