/**
 * The kinds of pages that the panel docks in, by what their path begins with: the LIVE dashboard
 * (/workbench/live/overview, …), Seller Center's data pages (/compass/live-analysis, …) and the LIVE
 * manager (/streamer/live/session, …). A line here makes a kind.
 */
export const pageKinds = {
  'live-dashboard': '/workbench/live',
  'seller-center': '/compass',
  'live-manager': '/streamer',
} as const;

export type PageKind = keyof typeof pageKinds;

export const pageKindNames = Object.keys(pageKinds).filter(
  (name): name is PageKind => name in pageKinds,
);
