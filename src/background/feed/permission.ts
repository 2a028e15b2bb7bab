import { type FeedAddress, originPattern } from '../../metrics/feed/feed.ts';
import { browser } from '../../platform/browser.ts';
import { hostPatterns } from '../../platform/hosts.ts';
import { shopArchive } from '../archives.ts';

/** Gives the permission for a feed's origin back where no feed that is kept needs it. */
export async function giveBack(address: FeedAddress): Promise<void> {
  const origin = originPattern(address);
  const kept = await (await shopArchive()).feeds();
  if (kept.some((feed) => originPattern(feed.address) === origin)) return;
  await removeOrigins([origin]);
}

/** The origins that the feeds need which are kept. */
export async function feedOrigins(): Promise<readonly string[]> {
  const kept = await (await shopArchive()).feeds();
  return [...new Set(kept.map(({ address }) => originPattern(address)))];
}

/** Gives permissions back. Seller Center's own hosts stay: they are no matter of feeds. */
export async function removeOrigins(origins: readonly string[]): Promise<void> {
  const others = origins.filter((origin) => !hostPatterns.includes(origin));
  if (others.length === 0) return;
  // Rejects for what the browser's owner allowed for good, which is theirs to decide.
  await browser.permissions.remove({ origins: others }).catch(() => false);
}
