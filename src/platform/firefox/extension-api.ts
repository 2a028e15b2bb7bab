import * as v from 'valibot';
import type { Permissions, Runtime, Storage, browser as whole } from '../browser.ts';
import {
  type AskedLeave,
  type FrameAsk,
  type FrameMessage,
  type FrameNews,
  frameNewsIn,
  PermissionsSchema,
  ScreenKey,
  type ScreenKeyName,
} from './frame-messages.ts';

/**
 * The extension API in Firefox; the build takes it in place of webextension-polyfill. Firefox gives a page of the
 * extension that stands in a web page's frame no more than a content script's part of its API. This is the one place
 * that decides: there the rest is done by the event page (`background/firefox/frames.ts`), everywhere else the
 * browser's own API is whole.
 */
declare const browser: typeof whole;

const isDocked = browser.permissions === undefined;

/** What a docked panel uses of the API, besides what it is given. */
interface LackingInFrames {
  readonly permissions: Pick<Permissions.Static, 'getAll' | 'contains' | 'request'> & {
    readonly onAdded: { readonly addListener: (hear: () => void) => void };
    readonly onRemoved: { readonly addListener: (hear: () => void) => void };
  };
  readonly tabs: { readonly getCurrent: () => Promise<{ readonly id: number } | undefined> };
  readonly session: {
    readonly get: (key: string) => Promise<Record<string, unknown>>;
    readonly set: (items: Readonly<Record<string, unknown>>) => Promise<void>;
    readonly remove: (key: string) => Promise<void>;
  };
}

type HearsChanges = (changes: Record<string, Storage.StorageChange>, area: string) => unknown;

function apiOfFrames() {
  const hearers = new Set<(news: FrameNews) => void>();
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    // The event page speaks from no tab.
    const news = sender.tab === undefined ? frameNewsIn(message) : undefined;
    if (news !== undefined) for (const hear of hearers) hear(news);
    return undefined;
  });
  const hearPermissions = (hear: () => void): void => {
    hearers.add(({ of }) => of === 'permissions' && hear());
  };
  const lacking: LackingInFrames = {
    permissions: {
      getAll: async () => v.parse(PermissionsSchema, await done({ do: 'permissions' })),
      contains: async (leave) => (await done({ do: 'contains', leave: leaveOf(leave) })) === true,
      request: (leave) => requestInTab(leaveOf(leave), hearers),
      // Told of both at once: who hears it asks what is allowed now.
      onAdded: { addListener: hearPermissions },
      onRemoved: { addListener: () => undefined },
    },
    tabs: {
      getCurrent: async () => {
        const id = await done({ do: 'tab' });
        return typeof id === 'number' ? { id } : undefined;
      },
    },
    session: {
      get: async (key) => ({ [key]: await done({ do: 'read', key }) }),
      set: async (items) => {
        for (const [key, value] of Object.entries(items)) {
          if (isScreen(key)) await done({ do: 'keep', key, value });
        }
      },
      remove: async (key) => {
        if (isScreen(key)) await done({ do: 'drop', key });
      },
    },
  };
  const { permissions, tabs, session } = lacking;
  const onChanged = {
    addListener: (hear: HearsChanges): void => {
      browser.storage.onChanged.addListener(hear);
      hearers.add((news) => {
        if (news.of === 'session') hear({ [news.key]: { newValue: news.value } }, 'session');
      });
    },
  };
  const { runtime, i18n, storage } = browser;
  return {
    runtime,
    i18n,
    permissions,
    tabs,
    storage: { local: storage.local, session, onChanged },
  };
}

/** Has the event page do what this frame can't. Rejects as the browser's own calls do, when nobody is there. */
async function done(ask: FrameAsk): Promise<unknown> {
  const message: FrameMessage = { app: 'live-diagnosis', ask };
  return browser.runtime.sendMessage(message);
}

const leaveOf = (leave: Permissions.AnyPermissions): AskedLeave =>
  v.parse(PermissionsSchema, leave);

const isScreen = (key: string): key is ScreenKeyName => v.is(ScreenKey, key);

/** Firefox asks in no frame: a tab does, and its answer comes when the seller gave it there. */
async function requestInTab(
  leave: AskedLeave,
  hearers: Set<(news: FrameNews) => void>,
): Promise<boolean> {
  const id = crypto.randomUUID();
  const answered = new Promise<boolean>((resolve) => {
    const hear = (news: FrameNews): void => {
      if (news.of !== 'answer' || news.id !== id) return;
      hearers.delete(hear);
      resolve(news.granted);
    };
    hearers.add(hear);
  });
  await done({ do: 'request', leave, id });
  return answered;
}

/**
 * Imported under the polyfill's name, which `vite.config.ts` leads here.
 *
 * @public
 */
export default isDocked ? apiOfFrames() : browser;
