import { accountOf } from './account.ts';
import type { OwnChoices, OwnedLive } from './own.ts';
import { isShop, type ShopKey } from './shop-key.ts';

/**
 * What a shop that was chosen earlier is called by now: an answer may have told the number of an account that was
 * known by its handle alone, or its first money. The key as it was kept where nothing new is known of it.
 *
 * @param keyOf tells of which shop a LIVE is, by all that are known by now; one that is not among them too
 */
export function keptShop(
  kept: ShopKey,
  lives: readonly OwnedLive[],
  choices: OwnChoices,
  keyOf: (live: OwnedLive) => ShopKey,
): ShopKey {
  if (!isShop(kept)) return kept;
  const [account = '', currency] = kept.split(' ');
  // The rule of own LIVEs is asked of a LIVE of which as much is known as the key says.
  const asked: OwnedLive | undefined =
    account === 'mine'
      ? lives.find(({ id }) => id !== undefined && choices[id] === 'mine')
      : {
          room: accountOf(account.startsWith('@') ? { handle: account } : { id: account.slice(3) }),
        };
  if (asked === undefined) return kept;
  const money = lives.find((live) => live.currency === currency)?.currency;
  const now = keyOf({ ...asked, currency: money });
  return isShop(now) ? now : kept;
}
