import { describe, expect, it } from 'vitest';
import { randomOf } from '../statistics/random.ts';
import type { Tally } from '../uncertainty/tally.ts';
import { orderSpreadWithin } from './order-spread.ts';

const basket = (value: number, n = 100): Tally => ({ form: 'mean', value, n });

describe('the spread of order values that LIVEs leave room for', () => {
  it('is small where the means of many LIVEs hardly differ', () => {
    const random = randomOf('one price');
    const lives = Array.from({ length: 40 }, () => basket(70 * (1 + (random() - 0.5) * 0.04)));
    expect(orderSpreadWithin(lives, 0.6)).toBeLessThan(0.3);
  });

  it('is the one that was given where LIVEs differ by more than chance, and where there are none', () => {
    const lives = Array.from({ length: 20 }, (_, place) => basket(place % 2 === 0 ? 50 : 80));
    expect(orderSpreadWithin(lives, 0.6)).toBe(0.6);
    expect(orderSpreadWithin([], 0.6)).toBe(0.6);
    expect(orderSpreadWithin([basket(50)], 0.4)).toBeCloseTo(0.4, 12);
  });

  it('by hand: two LIVEs of 100 orders, 10 % apart', () => {
    // (ln 1.1)² ÷ (2 ÷ 100) = 0.4542, with four guesses of 0.36: (0.4542 + 1.44) ÷ 5 = 0.3788, over 0.36.
    expect(orderSpreadWithin([basket(55), basket(50)], 0.6)).toBe(0.6);
    // (ln 1.02)² ÷ 0.02 = 0.0196: (0.0196 + 1.44) ÷ 5 = 0.2919.
    expect(orderSpreadWithin([basket(51), basket(50)], 0.6)).toBeCloseTo(Math.sqrt(0.29192), 4);
  });
});
