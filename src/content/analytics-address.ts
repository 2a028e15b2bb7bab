/** Paths under which Seller Center and the LIVE dashboard answer figures of LIVEs. */
const analyticsPath = /\/api\/v\d+\/insights\/(?:[^?#]*\/)?(?:live|workbench)/;

/**
 * The absolute address of an analytics request of the page's own origin; undefined for every other
 * request, decided by one test of the pattern for nearly all of them. `page` is the page's address.
 */
export function analyticsAddress(address: string, page: string): string | undefined {
  if (!analyticsPath.test(address) || !URL.canParse(address, page)) return undefined;
  const url = new URL(address, page);
  const own = url.origin === new URL(page).origin;
  return own && url.pathname.search(analyticsPath) === 0 ? url.href : undefined;
}
