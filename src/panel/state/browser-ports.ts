import * as v from 'valibot';
import { ok } from '../../metrics/fault.ts';
import { type ArchiveNews, newsIn } from '../../platform/archive-news.ts';
import { ask } from '../../platform/ask.ts';
import { browser } from '../../platform/browser.ts';
import { now } from '../../platform/current-time.ts';
import { type PageState, PageStateSchema, pageKey } from '../../platform/page-state.ts';
import type { Ports } from './ports.ts';
import { workerArchive } from './worker-archive.ts';

/** The real outside of an extension page: the worker, the archives it reads, their news and the clock. */
export function browserPorts(): Ports {
  const hearers = new Set<(news: ArchiveNews) => void>();
  browser.runtime.onMessage.addListener((message: unknown) => {
    const news = newsIn(message);
    if (news !== undefined) for (const hear of hearers) hear(news);
    // Every other message is for the worker: this page must not answer it.
    return undefined;
  });
  return {
    ask,
    archive: async (which) => ok(workerArchive(which, ask)),
    listen: (hear) => {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    followPage,
    now,
  };
}

/** The worker notes in storage.session where each tab's page is; the entry of this tab is watched. */
function followPage(hear: (state: PageState) => void): void {
  const tab = browser.tabs.getCurrent();
  // Heard from now on, and not only once it is known which tab this is.
  browser.storage.onChanged.addListener(async (changes, area) => {
    const id = (await tab)?.id;
    if (area !== 'session' || id === undefined) return;
    const read = v.safeParse(PageStateSchema, changes[pageKey(id)]?.newValue);
    if (read.success) hear(read.output);
  });
}
