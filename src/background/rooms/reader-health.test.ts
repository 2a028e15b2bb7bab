import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReadingGap } from '../../metrics/session.ts';
import { unixMs } from '../../metrics/time.ts';
import { browser } from '../../platform/browser.ts';
import { HEALTH_KEY, healthIn } from '../../platform/reader-health.ts';
import { noteFinalUpTo, noteRead, noteUnread } from './reader-health.ts';

vi.mock('../../platform/browser.ts', async () => ({
  browser: (await import('../browser.fixture.ts')).memoryBrowser(),
}));

const at = unixMs(1_795_000_000_000);
const gap = (field: string, reason: ReadingGap['reason'], endpoint = 'core/stats'): ReadingGap => ({
  endpoint,
  field,
  reason,
});
const kept = async () => healthIn((await browser.storage.local.get(HEALTH_KEY))[HEALTH_KEY]);

describe('how well answers are read', () => {
  beforeEach(() => browser.storage.local.clear());

  it('is kept by endpoint: when last, which fields are missing, which are new', async () => {
    await noteRead('core/stats', at, [
      { gaps: [gap('gmv_local', 'absent'), gap('net_gmv_local', 'unknown')] },
      { gaps: [gap('gmv_local', 'absent'), gap('rows', 'malformed', 'product/list')] },
    ]);
    expect((await kept()).endpoints).toEqual({
      'core/stats': { at, missing: ['gmv_local'], unknown: ['net_gmv_local'] },
    });
    await noteRead('core/stats', at, [{}]);
    expect((await kept()).endpoints['core/stats']).toEqual({ at, missing: [], unknown: [] });
  });

  it('counts answers about LIVEs that no reader knows by path, without the ids in it', async () => {
    const path = '/api/v1/insights/workbench/live/detail/diagnosis';
    await noteUnread(`https://seller-us.tiktok.com${path}?aid=4068`);
    await noteUnread(path);
    await noteUnread('/api/v1/insights/workbench/live/7649951805363391253/notes');
    await noteUnread('/api/v1/orders/list');
    expect((await kept()).unread).toEqual({
      [path]: 2,
      '/api/v1/insights/workbench/live/…/notes': 1,
    });
  });

  it('keeps the day up to which figures are final', async () => {
    await noteFinalUpTo('2026-09-13', at);
    await noteRead('core/stats', at, []);
    expect((await kept()).finalUpTo).toEqual({ day: '2026-09-13', at });
  });

  it('loses none of several answers that come at once', async () => {
    const endpoints = ['core/stats', 'trend/chart', 'product/list', 'room/status'];
    await Promise.all(endpoints.map((endpoint) => noteRead(endpoint, at, [])));
    expect(Object.keys((await kept()).endpoints).sort()).toEqual(endpoints.sort());
  });
});
