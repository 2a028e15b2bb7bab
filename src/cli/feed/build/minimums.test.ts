import { describe, expect, it } from 'vitest';
import { smallness, usualMinimums } from './minimums.ts';

const large = {
  region: 'US',
  category: '601450',
  currency: 'USD',
  basis: 'attributed' as const,
  lives: 100,
  shops: 10,
  seconds: 1_000_000,
  largest_lives: 40,
  largest_seconds: 400_000,
  changed_shops: 10,
};
const why = (changes: Partial<typeof large>) => smallness({ ...large, ...changes }, usualMinimums);

describe('the smallest group that is published', () => {
  it('has enough shops and enough LIVEs', () => {
    expect(why({})).toBeUndefined();
    expect([why({ shops: 5 }), why({ shops: 4 })]).toEqual([undefined, 'fewShops']);
    expect([why({ lives: 30, largest_lives: 12 }), why({ lives: 29, largest_lives: 5 })]).toEqual([
      undefined,
      'fewLives',
    ]);
  });

  it("is not mostly one shop's, neither by LIVEs nor by hours", () => {
    expect(why({ largest_lives: 41 })).toBe('oneShop');
    expect(why({ largest_seconds: 400_001 })).toBe('oneShop');
  });

  it('tells nothing of few shops by its difference from the day before', () => {
    expect(why({ changed_shops: 4 })).toBe('fewChanges');
    expect(why({ changed_shops: 5 })).toBeUndefined();
    expect(why({ changed_shops: 0 })).toBeUndefined();
  });
});
