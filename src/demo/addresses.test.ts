import { describe, expect, it } from 'vitest';
import { dashboardAddress, signInAddress } from './addresses.ts';

describe('the addresses of the demo', () => {
  it('lead through the sign-in page to a dashboard', () => {
    const address = new URL(signInAddress(dashboardAddress('7001')));
    expect(address.hostname).toBe('seller-us.tiktok.com');
    expect(address.searchParams.get('next')).toBe(
      '/workbench/live/overview?room_id=7001&region=us',
    );
  });
});
