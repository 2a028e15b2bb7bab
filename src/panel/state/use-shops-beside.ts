import { useMemo, useState } from 'preact/hooks';
import { livesInTime } from '../../diagnosis/over-time/live-in-time.ts';
import { type ShopsBeside, shopsBeside } from '../../diagnosis/over-time/shops-beside.ts';
import { isShop } from '../../metrics/live/shop-key.ts';
import { type ShopProfile, shopProfiles } from '../../metrics/live/shop-profiles.ts';
import { useApp } from './app.ts';
import { type Reach, since } from './over-time.ts';
import { useAllFigures } from './use-all-figures.ts';

/** The shops of the archive, without LIVEs of which nothing says whose or in which currency they are. */
export function useShops(): readonly ShopProfile[] {
  const app = useApp();
  const rooms = useAllFigures();
  const { ownLives } = app.settings.settings.value;
  return useMemo(
    () => shopProfiles(rooms ?? [], ownLives).filter(({ key }) => isShop(key)),
    [rooms, ownLives],
  );
}

/** The shops side by side over a time, that with which the others are compared first. */
export function useShopsBeside(
  first: ShopProfile | undefined,
  reach: Reach,
): ShopsBeside<ShopProfile> {
  const app = useApp();
  const shops = useShops();
  const [now] = useState(() => app.now.peek());
  const rooms = useAllFigures();
  const settings = app.settings.settings.value;
  const all = useMemo(
    () =>
      [
        ...shops.filter(({ key }) => key === first?.key),
        ...shops.filter(({ key }) => key !== first?.key),
      ].flatMap((shop) => {
        const [of] = shop.lives;
        return of === undefined
          ? []
          : [{ shop, lives: livesInTime(of, rooms ?? [], { choices: settings, now }) }];
      }),
    [shops, first, rooms, settings, now],
  );
  return useMemo(() => shopsBeside(all, since(reach, now)), [all, reach, now]);
}
