import { isAddress } from '../metrics/address.ts';

/**
 * Hosts that serve Seller Center or the LIVE dashboard, as third-party programs and TikTok's
 * Academy name them. The manifest that ships takes its matches and permissions from this list.
 */
export const hosts = [
  'seller.tiktok.com',
  'seller-us.tiktok.com',
  'seller-uk.tiktok.com',
  'seller-br.tiktok.com',
  'seller-mx.tiktok.com',
  'seller-id.tiktok.com',
  'seller-jp.tiktok.com',
  'seller-my.tiktok.com',
  'seller-ph.tiktok.com',
  'seller-sg.tiktok.com',
  'seller-th.tiktok.com',
  'seller-vn.tiktok.com',
  'seller-fr.tiktok.com',
  'seller-de-accounts.tiktok.com',
  'seller-es-accounts.tiktok.com',
  'seller-uk-accounts.tiktok.com',
  'seller-it-accounts.tiktok.com',
  'seller-ie-accounts.tiktok.com',
  'shop.tiktok.com',
  'seller-id.tokopedia.com',
  'seller.tiktokshopglobalselling.com',
  'seller.us.tiktokshopglobalselling.com',
  'seller.eu.tiktokshopglobalselling.com',
  'seller.tiktokglobalshop.com',
] as const;

export const hostPatterns = hosts.map((host) => `https://${host}/*`);

/** Whether an address is one of the pages this extension may read. */
export function isSupportedAddress(address: string): boolean {
  if (!isAddress(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' && hosts.some((host) => host === hostname);
}

/** Patterns by which a seller may have allowed every site at once. */
const everywhere = ['https://*/*', '*://*/*', '<all_urls>'];

/** Whether any of the origins that the browser allows is Seller Center's; a benchmark feed's says nothing of it. */
export function allowsSellerCenter(origins: readonly string[]): boolean {
  return origins.some((origin) => hostPatterns.includes(origin) || everywhere.includes(origin));
}
