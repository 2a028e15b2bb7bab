import { describe, expect, it } from 'vitest';
import { finalAt, unixSeconds } from './time.ts';

const at = (iso: string) => unixSeconds(Date.parse(iso) / 1000);

describe('the time at which figures are final', () => {
  it('is the start of the second day after the LIVE ended, days cut at UTC-8', () => {
    expect(new Date(finalAt(at('2026-11-20T20:00:00Z'))).toISOString()).toBe(
      '2026-11-22T08:00:00.000Z',
    );
  });

  it('counts a LIVE that ended before 08:00 UTC to the day before', () => {
    expect(new Date(finalAt(at('2026-11-20T07:59:59Z'))).toISOString()).toBe(
      '2026-11-21T08:00:00.000Z',
    );
    expect(new Date(finalAt(at('2026-11-20T08:00:00Z'))).toISOString()).toBe(
      '2026-11-22T08:00:00.000Z',
    );
  });

  it('does not move with summer time', () => {
    expect(new Date(finalAt(at('2026-07-01T12:00:00Z'))).toISOString()).toBe(
      '2026-07-03T08:00:00.000Z',
    );
  });
});
