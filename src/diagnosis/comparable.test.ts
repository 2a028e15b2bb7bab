import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR_SECONDS as HOUR, unixSeconds } from '../metrics/time.ts';
import { isLikeLength, isLikeTimeOfDay } from './comparable.ts';

const hours = fc.double({ min: 0.01, max: 48, noNaN: true });
const start = fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }).map(unixSeconds);

describe('a like length', () => {
  it.each([
    [2, 4, true],
    [2, 4.01, false],
    [2, 1, true],
    [2, 0.99, false],
  ])('of %d h and %d h: %s', (one, other, alike) => {
    expect(isLikeLength(one, other)).toBe(alike);
  });

  it('is mutual, and every length is like itself', () => {
    fc.assert(
      fc.property(hours, hours, (one, other) => {
        expect(isLikeLength(one, other)).toBe(isLikeLength(other, one));
        expect(isLikeLength(one, one)).toBe(true);
      }),
    );
  });
});

describe('a like time of day', () => {
  it.each([
    [0, true],
    [3 * HOUR, true],
    [3 * HOUR + 1, false],
    [12 * HOUR, false],
    [21 * HOUR - 1, false],
    [21 * HOUR, true],
    [24 * HOUR, true],
  ])('%d s apart: %s', (apart, alike) => {
    const one = unixSeconds(1_781_143_200);
    expect(isLikeTimeOfDay(one, unixSeconds(one + apart))).toBe(alike);
  });

  it('is mutual, and the same whole days later', () => {
    fc.assert(
      fc.property(start, start, fc.integer({ min: 0, max: 100 }), (one, other, days) => {
        const alike = isLikeTimeOfDay(one, other);
        expect(isLikeTimeOfDay(other, one)).toBe(alike);
        const later = unixSeconds(Math.max(one, other) + days * 24 * HOUR);
        expect(isLikeTimeOfDay(unixSeconds(Math.min(one, other)), later)).toBe(alike);
      }),
    );
  });
});
