import type { Page } from './page.ts';
import { roomQuery } from './room-query.ts';

/** The LIVE dashboard: /workbench/live/overview?room_id=…, /workbench/live/trend-analysis?room_id=… */
export const liveDashboard: Page = {
  kind: 'live-dashboard',
  matches: ({ pathname }) => /^\/workbench\/live(\/|$)/.test(pathname),
  room: roomQuery,
};
