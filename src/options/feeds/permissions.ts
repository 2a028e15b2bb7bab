import { browser } from '../../platform/browser.ts';
import type { Permissions } from './store.ts';

/** The real browser's permissions. */
export const browserPermissions: Permissions = {
  request: async (origin) => {
    try {
      return await browser.permissions.request({ origins: [origin] });
    } catch {
      return false;
    }
  },
  origins: async () => (await browser.permissions.getAll()).origins ?? [],
  listen: (hear) => {
    browser.permissions.onAdded.addListener(hear);
    browser.permissions.onRemoved.addListener(hear);
  },
};
