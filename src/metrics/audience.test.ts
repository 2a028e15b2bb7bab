import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audienceParts, wholeOf } from './audience.ts';
import { money } from './money.ts';
import type { AudienceSplit } from './session.ts';

const tiers = (all: number, old: number, fresh: number, none: number): AudienceSplit => ({
  of: 'viewers',
  by: 'follower',
  parts: [
    { name: 'follower', value: all },
    { name: 'old-follower', within: 'follower', value: old },
    { name: 'new-follower', within: 'follower', value: fresh },
    { name: 'not-following', value: none },
  ],
});
const places = (shares: readonly number[]): AudienceSplit => ({
  of: 'viewers',
  by: 'region',
  parts: shares.map((share, i) => ({ name: `place ${i}`, share })),
});

describe('the parts of an audience', () => {
  it('count followers once, whether they are old or new ones', () => {
    const split = tiers(72, 70, 2, 522);
    expect(wholeOf(split)).toBe(594);
    expect(audienceParts(split).map(({ share }) => share?.toFixed(4))).toEqual([
      '0.1212',
      '0.1178',
      '0.0034',
      '0.8788',
    ]);
  });

  it('have shares that add up to the whole, without what splits another part', () => {
    const count = fc.integer({ min: 0, max: 1e6 });
    fc.assert(
      fc.property(count, count, fc.integer({ min: 1, max: 1e6 }), (old, fresh, none) => {
        const parts = audienceParts(tiers(old + fresh, old, fresh, none));
        const shares = parts.filter(({ within }) => within === undefined);
        expect(shares.reduce((sum, { share = 0 }) => sum + share, 0)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('end in a rest where only the largest places were answered', () => {
    const parts = audienceParts(places([0.236396, 0.1, 0.05, 0.04, 0.03]));
    expect(parts).toHaveLength(6);
    expect(parts.at(-1)).toMatchObject({ isRest: true });
    expect(parts.at(-1)?.share).toBeCloseTo(0.543604, 9);
  });

  it('have no rest where the places add up to all, within their six decimals', () => {
    expect(audienceParts(places([0.333333, 0.333333, 0.333333]))).toHaveLength(3);
  });

  it('have no share where a part is an average, or one of the sizes is missing', () => {
    const aov: AudienceSplit = {
      of: 'aov',
      by: 'follower',
      parts: [{ name: 'follower', money: money('131995', 'VND') }],
    };
    expect(audienceParts(aov)[0]?.share).toBeUndefined();
    const one: AudienceSplit = {
      of: 'viewers',
      by: 'age',
      parts: [{ name: '3', value: 2 }, { name: '4' }],
    };
    expect(audienceParts(one)[0]?.share).toBeUndefined();
  });
});
