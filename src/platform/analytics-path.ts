const LIVE_ANALYTICS = /^\/api\/v\d+\/insights\/(?:[^?#]*\/)?(?:live|workbench)/;
/** Endpoints beside these that tell which LIVEs belong to one show, and until when figures are final. */
const BESIDE =
  /^\/api\/v\d+\/(?:streamer_desktop\/live_session\/list|insights\/seller\/shop\/data\/available\/date)$/;

/**
 * Whether a path is one of Seller Center's endpoints for the figures of LIVEs: anything under
 * `/api/v<n>/insights/` with a part that begins with `live` or `workbench`. Every endpoint that is
 * known to answer figures of a LIVE has such a part (`workbench/live/detail/…`, `seller/live/list`,
 * `creator/liveroom/recap/…`). Two more are named one by one: the LIVE manager's list of shows, and the
 * date up to which figures are final.
 *
 * The extension reads and asks nothing beside these. A wider rule (all of `/insights/`, all of
 * `/api/`) would copy answers on orders and deliveries that no reader understands, and would let the
 * worker have the page ask for them with the seller's cookies.
 *
 * @param path the pathname of an address, without query; relative parts (`..`) resolved
 */
export function isAnalyticsPath(path: string): boolean {
  return LIVE_ANALYTICS.test(path) || BESIDE.test(path);
}

const READ =
  /\/live\/detail\/.|\/(?:(?:creator|seller|shop|today)\/live|performance\/creator|live_session|violation)\/list$|\/available\/date$/;

/**
 * Whether an answer from an analytics path may be one that a reader reads; `sources/seller-center/analytics-paths.test.ts`
 * holds the two together. Of those under `live/detail` the shape of an answer tells.
 */
export const isReadPath = (path: string): boolean => READ.test(path);
