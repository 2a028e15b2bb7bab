import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Factor } from '../factor.ts';
import { factors } from '../factors/index.ts';
import { stepIds } from '../report.ts';
import {
  line,
  order,
  type PotentialCase,
  potential,
  reportOf,
  usual,
} from './potential.fixture.ts';

const weak = fc.constantFrom(...stepIds);
const keeps = fc.double({ min: 0.4, max: 1, noNaN: true });

describe('the order of the steps', () => {
  it('does not change with the currency', () => {
    fc.assert(
      fc.property(weak, keeps, (id, kept) => {
        const rates = { [id]: usual[id] * kept };
        const dong = potential({ rates, currency: 'VND', rate: 25_000 });
        expect(order(dong)).toEqual(order(potential({ rates })));
      }),
      { numRuns: 20 },
    );
  });

  it('does not change with the length of the LIVE, where its counts are many', () => {
    fc.assert(
      fc.property(weak, fc.double({ min: 0.4, max: 0.7, noNaN: true }), (id, kept) => {
        const rates = { [id]: usual[id] * kept };
        const [first] = order(potential({ hours: 100, rates }));
        expect(order(potential({ hours: 300, rates }))[0]).toBe(first);
      }),
      { numRuns: 20 },
    );
  });

  it('does not change with the order of the factors', () => {
    const paid = (list: readonly Factor[]) =>
      reportOf({ rates: { liveCtr: 0.11, ctor: 0.03 }, factors: list })
        .findings.filter(({ money: amount }) => amount !== undefined)
        .map(({ factor }) => factor);
    expect(paid(factors).length).toBeGreaterThan(1);
    expect(paid([...factors].reverse())).toEqual(paid(factors));
  });

  it('never puts a step lower because it got worse', () => {
    fc.assert(
      fc.property(weak, weak, keeps, keeps, (id, other, kept, further) => {
        const rates = { [other]: usual[other] * 0.6 };
        const before = potential({ rates: { ...rates, [id]: usual[id] * kept } });
        const after = potential({ rates: { ...rates, [id]: usual[id] * kept * further } });
        expect(order(after).indexOf(id)).toBeLessThanOrEqual(order(before).indexOf(id));
      }),
      { numRuns: 40 },
    );
  });

  it('puts the easier of two equal steps first, then the upstream one', () => {
    const low = { ...line, liveCtr: 0.1, ctor: 0.025 };
    const far = potential({
      hours: 400,
      lives: 0,
      rates: { liveCtr: 0.05, ctor: 0.0125 },
      benchmark: low,
    });
    expect(order(far).slice(0, 2)).toContain('liveCtr');
    expect(order(far).indexOf('liveCtr')).toBeLessThan(order(far).indexOf('ctor'));
  });
});

describe('a missing input', () => {
  it('takes findings with money away and never adds one', () => {
    const counts = ['impressions', 'views', 'productClicks', 'orders', 'gmv'];
    const paid = (one: PotentialCase) =>
      reportOf(one)
        .findings.filter(({ money: amount }) => amount !== undefined)
        .map(({ factor }) => factor);
    fc.assert(
      fc.property(weak, keeps, fc.subarray(counts, { minLength: 1 }), (id, kept, without) => {
        const rates = { [id]: usual[id] * kept };
        const before = paid({ rates });
        for (const factor of paid({ rates, without })) expect(before).toContain(factor);
      }),
      { numRuns: 25 },
    );
  });
});
