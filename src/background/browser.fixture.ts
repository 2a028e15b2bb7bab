import { vi } from 'vitest';
import type { Runtime, Tabs } from '../platform/browser.ts';

/** Extension origin and id of the browser below. */
export const EXTENSION = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';
const ID = 'abcdefghijklmnopabcdefghijklmnop';

type Listener = (...args: unknown[]) => unknown;

function event() {
  const listeners: Listener[] = [];
  return { listeners, addListener: (listener: Listener) => void listeners.push(listener) };
}

function area() {
  const kept = new Map<string, unknown>();
  return {
    kept,
    get: async (key?: string) => {
      if (key === undefined) return structuredClone(Object.fromEntries(kept));
      return kept.has(key) ? { [key]: structuredClone(kept.get(key)) } : {};
    },
    set: async (values: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(values)) kept.set(key, structuredClone(value));
    },
    remove: async (keys: string | string[]) => {
      for (const key of [keys].flat()) kept.delete(key);
    },
    clear: async () => kept.clear(),
  };
}

export interface FakeTab {
  readonly id: number;
  readonly windowId: number;
  url: string;
  readonly lastAccessed?: number;
  readonly frozen?: boolean;
}

/** As much of the extension API as the worker uses, kept in memory; Node has none of its own. */
export function memoryBrowser() {
  const tabs: FakeTab[] = [];
  return {
    tabs: {
      all: tabs,
      onRemoved: event(),
      query: vi.fn(async ({ url, windowId }: { url?: string | string[]; windowId?: number }) =>
        tabs.filter(
          (tab) =>
            (url === undefined ||
              [url].flat().some((one) => tab.url.startsWith(one.replace('*', '')))) &&
            (windowId === undefined || tab.windowId === windowId),
        ),
      ),
      create: vi.fn(async ({ url, windowId = 1 }: { url: string; windowId?: number }) => {
        const tab = { id: tabs.length + 1, windowId, url };
        tabs.push(tab);
        return tab;
      }),
      update: vi.fn(async (_id: number, _change: unknown) => undefined),
      sendMessage: vi.fn(async (_tab: number, _order: unknown): Promise<unknown> => {
        throw new Error('Could not establish connection. Receiving end does not exist.');
      }),
    },
    runtime: {
      id: ID,
      onMessage: event(),
      sendMessage: vi.fn(async () => undefined),
      onInstalled: event(),
      onStartup: event(),
      /** As with `use_dynamic_url`: pages for frames live under an address of their own. */
      getURL: (path: string) =>
        path === '' ? `${EXTENSION}/` : `chrome-extension://dynamic/${path}`,
      getManifest: () => ({ version: '0.2.0' }),
      openOptionsPage: vi.fn(async () => undefined),
    },
    action: {
      onClicked: event(),
      setBadgeText: vi.fn(async (_badge: { text: string }) => undefined),
      setTitle: vi.fn(async () => undefined),
      setBadgeBackgroundColor: vi.fn(async () => undefined),
    },
    alarms: {
      onAlarm: event(),
      get: vi.fn(async () => undefined),
      create: vi.fn(),
      clear: vi.fn(async () => true),
    },
    storage: { session: area(), local: area(), onChanged: event() },
    windows: {
      create: vi.fn(async (_window: { url: string }) => undefined),
      update: vi.fn(async () => undefined),
    },
    permissions: {
      contains: vi.fn(async (_wish: { origins?: string[]; permissions?: string[] }) => true),
      remove: vi.fn(async (_wish: { origins: string[] }) => true),
      getAll: vi.fn(async (): Promise<{ origins?: string[] }> => ({})),
      onAdded: event(),
    },
    notifications: {
      onClicked: event(),
      create: vi.fn(async (id: string, _shown: { title: string; message: string }) => id),
      getAll: vi.fn(async (): Promise<Record<string, object>> => ({})),
      clear: vi.fn(async (_id: string) => true),
    },
    i18n: {
      getMessage: (key: string) => (key === 'language_code' ? 'en' : key),
      getUILanguage: () => 'en',
    },
  };
}

type Sender = Runtime.MessageSender & { origin?: string };

const tabOf = (id: number, url: string): Tabs.Tab => ({
  id,
  windowId: 1,
  url,
  index: 0,
  active: true,
  highlighted: true,
  pinned: false,
  incognito: false,
});

const DASHBOARD = 'https://shop.tiktok.com/workbench/live/overview';
const PANEL = `${EXTENSION}/src/panel/panel.html`;

/** Senders as a browser describes them. */
export const senders = {
  page: (tab = 1, url = DASHBOARD): Sender => ({
    id: ID,
    url,
    origin: new URL(url).origin,
    frameId: 0,
    tab: tabOf(tab, url),
  }),
  dockedPanel: (tab = 1, url = DASHBOARD): Sender => ({
    id: ID,
    url: PANEL,
    origin: EXTENSION,
    frameId: 7,
    tab: tabOf(tab, url),
  }),
  panelTab: (tab = 9): Sender => ({
    id: ID,
    url: PANEL,
    origin: EXTENSION,
    frameId: 0,
    tab: tabOf(tab, PANEL),
  }),
};
