import { type FeedAddress, originPattern } from '../../metrics/feed/feed.ts';
import { removeOrigins } from '../added-origins.ts';
import { shopArchive } from '../archives.ts';

/** Gives the permission for a feed's origin back where no feed that is kept needs it. */
export async function giveBack(address: FeedAddress): Promise<void> {
  const origin = originPattern(address);
  const kept = await (await shopArchive()).feeds();
  if (kept.some((feed) => originPattern(feed.address) === origin)) return;
  await removeOrigins([origin]);
}
