import { readFileSync } from 'node:fs';
import { type Answer, json } from './exchange.ts';

/** The one real LIVE of which answers were captured; the demo replays them as they were answered. */
export const CAPTURED_ROOM = '7649951805363391253';

const FIXTURES = new URL('../sources/seller-center/fixtures/', import.meta.url);

/** The captured answers, by the end of their path. */
const files: Readonly<Record<string, string>> = {
  'detail/core/stats': 'core-stats.json',
  'detail/trend/chart': 'trend-chart.json',
  'detail/product/list': 'product-list.json',
  'detail/source/new': 'source-new.json',
  'detail/event/timeline': 'event-timeline.json',
  'detail/room/status': 'room-status.json',
  // Its GMV is that of this LIVE's sources: 2,513,080.
  'detail/user/portrait': 'user-portrait-followers.json',
};

/** A captured answer, whole whatever ids were asked for; undefined where none was captured. */
export function capturedAnswer(path: string): Answer | undefined {
  const file = Object.entries(files).find(([end]) => path.endsWith(end))?.[1];
  if (file === undefined) return undefined;
  return { ...json({}), body: readFileSync(new URL(file, FIXTURES), 'utf8') };
}
