import { isAnalyticsPath } from '../platform/analytics-path.ts';

/** What stands in each of their addresses. */
const MARK = /\/(?:insights|live_session)\//;

/**
 * The absolute address of an analytics request of the page's own origin; undefined for every other
 * request. Nearly all of them are dismissed without parsing, as this runs for each request that the
 * page makes. `page` is the page's address.
 */
export function analyticsAddress(address: string, page: string): string | undefined {
  if (!MARK.test(address) || !URL.canParse(address, page)) return undefined;
  const url = new URL(address, page);
  const own = url.origin === new URL(page).origin;
  return own && isAnalyticsPath(url.pathname) ? url.href : undefined;
}
