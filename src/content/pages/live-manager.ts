import type { Page } from './page.ts';
import { roomQuery } from './room-query.ts';

/** The LIVE manager: /streamer/live/product/dashboard, /streamer/live/session, /streamer/compass/… */
export const liveManager: Page = {
  kind: 'live-manager',
  matches: ({ pathname }) => /^\/streamer(\/|$)/.test(pathname),
  room: roomQuery,
};
