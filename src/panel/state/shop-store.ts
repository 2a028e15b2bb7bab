import { computed, type ReadonlySignal } from '@preact/signals';
import type { Result } from '../../metrics/fault.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { keptShop } from '../../metrics/live/kept-shop.ts';
import { isShop, type ShopKey, shopKeysOf } from '../../metrics/live/shop-key.ts';
import type { ListedRoom } from '../../metrics/room-record.ts';
import type { Settings, SettingsPatch } from '../../platform/settings.ts';
import type { ListView } from './list-store.ts';
import type { RoomView } from './room-store.ts';

/** Which shop's LIVEs are listed. What a LIVE is compared with doesn't follow it: each has its own account's. */
export interface ShopStore {
  /** Whether the archive holds LIVEs of more than one shop, so that there is something to choose. */
  readonly several: ReadonlySignal<boolean>;
  /** Undefined where all are listed, and where the chosen shop has no LIVE in the archive in view. */
  readonly chosen: ReadonlySignal<ShopKey | undefined>;
  /** The LIVEs to list, newest start first. */
  readonly rooms: ReadonlySignal<readonly ListedRoom[]>;
  /** Whether the LIVE in view is of another shop than the chosen one. */
  readonly isElsewhere: ReadonlySignal<boolean>;
  /** Lists the LIVEs of one shop, or all; stays so until it is chosen anew. */
  readonly choose: (shop: ShopKey | undefined) => Promise<Result<Settings>>;
  /** The listed LIVE before or after another, which need not be listed itself; undefined at the ends. */
  readonly beside: (id: RoomId | undefined, to: 'earlier' | 'later') => ListedRoom | undefined;
}

export function createShopStore(from: {
  room: ReadonlySignal<RoomView>;
  list: ReadonlySignal<ListView>;
  settings: ReadonlySignal<Settings>;
  change: (patch: SettingsPatch) => Promise<Result<Settings>>;
}): ShopStore {
  const choices = computed(() => from.settings.value.ownLives);
  const keyOf = computed(() => shopKeysOf(from.list.value.rooms, choices.value));
  const keys = computed(
    () => new Map(from.list.value.rooms.map((record) => [record.id, keyOf.value(record)])),
  );
  const wanted = computed(() => {
    const kept = from.settings.value.shop;
    return kept && keptShop(kept, from.list.value.rooms, choices.value, keyOf.value);
  });
  const several = computed(() => new Set([...keys.value.values()].filter(isShop)).size > 1);
  const chosen = computed(() =>
    several.value && [...keys.value.values()].some((key) => key === wanted.value)
      ? wanted.value
      : undefined,
  );
  const isListed = (id: RoomId): boolean =>
    chosen.value === undefined || keys.value.get(id) === chosen.value;
  return {
    several,
    chosen,
    rooms: computed(() =>
      chosen.value === undefined
        ? from.list.value.rooms
        : from.list.value.rooms.filter(({ id }) => isListed(id)),
    ),
    isElsewhere: computed(() => from.room.value.id !== undefined && !isListed(from.room.value.id)),
    choose: (shop) => from.change({ shop: shop ?? null }),
    beside: (id, to) => {
      const { rooms } = from.list.value;
      const place = rooms.findIndex((room) => room.id === id);
      if (place < 0) return undefined;
      return to === 'earlier'
        ? rooms.slice(place + 1).find((room) => isListed(room.id))
        : rooms.slice(0, place).findLast((room) => isListed(room.id));
    },
  };
}
