/**
 * As much of the extension API as readers in the worker ask: Node has none, and what is imported here looks for one
 * as it is loaded. To be imported before them.
 */
const ID = 'abcdefghijklmnopabcdefghijklmnop';
/** What any key of the browser's storage holds. */
let stored: unknown;

/** Has every key of the browser's storage hold a value. */
export function holdInStorage(value: unknown): void {
  stored = value;
}

const held = new Proxy(
  {},
  {
    get: () => stored,
    has: () => true,
    ownKeys: () => [],
    getOwnPropertyDescriptor: () => undefined,
  },
);
const area = { get: async () => held, set: async () => undefined, remove: async () => undefined };
const event = { addListener: () => undefined };
const api = {
  runtime: {
    id: ID,
    getURL: (path: string) => `chrome-extension://${ID}/${path}`,
    onMessage: event,
  },
  storage: { local: area, session: area, onChanged: event },
  tabs: { query: async () => [] },
  i18n: { getMessage: (key: string) => key, getUILanguage: () => 'en' },
};
Object.assign(globalThis, { chrome: api, browser: api });

/** Who sends a message: a page of Seller Center, and the panel in a tab of its own. */
export const madeSenders = {
  page: {
    id: ID,
    url: 'https://shop.tiktok.com/workbench/live/overview',
    origin: 'https://shop.tiktok.com',
    frameId: 0,
    tab: {
      id: 1,
      windowId: 1,
      url: 'https://shop.tiktok.com/workbench/live/overview',
      index: 0,
      highlighted: true,
      active: true,
      pinned: false,
      incognito: false,
    },
  },
  panel: {
    id: ID,
    url: `chrome-extension://${ID}/src/panel/panel.html`,
    origin: `chrome-extension://${ID}`,
    frameId: 0,
  },
} as const;
