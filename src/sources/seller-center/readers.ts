import type { AskedReader, Reader } from './reader.ts';
import { coreStatsReader } from './readers/core-stats.ts';
import { eventTimelineReader } from './readers/event-timeline.ts';
import {
  creatorLiveListReader,
  performanceListReader,
  todayListReader,
} from './readers/other-lists.ts';
import { productListReader } from './readers/product-list.ts';
import { roomInfoReader } from './readers/room-info.ts';
import { roomListReader } from './readers/room-list.ts';
import { roomStatusReader } from './readers/room-status.ts';
import { showListReader } from './readers/show-list.ts';
import { sourceNewReader } from './readers/source-new.ts';
import { trendChartReader } from './readers/trend-chart.ts';
import { userPortraitReader } from './readers/user-portrait.ts';
import { violationListReader } from './readers/violation-list.ts';

/** Every reader of Seller Center answers, one an endpoint; those that are asked in this order, the most telling first. */
export const readers: readonly Reader[] = [
  roomStatusReader,
  coreStatsReader,
  trendChartReader,
  productListReader,
  sourceNewReader,
  eventTimelineReader,
  roomInfoReader,
  userPortraitReader,
  roomListReader,
  creatorLiveListReader,
  performanceListReader,
  todayListReader,
  showListReader,
  violationListReader,
];

/** The readers of the endpoints that the extension asks about a room. */
export const askedReaders: readonly AskedReader[] = readers.flatMap(({ asked, ...reader }) =>
  asked === undefined ? [] : [{ ...reader, asked }],
);

const DETAIL = /^\/api\/v\d+\/insights\/workbench\/live\/detail\//;

/** The reader of an answer: by its path, else by its shape where the path is a room's. */
export function readerFor(path: string, data?: Record<string, unknown>): Reader | undefined {
  const known = readers.find((reader) => reader.path.test(path));
  if (known !== undefined || data === undefined || !DETAIL.test(path)) return known;
  return readers.find((reader) => reader.shape?.(data) === true);
}
