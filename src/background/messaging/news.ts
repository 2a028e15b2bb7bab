import { hearNews } from '../../archive/news.ts';
import type { NewsMessage } from '../../platform/archive-news.ts';
import { browser } from '../../platform/browser.ts';

/** Passes the archives' news on to the extension's pages: the worker alone opens archives. */
export function passNewsOn(): void {
  hearNews((news) => {
    const message: NewsMessage = { app: 'live-diagnosis', news };
    // Rejects when no page of the extension is open: then nobody needs the news.
    browser.runtime.sendMessage(message).catch(() => undefined);
  });
}
