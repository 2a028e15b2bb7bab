import { describe, expect, it } from 'vitest';
import { pagePlaceOf } from './page-place.ts';

const room = '7649951805363391253';

describe('page kinds', () => {
  it.each([
    [`https://shop.tiktok.com/workbench/live/overview?room_id=${room}&region=us`, 'live-dashboard'],
    [
      `https://seller-jp.tiktok.com/workbench/live/trend-analysis?room_id=${room}`,
      'live-dashboard',
    ],
    [`https://shop.tiktok.com/streamer/live/session?room_id=${room}`, 'live-manager'],
    [`https://seller-vn.tiktok.com/compass/live-analysis?room_id=${room}#top`, 'seller-center'],
  ])('reads the kind and the room of %s', (address, page) => {
    expect(pagePlaceOf(address)).toEqual({ page, room });
  });

  it.each([
    ['https://shop.tiktok.com/workbench/live', 'live-dashboard'],
    ['https://shop.tiktok.com/streamer/welcome', 'live-manager'],
    [
      'https://seller-us.tiktok.com/compass/live-analysis/live-details?shop_region=US',
      'seller-center',
    ],
  ])('reads no room where %s names none', (address, page) => {
    expect(pagePlaceOf(address)).toEqual({ page });
  });

  it.each(['', '12', '764995180536339125x', '999999999999999999999', '7649951805363391253 '])(
    'reads no room out of %j',
    (id) => {
      const address = `https://shop.tiktok.com/workbench/live/overview?room_id=${encodeURIComponent(id)}`;
      expect(pagePlaceOf(address)).toEqual({ page: 'live-dashboard' });
    },
  );

  it.each([
    'https://seller-us.tiktok.com/homepage',
    'https://seller-us.tiktok.com/compassion',
    'https://shop.tiktok.com/workbench/dashboard/home',
    'https://shop.tiktok.com/workbench/liveliness',
    'https://shop.tiktok.com/view?next=/compass/live-analysis',
  ])('knows no kind for %s', (address) => {
    expect(pagePlaceOf(address)).toBeUndefined();
  });
});
