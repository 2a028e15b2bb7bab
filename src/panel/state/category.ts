import { computed, type ReadonlySignal } from '@preact/signals';
import type { CategoryId, ProductId } from '../../metrics/ids.ts';
import { amountOf } from '../../metrics/money.ts';
import type { Product, Session } from '../../metrics/session.ts';
import type { Settings } from '../../platform/settings.ts';
import type { RoomView } from './room-store.ts';

/** From where a room's category is known, nearest first. */
export interface RoomCategory {
  readonly id?: CategoryId;
  readonly from: 'room' | 'answer' | 'product' | 'shop' | 'unknown';
  /** The product with the highest GMV, whose category the room follows. */
  readonly product?: Product;
}

/** The category of the LIVE in view. */
export function roomCategory(from: {
  room: ReadonlySignal<RoomView>;
  settings: ReadonlySignal<Settings>;
}): ReadonlySignal<RoomCategory> {
  const session = computed(() => from.room.value.session);
  return computed(() =>
    session.value === undefined
      ? { from: 'unknown' }
      : categoryOf(session.value, from.settings.value),
  );
}

/**
 * The category a room is compared in: what the seller picked for the room, else the category of its
 * product with the highest GMV (as answered, else as the seller named it), else the shop's.
 */
export function categoryOf(session: Session, settings: Settings): RoomCategory {
  const product = bestSeller(session.products ?? []);
  const known = product === undefined ? {} : { product };
  const picked = settings.roomCategories[session.room.id];
  if (picked !== undefined) return { id: picked, from: 'room', ...known };
  if (product?.category !== undefined) return { id: product.category, from: 'answer', ...known };
  const named = product === undefined ? undefined : settings.productCategories[product.id];
  if (named !== undefined) return { id: named, from: 'product', ...known };
  if (settings.shopCategory !== undefined) {
    return { id: settings.shopCategory, from: 'shop', ...known };
  }
  return { from: 'unknown', ...known };
}

/** The category of an earlier LIVE, known only by its best-selling product; undefined when unknown. */
export function categoryOfProduct(
  room: string,
  product: ProductId | undefined,
  settings: Settings,
): CategoryId | undefined {
  const named = product === undefined ? undefined : settings.productCategories[product];
  return settings.roomCategories[room] ?? named ?? settings.shopCategory;
}

function bestSeller(products: readonly Product[]): Product | undefined {
  return products.reduce<Product | undefined>((best, product) => {
    if (product.gmv === undefined) return best;
    return best?.gmv === undefined || amountOf(product.gmv) > amountOf(best.gmv) ? product : best;
  }, undefined);
}
