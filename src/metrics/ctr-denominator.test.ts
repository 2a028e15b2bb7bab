import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratioOf } from './catalogue.ts';
import { ctors, ctrs, doubtOf, rateByCounts } from './ctr-denominator.ts';

const counts = fc
  .record({
    views: fc.integer({ min: 1, max: 1_000_000 }),
    productImpressions: fc.integer({ min: 1, max: 10_000_000 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ views, productImpressions, share }) => ({
    views,
    productImpressions,
    productClicks: Math.round(share * Math.min(views, productImpressions)),
  }));
const decimals = fc.constantFrom(3, 4, 6);
const rounded = (value: number, places: number): number => Number(value.toFixed(places));

/** Both CTRs of some counts. */
const both = (of: { views: number; productImpressions: number; productClicks: number }) => ({
  liveCtr: of.productClicks / of.views,
  productCtr: of.productClicks / of.productImpressions,
});

describe('which CTR a number is', () => {
  it('is told by its counts, with as few decimals as a percentage of one has', () => {
    fc.assert(
      fc.property(counts, decimals, fc.constantFrom(...ctrs), (of, places, meant) => {
        const rates = both(of);
        fc.pre(Math.abs(rates.liveCtr - rates.productCtr) > 2e-3);
        expect(rateByCounts(ctrs, rounded(rates[meant], places), (id) => rates[id])).toBe(meant);
      }),
    );
  });

  it('is told by one pair of counts alone', () => {
    const known = (id: (typeof ctrs)[number]) => (id === 'liveCtr' ? 0.4284 : undefined);
    expect(rateByCounts(ctrs, 0.428427, known)).toBe('liveCtr');
    expect(rateByCounts(ctrs, 0.050682, known)).toBe('none');
  });

  it('is the nearer where both fit, in whatever order they are asked for', () => {
    const rates = { ctor: 0.015, ctorSku: 0.0154 };
    for (const candidates of [ctors, ctors.toReversed()]) {
      expect(rateByCounts(candidates, 0.0154, (id) => rates[id])).toBe('ctorSku');
      expect(rateByCounts(candidates, 0.015, (id) => rates[id])).toBe('ctor');
    }
  });

  it('is none where it lies further off than rounding explains', () => {
    fc.assert(
      fc.property(counts, fc.double({ min: 1e-3, max: 1, noNaN: true }), (of, off) => {
        const { liveCtr } = both(of);
        expect(rateByCounts(['liveCtr'], liveCtr + off, () => liveCtr)).toBe('none');
      }),
    );
  });

  it('is not told without counts, nor by counts that give the same for both', () => {
    expect(rateByCounts(ctrs, 0.4, () => undefined)).toBeUndefined();
    expect(rateByCounts(ctrs, 0.4, () => 0.4)).toBeUndefined();
    expect(rateByCounts(ctrs, 0.5, () => 0.4)).toBe('none');
  });

  it('is a question of the denominator alone', () => {
    expect(ctrs.map((id) => ratioOf(id)?.numerator)).toEqual(['productClicks', 'productClicks']);
    expect(ctrs.map((id) => ratioOf(id)?.denominator)).toEqual(['views', 'productImpressions']);
  });
});

describe('the doubt in a figure', () => {
  const gap = (field: string, reason: 'contradicts' | 'malformed' = 'contradicts') => ({
    gaps: [{ endpoint: 'test', field, reason }],
  });

  it.each([
    ['liveCtr', 'liveCtr', 'unknown-denominator'],
    ['productCtr', 'productCtr', 'unknown-denominator'],
    ['local_ctr_rate', 'liveCtr', 'unknown-denominator'],
    ['local_ctr_rate', 'productCtr', 'unknown-denominator'],
    ['product_click_rate', 'productCtr', 'unknown-denominator'],
    ['product_click_rate', 'liveCtr', undefined],
    ['co_rate', 'ctorSku', 'unknown-denominator'],
    ['co_rate', 'liveCtr', undefined],
    ['followRate', 'followRate', 'contradicts'],
    ['followRate', 'likeRate', undefined],
  ] as const)('after a contradiction in %s: %s is %s', (field, id, doubt) => {
    expect(doubtOf(gap(field), id)).toBe(doubt);
  });

  it('is none for what could not be read for another reason', () => {
    expect(doubtOf(gap('liveCtr', 'malformed'), 'liveCtr')).toBeUndefined();
    expect(doubtOf({ gaps: [] }, 'liveCtr')).toBeUndefined();
  });
});
