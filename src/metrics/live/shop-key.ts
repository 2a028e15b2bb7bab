import * as v from 'valibot';
import { accountsAndCurrencies, type OwnChoices, type OwnedLive } from './own.ts';

/**
 * Names a shop profile: an account and a currency of its LIVEs. In place of the currency stands `none` where the
 * account has none yet, and `several` for its LIVEs without money where it has more than one; `unknown` alone are the
 * LIVEs of which nothing says whose they are.
 */
export const ShopKeySchema = v.pipe(
  v.string(),
  v.regex(/^(?:unknown|(?:id:\d{5,24}|@[^\s@]{1,64}|mine) (?:[A-Z]{3}|none|several))$/),
  v.brand('ShopKey'),
);
export type ShopKey = v.InferOutput<typeof ShopKeySchema>;

/** Tells of which shop profile a LIVE is, by the rule of own LIVEs; each LIVE is of exactly one. */
export function shopKeysOf(
  lives: readonly OwnedLive[],
  choices: OwnChoices,
): (live: OwnedLive) => ShopKey {
  const { accountOf, currencyOf } = accountsAndCurrencies(lives, choices);
  const shops = new Map<string, ShopKey>();
  return (live) => {
    const account = accountOf(live);
    const key = account === undefined ? 'unknown' : `${account} ${currencyOf(live) ?? 'several'}`;
    const shop = shops.get(key) ?? v.parse(ShopKeySchema, key);
    shops.set(key, shop);
    return shop;
  };
}

/** Whether a key names a shop: somebody's, and not what is left over of an account with several currencies. */
export const isShop = (key: ShopKey): boolean => key !== 'unknown' && !key.endsWith(' several');
