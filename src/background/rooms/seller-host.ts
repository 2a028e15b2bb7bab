import { isAddress } from '../../metrics/address.ts';
import { browser } from '../../platform/browser.ts';
import { hostPatterns, hosts } from '../../platform/hosts.ts';

const KEY = 'host';
/** Where Seller Center's LIVE dashboard lives for most regions. */
const DEFAULT_HOST = 'shop.tiktok.com';

/**
 * The seller's host: the one asked from, else the last one seen, else that of an open tab, else the
 * most common one.
 */
export async function sellerHost(asking: string | undefined): Promise<string> {
  if (asking !== undefined) return asking;
  const stored = await browser.storage.local.get(KEY);
  return hosts.find((host) => host === stored[KEY]) ?? (await openHost()) ?? DEFAULT_HOST;
}

/** The host of the Seller Center tab that was used last, on whatever page it stands. */
async function openHost(): Promise<string | undefined> {
  const tabs = await browser.tabs.query({ url: [...hostPatterns] });
  const [latest] = tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  const address = latest?.url;
  return address !== undefined && isAddress(address) ? new URL(address).hostname : undefined;
}

/** Remembers on which host the seller was seen last. */
export async function rememberHost(host: string): Promise<void> {
  const stored = await browser.storage.local.get(KEY);
  if (stored[KEY] !== host) await browser.storage.local.set({ [KEY]: host });
}
