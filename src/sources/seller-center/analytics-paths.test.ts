import { describe, expect, it } from 'vitest';
import { unixMs } from '../../metrics/time.ts';
import { isAnalyticsPath, isReadPath } from '../../platform/analytics-path.ts';
import { paths, room } from './fixtures/captured.ts';
import { readerFor, readers } from './readers.ts';
import { askCoreStats, askRoomList, asksOf } from './requests.ts';

const asked = [
  ...asksOf({ room }),
  askCoreStats({ room }),
  askRoomList({ now: unixMs(1_781_240_000_000), page: 1 }),
].map(({ path }) => path);
const heard = [
  ...Object.values(paths),
  '/api/v1/insights/workbench/live/detail/room/info',
  '/api/v1/insights/seller/shop/live/diagnosis/violation/list',
  '/api/v3/insights/seller/shop/live/list',
  '/api/v2/insights/creator/live/list',
  '/api/v2/insights/seller/live/performance/creator/list',
  '/api/v2/insights/seller/shop/overview/performance/today/live/list',
  '/api/v1/streamer_desktop/live_session/list',
];
/** Where an endpoint about a room lies that is read when the page asks for it. */
const aboutRoom = readers.map(
  ({ endpoint }) => `/api/v1/insights/workbench/live/detail/${endpoint}`,
);
const known = [...new Set([...asked, ...heard])];

describe('the paths of Seller Center', () => {
  it.each(known)('that are asked for or captured are analytics paths with a reader: %s', (path) => {
    expect(isAnalyticsPath(path)).toBe(true);
    expect(isReadPath(path)).toBe(true);
    expect(readerFor(path)).toBeDefined();
  });

  it.each(['/api/v2/insights/seller/shop/data/available/date', ...aboutRoom])(
    'may be read where the day of final figures or a LIVE is asked for: %s',
    (path) => {
      expect(isAnalyticsPath(path)).toBe(true);
      expect(isReadPath(path)).toBe(true);
    },
  );

  it.each([
    '/api/v1/insights/workbench/live/recap/comment',
    '/api/v3/insights/seller/live/stats',
    '/api/v1/insights/seller/ttp/shop/live/highlight/list',
    '/api/v1/insights/creator/liveroom/recap/core/stats',
    '/api/v12/insights/live',
  ])('that no reader reads are not taken for read ones: %s', (path) => {
    expect(isAnalyticsPath(path)).toBe(true);
    expect(readerFor(path)).toBeUndefined();
    expect(isReadPath(path)).toBe(false);
  });

  it('leave no reader out', () => {
    const met = [...known, ...aboutRoom];
    const unmet = readers.filter((reader) => !met.some((path) => reader.path.test(path)));
    expect(unmet.map(({ endpoint }) => endpoint)).toEqual([]);
  });
});
