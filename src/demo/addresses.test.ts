import { describe, expect, it } from 'vitest';
import { finalAt } from '../metrics/time.ts';
import { dashboardAddress, latestFinal, signInAddress } from './addresses.ts';
import { demoShop } from './shop.ts';

const NOW = Date.parse('2026-11-23T20:00:00Z');

describe('the addresses of the demo', () => {
  it('lead through the sign-in page to a dashboard', () => {
    const address = new URL(signInAddress(dashboardAddress('7001')));
    expect(address.hostname).toBe('seller-us.tiktok.com');
    expect(address.searchParams.get('next')).toBe(
      '/workbench/live/overview?room_id=7001&region=us',
    );
  });
});

describe('the latest final LIVE', () => {
  it('is final, and every later one is not', () => {
    const sessions = demoShop(NOW).sessions(NOW);
    const found = latestFinal(sessions, NOW);
    expect(found?.room.endedAt && finalAt(found.room.endedAt)).toBeLessThanOrEqual(NOW);
    const later = sessions.filter(
      ({ room }) => (room.startedAt ?? 0) > (found?.room.startedAt ?? 0),
    );
    expect(later.length).toBeGreaterThan(0);
    for (const { room } of later) {
      expect(room.endedAt === undefined || finalAt(room.endedAt) > NOW).toBe(true);
    }
  });

  it('is none in an empty shop', () => {
    expect(latestFinal([], NOW)).toBeUndefined();
  });
});
