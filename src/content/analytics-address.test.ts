import { describe, expect, it } from 'vitest';
import { analyticsAddress } from './analytics-address.ts';

const page = 'https://shop.tiktok.com/workbench/live/overview?room_id=7649951805363391253';
const own = 'https://shop.tiktok.com';

describe('analytics addresses', () => {
  it.each([
    '/api/v1/insights/workbench/live/detail/core/stats',
    '/api/v3/insights/workbench/live/detail/source/new',
    '/api/v4/insights/seller/live/list?aid=4068&app_name=i18n_ecom_shop',
    '/api/v1/insights/creator/liveroom/recap/speech',
    '/api/v1/insights/seller/ttp/shop/live/highlight/list',
    '/api/v2/insights/seller/shop/data/available/date',
    '/api/v1/streamer_desktop/live_session/list',
  ])('are %s, relative and absolute', (path) => {
    expect(analyticsAddress(path, page)).toBe(own + path);
    expect(analyticsAddress(own + path, page)).toBe(own + path);
  });

  it.each([
    'https://evil.example/api/v1/insights/workbench/live/detail/core/stats',
    '//evil.example/api/v1/insights/workbench/live/detail/core/stats',
    'http://shop.tiktok.com/api/v1/insights/workbench/live/detail/core/stats',
    '/proxy/api/v1/insights/workbench/live/detail/core/stats',
    '/log?to=/api/v1/insights/workbench/live/detail/core/stats',
    '/api/v1/insights/seller/delivery/stats',
    '/api/v1/seller/live/list',
    '/api/vx/insights/live/list',
    'https://[/api/v1/insights/live/list',
    '',
  ])('are not %j', (address) => {
    expect(analyticsAddress(address, page)).toBeUndefined();
  });
});
