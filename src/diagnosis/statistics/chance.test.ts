import { describe, expect, it } from 'vitest';
import { chanceOfAtLeast, chanceOfAtMost, readMean, readShare } from './chance.ts';

describe('a share against a target', () => {
  it('is told from chance only with enough tries: 11 of 505 clicks against 3.4 % take about 1,038', () => {
    expect(readShare(0.021, 505, 0.034)).toEqual({ reading: 'scarce', more: 1038 - 505 });
    expect(readShare(0.021, 1300, 0.034)).toEqual({ reading: 'below' });
  });

  it('says nothing with fewer than five expected hits or misses', () => {
    expect(readShare(0, 100, 0.034)).toEqual({ reading: 'scarce', more: 48 });
    expect(readShare(0, 8, 0.9)).toEqual({ reading: 'scarce', more: 43 });
  });

  it('is not below at or above the target, nor against a target that is no share', () => {
    expect(readShare(0.05, 500, 0.05)).toEqual({ reading: 'not-below' });
    expect(readShare(0.5, 500, 1.2)).toEqual({ reading: 'not-below' });
  });
});

describe('a mean against a target', () => {
  it('widens with the spread and narrows with the count', () => {
    expect(readMean(24, 120, 40, 0.6)).toEqual({ reading: 'below' });
    expect(readMean(36, 12, 40, 0.6)).toMatchObject({ reading: 'scarce' });
    expect(readMean(41, 12, 40, 0.6)).toEqual({ reading: 'not-below' });
  });

  it('asks for ten members at least', () => {
    expect(readMean(1, 4, 40, 0.6)).toEqual({ reading: 'scarce', more: 6 });
  });
});

describe('the chance of counts', () => {
  it('follows the Poisson distribution', () => {
    expect(chanceOfAtMost(0, 3)).toBeCloseTo(Math.exp(-3), 12);
    expect(chanceOfAtMost(2, 3)).toBeCloseTo(Math.exp(-3) * (1 + 3 + 4.5), 12);
    expect(chanceOfAtLeast(3, 3)).toBeCloseTo(1 - Math.exp(-3) * (1 + 3 + 4.5), 12);
    expect(chanceOfAtLeast(0, 3)).toBe(1);
    expect(chanceOfAtMost(0, 0)).toBe(1);
  });

  it('stays a chance for large counts', () => {
    expect(chanceOfAtMost(700, 2000)).toBeLessThan(1e-9);
    expect(chanceOfAtMost(2000, 700)).toBeCloseTo(1, 9);
  });
});
