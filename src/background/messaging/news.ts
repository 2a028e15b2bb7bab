import {
  ARCHIVE_CHANNEL,
  type ArchiveNews,
  type NewsMessage,
} from '../../platform/archive-news.ts';
import { browser } from '../../platform/browser.ts';

/** Passes the archive's news on to panels in page frames, which its channel may not reach. */
export function passNewsOn(): void {
  const channel = new BroadcastChannel(ARCHIVE_CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<ArchiveNews>) => {
    const message: NewsMessage = { app: 'live-diagnosis', news: data };
    // Rejects when no page of the extension is open: then nobody needs the news.
    browser.runtime.sendMessage(message).catch(() => undefined);
  });
}
