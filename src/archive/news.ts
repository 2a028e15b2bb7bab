import { ARCHIVE_CHANNEL, type ArchiveNews } from '../platform/archive-news.ts';

/** Tells every part of the extension what became of the archives, once. */
export function tell(news: ArchiveNews): void {
  const channel = new BroadcastChannel(ARCHIVE_CHANNEL);
  channel.postMessage(news);
  channel.close();
}
