import type { ArchiveNews } from './archive-news.ts';

/** Where a panel stands: in a tab of its own, or docked in a page. */
export type ScreenPlace = 'tab' | 'docked';

/** storage.session key of the first screen as a panel that stood there drew it last. */
export const keptScreenKey = (place: ScreenPlace): string => `screen:${place}`;

/** The keys of all of them. */
export const keptScreenKeys = [keptScreenKey('tab'), keptScreenKey('docked')] as const;

/** News of what no first screen shows. */
const elsewhere: readonly ArchiveNews['kind'][] = ['history', 'ledger', 'picture', 'snapshots'];

/** Whether a first screen of a LIVE that is over may show something that is no longer so. */
export function outdatesScreen(news: ArchiveNews): boolean {
  if (news.kind === 'settings') return news.panelsOnly !== true;
  return !elsewhere.includes(news.kind) && !('passing' in news && news.passing === true);
}
