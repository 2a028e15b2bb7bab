import { describe, expect, it } from 'vitest';
import { ownRecord } from '../../diagnosis/over-time/records.fixture.ts';
import { seconds } from '../../metrics/time.ts';
import { pictured } from './pictures.fixture.ts';
import { clocksOf } from './words.ts';

const { lives } = pictured([ownRecord(1, { daysIn: 200 }), ownRecord(0)]).lives;

describe('the clocks that LIVEs are told by', () => {
  it('are both where clocks changed between LIVEs', () => {
    const losAngeles = { offset: seconds(-8 * 3_600), name: 'America/Los_Angeles' };
    expect(clocksOf(lives, losAngeles, 'en')).toBe('GMT−7 and GMT−8');
  });

  it('are one where they didn’t, and where no LIVE is drawn', () => {
    const saigon = { offset: seconds(7 * 3_600), name: 'Asia/Ho_Chi_Minh' };
    expect(clocksOf(lives, saigon, 'en')).toBe('GMT+7');
    expect(clocksOf([], saigon, 'en')).toBe('GMT+7');
  });
});
