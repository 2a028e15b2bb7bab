import type { ArchiveNews } from '../platform/archive-news.ts';

const hearers = new Set<(news: ArchiveNews) => void>();

/** Tells what became of the archives, to whoever hears it in this process: in the extension that is the worker. */
export function tell(news: ArchiveNews): void {
  for (const hear of hearers) hear(news);
}

/** Hears what became of the archives; answers how to stop. */
export function hearNews(hear: (news: ArchiveNews) => void): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}
