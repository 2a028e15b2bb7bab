import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unixSeconds } from '../../metrics/time.ts';
import { laneShape } from './lane-shape.ts';

const box = { from: 0, to: 100, low: 0, high: 10, width: 1000, height: 20 };
const sample = (from: number, to: number, value: number) => ({
  from: unixSeconds(from),
  to: unixSeconds(to),
  value,
});

describe('the shape of a lane', () => {
  it('is a step for each measure', () => {
    expect(laneShape([[sample(0, 50, 5), sample(50, 100, 10)]], box)).toBe(
      'M0.0 20V10.0H500.0V0.0H1000.0V20Z',
    );
  });

  it('is open between runs', () => {
    expect(laneShape([[sample(0, 10, 5)], [sample(50, 60, 5)]], box)).toBe(
      'M0.0 20V10.0H100.0V20ZM500.0 20V10.0H600.0V20Z',
    );
    expect(laneShape([], box)).toBe('');
  });

  it('stays within its box', () => {
    const any = fc.tuple(fc.integer({ min: -50, max: 150 }), fc.integer({ min: -99, max: 99 }));
    fc.assert(
      fc.property(fc.array(any), (rows) => {
        const samples = rows
          .toSorted(([a], [b]) => a - b)
          .map(([from, value]) => sample(from, from + 5, value));
        const path = laneShape([samples, samples], box);
        const across = [...path.matchAll(/[MH](-?[\d.]+)/g)].map(([, at]) => Number(at));
        const up = [...path.matchAll(/V(-?[\d.]+)/g)].map(([, at]) => Number(at));
        expect(across.every((at) => at >= 0 && at <= 1000)).toBe(true);
        expect(up.every((at) => at >= 0 && at <= 20)).toBe(true);
      }),
    );
  });
});
