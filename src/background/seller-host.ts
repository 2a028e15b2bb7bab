import { browser } from '../platform/browser.ts';
import { hosts } from '../platform/hosts.ts';

const KEY = 'host';
/** Where Seller Center's LIVE dashboard lives for most regions. */
const DEFAULT_HOST = 'shop.tiktok.com';

/** The seller's host: the one asked from, else the last one seen, else the most common one. */
export async function sellerHost(asking: string | undefined): Promise<string> {
  if (asking !== undefined) return asking;
  const stored = await browser.storage.local.get(KEY);
  return hosts.find((host) => host === stored[KEY]) ?? DEFAULT_HOST;
}

/** Remembers on which host the seller was seen last. */
export async function rememberHost(host: string): Promise<void> {
  const stored = await browser.storage.local.get(KEY);
  if (stored[KEY] !== host) await browser.storage.local.set({ [KEY]: host });
}
