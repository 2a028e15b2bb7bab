import { DAY_MS } from '../time.ts';

/** How far back Seller Center answers for a LIVE; older ones stay as they are kept. */
export const REACH_MS = 92 * DAY_MS;
