import { readFileSync } from 'node:fs';
import { parseJson } from '../sources/seller-center/json.ts';
import { type DemoAnswer, json } from './exchange.ts';

/** The one real LIVE of which answers were captured; the demo replays them as they were answered. */
export const CAPTURED_ROOM = '7649951805363391253';

/**
 * A LIVE as dashboards in Indonesia answer it, with direct GMV. The fields are as a third party saw them; no
 * such answer was captured, so the figures are made up.
 */
export const DIRECT_ROOM = '7570000000000000001';

const FIXTURES = new URL('../sources/seller-center/fixtures/', import.meta.url);

/** The kept answers of each LIVE, by the end of their path. */
const files: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [CAPTURED_ROOM]: {
    'detail/core/stats': 'core-stats.json',
    'detail/trend/chart': 'trend-chart.json',
    'detail/product/list': 'product-list.json',
    'detail/source/new': 'source-new.json',
    'detail/event/timeline': 'event-timeline.json',
    'detail/room/status': 'room-status.json',
    // Its GMV is that of this LIVE's sources: 2,513,080.
    'detail/user/portrait': 'user-portrait-followers.json',
  },
  [DIRECT_ROOM]: {
    'detail/core/stats': 'core-stats-direct.json',
    'detail/product/list': 'product-list-direct.json',
  },
};

export const isKeptRoom = (room: string): boolean => Object.hasOwn(files, room);

/** A kept answer of a LIVE, whole whatever ids were asked for; undefined where none is kept. */
export function keptAnswer(room: string, path: string): DemoAnswer | undefined {
  const file = Object.entries(files[room] ?? {}).find(([end]) => path.endsWith(end))?.[1];
  if (file === undefined) return undefined;
  const text = readFileSync(new URL(file, FIXTURES), 'utf8');
  // Figures that are made up say so, as all others of the demo do.
  return room === DIRECT_ROOM
    ? json({ ...answerIn(text), simulated: true })
    : { ...json({}), body: text };
}

/** Some files hold the request beside the answer. */
function answerIn(text: string): object {
  const read = parseJson(text);
  const { value } = read.ok ? read : { value: undefined };
  const answer =
    typeof value === 'object' && value !== null && 'answer' in value ? value.answer : undefined;
  if (typeof answer !== 'object' || answer === null) throw new Error('A kept answer is no answer.');
  return answer;
}
