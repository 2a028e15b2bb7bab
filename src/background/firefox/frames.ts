import { hearNews } from '../../archive/news.ts';
import type { NewsMessage } from '../../platform/archive-news.ts';
import { browser, type Runtime } from '../../platform/browser.ts';
import {
  type AskedLeave,
  type FrameAsk,
  type FrameNews,
  type FrameTell,
  frameAskIn,
} from '../../platform/firefox/frame-messages.ts';
import { tabOfPageKey } from '../../platform/page-state.ts';
import { readSender, type Sender } from '../messaging/sender.ts';
import { pageTabs } from '../tabs/pages.ts';

const ALLOW_PATH = 'src/options/allow/allow.html';

/** Does for docked panels what Firefox lets no frame do, for pages of this extension alone. */
export function answerFrames(): void {
  browser.runtime.onMessage.addListener((message: unknown, from: Runtime.MessageSender) => {
    const ask = frameAskIn(message);
    const sender = readSender(from);
    return ask === undefined || sender?.from !== 'panel' ? undefined : answerFrame(ask, sender);
  });
}

async function answerFrame(ask: FrameAsk, sender: Sender): Promise<unknown> {
  switch (ask.do) {
    case 'permissions': {
      const { permissions = [], origins = [] } = await browser.permissions.getAll();
      return { permissions: permissions.filter((name) => name === 'notifications'), origins };
    }
    case 'contains':
      return browser.permissions.contains(ask.leave);
    case 'request':
      return openAllowing(ask.id, ask.leave, sender);
    case 'answered':
      return tellAll({ of: 'answer', id: ask.id, granted: ask.granted });
    case 'tab':
      return sender.tab;
    case 'read':
      return (await browser.storage.session.get(ask.key))[ask.key];
    case 'keep':
      return browser.storage.session.set({ [ask.key]: ask.value });
    case 'drop':
      return browser.storage.session.remove(ask.key);
  }
}

/** Opens a tab that asks, beside the one that the panel is docked in, to which the browser goes back from it. */
async function openAllowing(
  id: string,
  { permissions = [], origins = [] }: AskedLeave,
  { tab, window }: Sender,
): Promise<void> {
  const query = new URLSearchParams([
    ['id', id],
    ...permissions.map((name) => ['permission', name]),
    ...origins.map((origin) => ['origin', origin]),
  ]);
  await browser.tabs.create({
    url: `${browser.runtime.getURL(ALLOW_PATH)}?${query}`,
    ...(tab === undefined ? {} : { openerTabId: tab }),
    ...(window === undefined ? {} : { windowId: window }),
  });
}

/**
 * Passes on to docked panels what the browser tells pages of the extension everywhere else: the archives' news, where
 * their page is, and what is allowed.
 */
export function tellFrames(): void {
  hearNews((news) => {
    const message: NewsMessage = { app: 'live-diagnosis', news };
    void send(pageTabs(), message);
  });
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== 'session') return;
    for (const [key, { newValue }] of Object.entries(changes)) {
      const tab = tabOfPageKey(key);
      if (tab === undefined) continue;
      void send([tab], told({ of: 'session', key, value: newValue }));
    }
  });
  const tellPermissions = (): void => void tellAll({ of: 'permissions' });
  browser.permissions.onAdded.addListener(tellPermissions);
  browser.permissions.onRemoved.addListener(tellPermissions);
}

const told = (heard: FrameNews): FrameTell => ({ app: 'live-diagnosis', heard });

const tellAll = (news: FrameNews): Promise<void> => send(pageTabs(), told(news));

async function send(
  tabs: readonly number[] | Promise<readonly number[]>,
  message: NewsMessage | FrameTell,
): Promise<void> {
  for (const tab of await tabs) {
    // Rejects where no panel is docked: then nobody needs it.
    browser.tabs.sendMessage(tab, message).catch(() => undefined);
  }
}
