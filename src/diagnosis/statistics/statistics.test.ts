import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Z_POWER, Z90 } from './constants.ts';
import { logNormalPercentile } from './log-normal.ts';
import { newcombe } from './newcombe.fixture.ts';
import { normalCdf, normalQuantile } from './normal.ts';
import { quantile } from './quantile.ts';
import { observationsToTell, triesToTell } from './sample-size.ts';
import { wilson } from './wilson.ts';

describe('the Wilson interval', () => {
  it.each([
    [19, 900, 0.013556055, 0.032737012],
    [11, 505, 0.012205395, 0.03857976],
    [0, 50, 0, 0.071350034],
    [50, 50, 0.928649966, 1],
  ])('of %i in %i is the worked one', (k, n, low, high) => {
    const interval = wilson({ k, n });
    expect(interval?.low).toBeCloseTo(low, 9);
    expect(interval?.high).toBeCloseTo(high, 9);
  });

  it('holds the rate, stays within 0 and 1, and shrinks with more tries', () => {
    fc.assert(
      fc.property(fc.nat({ max: 500 }), fc.integer({ min: 1, max: 500 }), (k, more) => {
        const n = k + more;
        const few = wilson({ k, n });
        const many = wilson({ k: 4 * k, n: 4 * n });
        if (few === undefined || many === undefined) throw new Error('no interval');
        expect(few.low).toBeGreaterThanOrEqual(0);
        expect(few.low).toBeLessThanOrEqual(k / n);
        expect(few.high).toBeGreaterThanOrEqual(k / n);
        expect(few.high).toBeLessThanOrEqual(1);
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
    );
  });

  it('is not defined for impossible counts', () => {
    expect(wilson({ k: 3, n: 2 })).toBeUndefined();
    expect(wilson({ k: 0, n: 0 })).toBeUndefined();
    expect(wilson({ k: -1, n: 2 })).toBeUndefined();
  });
});

describe('the Newcombe interval', () => {
  it('of 56/70 against 48/80 is the worked one', () => {
    const found = newcombe({ k: 56, n: 70 }, { k: 48, n: 80 });
    expect(found?.difference).toBeCloseTo(0.2, 12);
    expect(found?.low).toBeCloseTo(0.052429, 6);
    expect(found?.high).toBeCloseTo(0.333875, 6);
    expect(newcombe({ k: 1, n: 0 }, { k: 1, n: 2 })).toBeUndefined();
  });
});

describe('sample sizes', () => {
  it('are the worked ones', () => {
    expect(Math.round(triesToTell(0.021, 0.034) ?? 0)).toBe(1038);
  });

  it('grow as the difference shrinks', () => {
    expect(triesToTell(0.03, 0.034)).toBeGreaterThan(triesToTell(0.021, 0.034) ?? 0);
    expect(observationsToTell(20, 24, 0.6)).toBeGreaterThan(observationsToTell(10, 24, 0.6) ?? 0);
    expect(observationsToTell(10, 20, 0.6)).toBeCloseTo(((2.486475 * 0.6) / Math.LN2) ** 2, 4);
  });

  it('are not defined without a difference', () => {
    expect(triesToTell(0.02, 0.02)).toBeUndefined();
    expect(triesToTell(1.2, 0.02)).toBeUndefined();
    expect(observationsToTell(0, 20, 0.6)).toBeUndefined();
  });
});

describe('the normal distribution', () => {
  it.each([
    [0, 0.5],
    [1, 0.8413447460685429],
    [-1.959963984540054, 0.025],
    [-6, 9.865876450377018e-10],
    [-9, 1.1285884059538405e-19],
  ])('has the tabled share below %f', (x, share) => {
    expect(normalCdf(x)).toBeCloseTo(share, 14);
    expect(normalCdf(x) / share).toBeCloseTo(1, 7);
    expect(normalCdf(x) + normalCdf(-x)).toBeCloseTo(1, 15);
  });

  it('has quantiles that undo its shares', () => {
    expect(normalQuantile(0.9)).toBeCloseTo(1.2815515655446004, 10);
    expect(normalQuantile(0.75)).toBeCloseTo(0.6744897501960817, 10);
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
    expect(normalQuantile(2)).toBeNaN();
    // Written out, so that no opening of the panel works them out.
    expect(Z90).toBeCloseTo(normalQuantile(0.95), 12);
    expect(Z_POWER).toBeCloseTo(normalQuantile(0.8), 12);
  });
});

describe('a quantile', () => {
  it('is interpolated between order statistics', () => {
    expect(quantile([4, 1, 3, 2], 0.25)).toBe(1.75);
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([7], 0.9)).toBe(7);
    expect(quantile([], 0.5)).toBeUndefined();
  });
});

describe('a percentile in a log-normal distribution', () => {
  it.each([
    [0.03, 0.5],
    [0.05, 0.9],
    [0.04, 0.76477],
    [0.02, 0.154523],
  ])('of %f is the worked one', (x, share) => {
    expect(logNormalPercentile(x, 0.03, { value: 0.05, share: 0.9 })).toBeCloseTo(share, 6);
  });

  it.each([
    [2500, 0.5],
    [1200, 0.9],
    [2000, 0.651592],
  ])('scores %i ms as Lighthouse does', (x, score) => {
    const below = logNormalPercentile(x, 2500, { value: 1200, share: 0.1 });
    expect(1 - (below ?? Number.NaN)).toBeCloseTo(score, 6);
  });

  it('is not defined without spread or for nothing', () => {
    expect(logNormalPercentile(0, 1, { value: 2, share: 0.9 })).toBeUndefined();
    expect(logNormalPercentile(1, 2, { value: 2, share: 0.9 })).toBeUndefined();
  });
});
