import type { Page } from './page.ts';
import { roomQuery } from './room-query.ts';

/** Seller Center's data pages: /compass/live-analysis, /compass/live-analysis/live-details, … */
export const sellerCenter: Page = {
  kind: 'seller-center',
  matches: ({ pathname }) => /^\/compass(\/|$)/.test(pathname),
  room: roomQuery,
};
