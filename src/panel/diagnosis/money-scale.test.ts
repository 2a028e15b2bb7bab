import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scaleEnd, shareOfScale } from './money-scale.ts';

it('ends at a round amount that holds every interval', () => {
  expect(scaleEnd([{ value: 264, low: 190, high: 350 }, { value: 63 }])).toBe(400);
  expect(scaleEnd([{ value: 687_000, low: 410_000, high: 1_000_000 }])).toBe(1_000_000);
  expect(scaleEnd([])).toBe(1);
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 1e9, noNaN: true }), (high) => {
      const end = scaleEnd([{ value: high / 2, low: 0, high }]);
      expect(shareOfScale(high, end)).toBeGreaterThan(0.6);
      expect(end).toBeGreaterThanOrEqual(high * (1 - 1e-9));
    }),
  );
});
