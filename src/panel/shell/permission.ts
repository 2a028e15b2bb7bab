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

/** Whether the browser lets the extension show notifications. */
export function hasNotifications(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['notifications'] });
}

/** Asks for leave to show notifications; only inside a press. False when it was refused. */
export async function askNotifications(): Promise<boolean> {
  try {
    return await browser.permissions.request({ permissions: ['notifications'] });
  } catch {
    return false;
  }
}
