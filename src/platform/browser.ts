import browser from 'webextension-polyfill';

export type {
  Alarms,
  Notifications,
  Permissions,
  Runtime,
  Storage,
  Tabs,
} from 'webextension-polyfill';
/** The only door to the browser's extension API; everything else imports it from here. */
export { browser };

/** False once the extension was updated or removed under an open page: every call then fails. */
export function isAlive(): boolean {
  try {
    return typeof browser.runtime?.id === 'string';
  } catch {
    return false;
  }
}
