import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeAxis } from './change-axis.ts';

describe('the axis of a change', () => {
  it('starts at zero, holds every range, and is read by round values', () => {
    const axis = changeAxis([
      { value: 0.068, low: 0.04, high: 0.1 },
      { value: 0.108, high: 0.142 },
    ]);
    expect(axis.low).toBe(0);
    expect(axis.high).toBeCloseTo(0.142 * 1.04);
    expect(axis.ticks.map((tick) => Number(tick.toFixed(6)))).toEqual([0, 0.05, 0.1]);
  });

  it('goes below zero for what can be lost', () => {
    const { low, ticks } = changeAxis([{ value: -3, low: -8, high: 4 }]);
    expect(low).toBeCloseTo(-8.32);
    expect(ticks).toEqual([-5, 0]);
  });

  it('is there where all is zero', () => {
    expect(changeAxis([{ value: 0 }])).toEqual({ low: 0, high: 1, ticks: [0] });
  });

  it('has two to five labels, whatever is shown', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (value) => {
        const { ticks } = changeAxis([{ value }]);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(5);
      }),
    );
  });
});
