import { describe, expect, it } from 'vitest';
import { blockShare } from './block-interval.ts';

describe('a share over LIVEs that are alike', () => {
  it('counts figures, and lies within its interval', () => {
    const lives = Array.from({ length: 40 }, (_, place) => [place % 4 !== 0, true]);
    const { share, low, high, n } = blockShare(lives);
    expect({ share, n }).toEqual({ share: 70 / 80, n: 80 });
    expect(low).toBeLessThan(share);
    expect(high).toBeGreaterThan(share);
  });

  it('is less sure of LIVEs that come in runs than of ones that alternate', () => {
    const runs = Array.from({ length: 48 }, (_, place) => [Math.floor(place / 8) % 2 === 0]);
    const turns = Array.from({ length: 48 }, (_, place) => [place % 2 === 0]);
    const width = (lives: readonly (readonly boolean[])[]): number => {
      const { low, high } = blockShare(lives);
      return high - low;
    };
    expect(width(runs)).toBeGreaterThan(2 * width(turns));
  });
});
