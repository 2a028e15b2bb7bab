import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAnalyticsPath } from './analytics-path.ts';

describe('analytics paths', () => {
  it.each([
    '/api/v1/insights/workbench/live/detail/core/stats',
    '/api/v1/insights/workbench/live/detail/trend/chart',
    '/api/v1/insights/workbench/live/detail/product/list',
    '/api/v1/insights/workbench/live/detail/event/timeline',
    '/api/v1/insights/workbench/live/detail/room/status',
    '/api/v1/insights/workbench/live/detail/room/info',
    '/api/v1/insights/workbench/live/detail/user/portrait',
    '/api/v3/insights/workbench/live/detail/source/new',
    '/api/v1/insights/workbench/live/recap/comment',
    '/api/v4/insights/seller/live/list',
    '/api/v3/insights/seller/live/stats',
    '/api/v1/insights/seller/shop/live/diagnosis/violation/list',
    '/api/v1/insights/seller/ttp/shop/live/highlight/list',
    '/api/v1/insights/creator/liveroom/recap/core/stats',
    '/api/v2/insights/creator/live/list',
    '/api/v12/insights/live',
    '/api/v2/insights/seller/shop/data/available/date',
    '/api/v1/streamer_desktop/live_session/list',
  ])('are %s', (path) => expect(isAnalyticsPath(path)).toBe(true));

  it.each([
    '',
    '/',
    '/api/v1/oec/orders',
    '/api/v1/seller/live/list',
    '/api/v1/insights/',
    '/api/v1/insights/seller/delivery/stats',
    '/api/v2/insights/seller/shop/data/available/dates',
    '/api/v1/streamer_desktop/live_session/list/all',
    '/api/v1/streamer_desktop/live_session/create',
    '/api/vx/insights/live/list',
    '/api/insights/live/list',
    '/proxy/api/v1/insights/workbench/live/detail/core/stats',
    'api/v1/insights/live/list',
    '/workbench/live/overview',
    '/account/login',
    '/api/v1/insights/orders?next=/live',
    '/api/v1/insights/orders#/live',
  ])('are not %j', (path) => expect(isAnalyticsPath(path)).toBe(false));

  it('are none where another path stands before', () => {
    const part = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(part, (before) => {
        const path = '/api/v1/insights/workbench/live/detail/core/stats';
        expect(isAnalyticsPath(path)).toBe(true);
        expect(isAnalyticsPath(`/${before}${path}`)).toBe(false);
      }),
    );
  });
});
