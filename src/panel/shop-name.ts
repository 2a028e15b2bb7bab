import type { ShopProfile } from '../metrics/live/shop-profiles.ts';
import { creatorName } from './creator-name.ts';
import type { I18n } from './design/i18n.ts';

/** As much of a shop as it is named by. */
type NamedShop = Omit<ShopProfile, 'lives'>;

/** Whose LIVEs those of a shop profile are: "@handle", else its name, else its number, else that nobody knows. */
export function accountName(shop: NamedShop, { t }: Pick<I18n, 't'>): string {
  if (shop.key === 'unknown') return t('shop_unknown');
  const { handle, name, number } = shop;
  const creator = {
    ...(handle === undefined ? {} : { handle }),
    ...(name === undefined ? {} : { name }),
  };
  return (
    creatorName({ creator }) ??
    (number === undefined ? t('shop_mine') : t('shop_number', { number: textValue(number) }))
  );
}

/** A shop in one line ("@handle · VN · VND"). */
export function shopName(shop: NamedShop, words: Pick<I18n, 't'>): string {
  return [accountName(shop, words), shopRegion(shop), shopCurrency(shop, words)]
    .filter((part) => part !== undefined)
    .join(' · ');
}

/** The regions of a shop as TikTok writes them ("VN"). */
export const shopRegion = ({ regions }: NamedShop): string | undefined =>
  regions.length === 0 ? undefined : regions.join(', ');

/** The currency of a shop; that it isn't known where its account has LIVEs in several. */
export const shopCurrency = (
  { key, currency }: NamedShop,
  { t }: Pick<I18n, 't'>,
): string | undefined =>
  currency ?? (key.endsWith(' several') ? t('shop_currency_unknown') : undefined);

const textValue = (text: string) => ({ kind: 'text', text }) as const;
