import type { PageKind } from '../../platform/page-state.ts';
import { liveDashboard } from './live-dashboard.ts';
import { liveManager } from './live-manager.ts';
import type { Page } from './page.ts';
import { sellerCenter } from './seller-center.ts';

/** Every kind of page the panel docks in. */
export const pages: readonly Page[] = [liveDashboard, liveManager, sellerCenter];

/** Where the launcher is. */
export interface PagePlace {
  readonly page: PageKind;
  readonly room?: string;
}

/** What page an address leads to; undefined for pages of no known kind. */
export function pagePlaceOf(address: string): PagePlace | undefined {
  const url = new URL(address);
  const page = pages.find((one) => one.matches(url));
  if (page === undefined) return undefined;
  const room = page.room(url);
  return room === undefined ? { page: page.kind } : { page: page.kind, room };
}
