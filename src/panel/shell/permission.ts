import { browser } from '../../platform/browser.ts';
import { allowsSellerCenter, hostPatterns } from '../../platform/hosts.ts';

/** Whether the browser lets the extension read any of Seller Center's hosts. */
export async function hasPermission(): Promise<boolean> {
  const { origins = [] } = await browser.permissions.getAll();
  return allowsSellerCenter(origins);
}

/** Asks the browser's own question; only inside a click. False when it was refused. */
export async function askPermission(): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins: [...hostPatterns] });
  } catch {
    return false;
  }
}
