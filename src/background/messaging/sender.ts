import { isAddress } from '../../metrics/address.ts';
import { browser, type Runtime } from '../../platform/browser.ts';
import { isSupportedAddress } from '../../platform/hosts.ts';

/** Who sent a message, worked out by the browser and not by the message. */
export interface Sender {
  readonly from: 'page' | 'panel';
  readonly tab?: number;
  readonly window?: number;
  /** Host of the page in the tab, where it is a supported one. */
  readonly host?: string;
  /** Whether the sender is a frame inside a page, as a docked panel is. */
  readonly framed: boolean;
}

/**
 * Tells a content script on a supported host and a page of this extension from everything else;
 * undefined for the rest. A web page can't reach the worker: nothing listens to external messages.
 */
export function readSender(sender: Runtime.MessageSender): Sender | undefined {
  if (sender.id !== browser.runtime.id) return undefined;
  const origin = originOf(sender);
  const tab = sender.tab;
  const host = supportedHost(tab?.url);
  const common = {
    ...(tab?.id === undefined ? {} : { tab: tab.id }),
    ...(tab?.windowId === undefined ? {} : { window: tab.windowId }),
    ...(host === undefined ? {} : { host }),
    framed: (sender.frameId ?? 0) !== 0,
  };
  if (origin === originOfAddress(browser.runtime.getURL(''))) return { ...common, from: 'panel' };
  const pageHost = supportedHost(origin);
  if (tab?.id === undefined || pageHost === undefined) return undefined;
  return { ...common, host: pageHost, from: 'page' };
}

/** The host of an address of Seller Center or the LIVE dashboard. */
export function supportedHost(address: string | undefined): string | undefined {
  return address !== undefined && isSupportedAddress(address) ? new URL(address).host : undefined;
}

/** Chromium names the sender's origin; Firefox before 126 only its address. */
function originOf(sender: Runtime.MessageSender): string | undefined {
  const origin = 'origin' in sender ? sender.origin : undefined;
  if (typeof origin === 'string') return origin;
  return sender.url === undefined ? undefined : originOfAddress(sender.url);
}

/** By hand, as URL.origin says "null" for the schemes of extensions in some engines. */
function originOfAddress(address: string): string | undefined {
  if (!isAddress(address)) return undefined;
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}
