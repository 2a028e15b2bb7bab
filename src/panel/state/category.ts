import { computed, type ReadonlySignal } from '@preact/signals';
import { categoryOf, type LiveCategory, topProductFields } from '../../metrics/live/category.ts';
import type { Product, Session } from '../../metrics/session.ts';
import { topProductOf } from '../../metrics/top-product.ts';
import type { Settings } from '../../platform/settings.ts';
import type { RoomView } from './room-store.ts';

/** The category of the LIVE in view. */
export type RoomCategory = LiveCategory & {
  /** The product with the highest GMV, whose category the room follows. */
  readonly product?: Product;
};

/** The category of the LIVE in view, by what is answered and what the seller chose. */
export function roomCategory(from: {
  room: ReadonlySignal<RoomView>;
  settings: ReadonlySignal<Settings>;
}): ReadonlySignal<RoomCategory> {
  const session = computed(() => from.room.value.session);
  return computed(() =>
    session.value === undefined
      ? { from: 'unknown' }
      : categoryIn(session.value, from.settings.value),
  );
}

/** The category of any LIVE, told the same way. */
export function categoryIn({ room, products = [] }: Session, settings: Settings): RoomCategory {
  const product = topProductOf(products);
  const category = categoryOf({ id: room.id, ...topProductFields(products) }, settings);
  return product === undefined ? category : { ...category, product };
}
