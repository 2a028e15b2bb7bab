import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lmdi } from './lmdi.ts';
import { logMean, logRatio } from './log-mean.ts';
import { segmentedLmdi } from './segmented-lmdi.ts';
import { shapley } from './shapley.ts';

// Factors in the order impressions/h, tap-through rate, LIVE CTR, CTOR, AOV.
const seller = [42000, 0.051, 0.118, 0.021, 27.5];
const benchmark = [60000, 0.064, 0.135, 0.034, 24];
const product = (factors: readonly number[]): number => factors.reduce((a, b) => a * b, 1);
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const printed = (values: readonly number[] | undefined): string[] | undefined =>
  values?.map((value) => value.toFixed(6));
const order = (values: readonly number[]): number[] =>
  values.map((_, place) => place).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));

/** Five factors a side whose ratios differ enough for a ranking to be one. */
const sides = fc
  .tuple(
    fc.array(fc.double({ min: 1e-3, max: 1e4, noNaN: true }), { minLength: 5, maxLength: 5 }),
    fc.array(fc.integer({ min: -200, max: 200 }), { minLength: 5, maxLength: 5 }),
  )
  .map(([yours, steps]) => ({
    yours,
    target: yours.map((value, place) => value * 1.01 ** (steps[place] ?? 0)),
    steps,
  }));

describe('LMDI', () => {
  it('gives the worked vector', () => {
    expect(printed(lmdi(seller, benchmark))).toEqual([
      '92.869708',
      '59.120382',
      '35.044088',
      '125.459226',
      '-35.445594',
    ]);
    expect(logMean(product(benchmark), product(seller)).toFixed(6)).toBe('260.376315');
    expect(sum(lmdi(seller, benchmark) ?? [])).toBeCloseTo(277.04781, 9);
  });

  it('splits two equal ratios in halves', () => {
    for (const split of [lmdi([100, 2], [150, 3]), shapley([100, 2], [150, 3])]) {
      expect(split?.[0]).toBeCloseTo(125, 9);
      expect(split?.[1]).toBeCloseTo(125, 9);
    }
  });

  it('puts the whole gap on a step without orders', () => {
    const split = lmdi([42000, 0.051, 0.118, 0, 27.5], benchmark);
    expect(split?.map((value) => Number(value.toFixed(9)))).toEqual([0, 0, 0, 423.0144, 0]);
  });

  it.each([
    ['1: both yours are zero', [0, 2], [3, 2], [6, 0]],
    ['2: both benchmarks are zero', [3, 2], [0, 2], [-6, 0]],
    ['3: another factor makes yours zero', [2, 0], [3, 4], [0, 12]],
    ['4: another factor makes the benchmark zero', [2, 3], [4, 0], [0, -6]],
    ['5: both products zero by another factor', [2, 0], [3, 0], [0, 0]],
    ['6: zero on both sides', [0, 2], [0, 3], [0, 0]],
    ['7: both products zero, yours positive', [2, 0], [0, 0], [0, 0]],
    ['8: both products zero, the benchmark positive', [0, 0], [2, 0], [0, 0]],
  ])('takes the limit of zero case %s', (_, yours, target, split) => {
    expect(lmdi(yours, target)?.map((value) => value + 0)).toEqual(split);
  });

  it('puts the gap on the first of several zero steps once', () => {
    expect(lmdi([10, 0.5, 0, 0, 0], [10, 0.5, 0.2, 0.1, 30])).toEqual(
      [0, 0, 3, 0, 0].map((n) => n && expect.closeTo(n, 9)),
    );
  });

  it('is not defined for negative factors nor beyond the range of numbers', () => {
    expect(lmdi([1, -2], [1, 2])).toBeUndefined();
    expect(lmdi([1e200, 1e200], [1, 2])).toBeUndefined();
    expect(lmdi([1e-200, 1e-200], [1, 2])).toBeUndefined();
    expect(lmdi([1, Number.NaN], [1, 2])).toBeUndefined();
    expect(lmdi([1], [1, 2])).toBeUndefined();
  });

  it('has a logarithmic mean that keeps its digits where both sides almost meet', () => {
    expect(logMean(5, 5)).toBe(5);
    expect(logMean(1 + 1e-12, 1)).toBeCloseTo(1 + 5e-13, 15);
    expect(logRatio(8, 2)).toBeCloseTo(Math.log(4), 15);
  });
});

describe('Shapley values', () => {
  it('give the worked vectors', () => {
    expect(printed(shapley(seller, benchmark))).toEqual([
      '93.387104',
      '60.116896',
      '35.918970',
      '124.804539',
      '-37.179700',
    ]);
    const zero = shapley([42000, 0.051, 0.118, 0, 27.5], benchmark);
    expect(printed(zero)).toEqual([
      '59.363674',
      '38.800661',
      '23.430646',
      '326.411871',
      '-24.992451',
    ]);
    expect(sum(zero ?? [])).toBeCloseTo(423.0144, 9);
  });

  it('split a negative product', () => {
    const yours = [10, 0.5, 0.2, 0.1, -30];
    const split = shapley(yours, [10, 0.5, 0.2, 0.1, 30]);
    expect(sum(split ?? [])).toBeCloseTo(6, 9);
    expect(split?.[4]).toBeCloseTo(6, 9);
  });
});

describe('LMDI and Shapley values', () => {
  it('add up to the gap', () => {
    fc.assert(
      fc.property(sides, ({ yours, target }) => {
        const gap = product(target) - product(yours);
        const size = Math.max(product(target), product(yours));
        for (const split of [lmdi(yours, target), shapley(yours, target)]) {
          expect(Math.abs(sum(split ?? [Number.NaN]) - gap)).toBeLessThanOrEqual(1e-9 * size);
        }
      }),
    );
  });

  it('rank the levers as their ratios, solo uplifts and shortfalls do', () => {
    fc.assert(
      fc.property(
        sides.filter(({ steps }) => new Set(steps).size === steps.length),
        ({ yours, target, steps }) => {
          const ratios = yours.map((value, place) => (target[place] ?? value) / value);
          expect(order(lmdi(yours, target) ?? [])).toEqual(order(steps));
          expect(order(shapley(yours, target) ?? [])).toEqual(order(steps));
          expect(order(ratios.map((r) => product(yours) * (r - 1)))).toEqual(order(steps));
          expect(order(ratios.map((r) => 1 - 1 / r))).toEqual(order(steps));
        },
      ),
    );
  });

  it('do not depend on the order of the factors, and scale with the currency', () => {
    fc.assert(
      fc.property(sides, fc.double({ min: 1e-4, max: 1e5, noNaN: true }), (pair, scale) => {
        const { yours, target } = pair;
        const size = Math.max(product(target), product(yours));
        for (const split of [lmdi, shapley]) {
          const plain = split(yours, target) ?? [];
          const reversed = split([...yours].reverse(), [...target].reverse()) ?? [];
          const money = (factors: readonly number[]): number[] =>
            factors.map((value, place) => (place === 4 ? value * scale : value));
          const scaled = split(money(yours), money(target)) ?? [];
          plain.forEach((value, place) => {
            expect(Math.abs((reversed[4 - place] ?? Number.NaN) - value)).toBeLessThan(1e-9 * size);
            const inMoney = (scaled[place] ?? Number.NaN) / scale;
            expect(Math.abs(inMoney - value)).toBeLessThan(1e-9 * size);
          });
        }
      }),
    );
  });

  it('agree that joint uplift is not the sum of solo uplifts', () => {
    const lagging = [0, 1, 2, 3];
    const ratio = (place: number): number => (benchmark[place] ?? 1) / (seller[place] ?? 1);
    const joint = product(seller) * (product(lagging.map(ratio)) - 1);
    const solo = sum(lagging.map((place) => product(seller) * (ratio(place) - 1)));
    expect([joint.toFixed(6), solo.toFixed(6)]).toEqual(['338.737410', '211.153635']);
  });
});

describe('segmented LMDI', () => {
  it('adds up to the gap of the whole and tells mix from rates', () => {
    // Views by source × CTR: the rates stand still, the mix moves to the colder source.
    const split = segmentedLmdi([
      { yours: [200, 0.3], benchmark: [800, 0.3] },
      { yours: [800, 0.1], benchmark: [200, 0.1] },
    ]);
    expect(split?.[0]).toBeCloseTo(260 - 140, 9);
    expect(split?.[1]).toBeCloseTo(0, 9);
  });

  it('takes a source that is there on one side only', () => {
    const split = segmentedLmdi([
      { yours: [0, 0], benchmark: [100, 0.2] },
      { yours: [100, 0.1], benchmark: [100, 0.1] },
    ]);
    expect(sum(split ?? [])).toBeCloseTo(20, 9);
  });

  it('is not defined without parts or with a negative one', () => {
    expect(segmentedLmdi([])).toBeUndefined();
    expect(segmentedLmdi([{ yours: [1, -1], benchmark: [1, 1] }])).toBeUndefined();
  });
});
