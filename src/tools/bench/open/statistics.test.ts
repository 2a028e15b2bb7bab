import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairedRatioOf, timesSummary } from './statistics.ts';

const duration = fc.double({ min: 1, max: 10_000, noNaN: true });

describe('a summary of durations', () => {
  it('has the median in the middle, between the two middle ones when their number is even', () => {
    expect(timesSummary([30, 10, 20]).median).toBe(20);
    expect(timesSummary([40, 10, 20, 30]).median).toBe(25);
  });

  it('has the 95th percentile between the two samples around it', () => {
    const upTo101 = Array.from({ length: 101 }, (_, place) => place + 1);
    expect(timesSummary(upTo101).p95).toBe(96);
    expect(timesSummary([10, 20]).p95).toBeCloseTo(19.5, 9);
    expect(timesSummary([7]).p95).toBe(7);
  });

  it('keeps the samples in their order', () => {
    expect(timesSummary([3, 1, 2]).samples).toEqual([3, 1, 2]);
  });

  it('is refused when nothing was measured', () => {
    expect(() => timesSummary([])).toThrow('Nothing was measured.');
  });
});

describe('the ratio of two builds', () => {
  it('divides what was measured together, and not the medians', () => {
    // The medians are 200 and 200; in two of three pairs the first build took half as long.
    const { ratios, median } = pairedRatioOf([100, 200, 300], [200, 400, 150]);
    expect(ratios).toEqual([0.5, 0.5, 2]);
    expect(median).toBe(0.5);
  });

  it('tells the least and the most of all pairs', () => {
    expect(pairedRatioOf([90, 100, 130], [100, 100, 100])).toMatchObject({ least: 0.9, most: 1.3 });
  });

  it('is 1 with an interval around 1 for two builds that differ by noise alone', () => {
    const one = [100, 104, 98, 101, 99, 103, 97, 102, 100, 105];
    const { median, interval } = pairedRatioOf(one, [...one].reverse());
    expect(median).toBeCloseTo(1, 2);
    expect(interval.low).toBeLessThan(1);
    expect(interval.high).toBeGreaterThan(1);
  });

  it('has an interval that leaves 1 for a build that is slower in each pair', () => {
    const other = [100, 140, 90, 200, 110, 95, 160, 120];
    const { median, interval } = pairedRatioOf(
      other.map((ms, place) => ms * (1.2 + place / 100)),
      other,
    );
    expect(interval.low).toBeGreaterThan(1.19);
    expect(interval.low).toBeLessThanOrEqual(median);
    expect(interval.high).toBeGreaterThanOrEqual(median);
  });

  it('keeps its interval within the pairs, and the same one each time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(duration, duration), { minLength: 1, maxLength: 12 }),
        (all) => {
          const [one, other] = [all.map(([a]) => a), all.map(([, b]) => b)];
          const told = pairedRatioOf(one, other);
          expect(told.interval.low).toBeGreaterThanOrEqual(told.least);
          expect(told.interval.high).toBeLessThanOrEqual(told.most);
          expect(told.interval.low).toBeLessThanOrEqual(told.interval.high);
          expect(pairedRatioOf(one, other)).toEqual(told);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('is refused for lists that are no pairs, and for a duration of nothing', () => {
    expect(() => pairedRatioOf([1, 2], [1])).toThrow("2 measurements can't be paired with 1.");
    expect(() => pairedRatioOf([1], [0])).toThrow("1 ms can't be divided by 0 ms.");
    expect(() => pairedRatioOf([], [])).toThrow('Nothing was measured.');
  });
});
