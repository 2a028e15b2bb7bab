import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stripScale } from './strip-scale.ts';

const positive = fc.double({ min: 0.001, max: 1e9, noNaN: true });

describe('the scale of a strip', () => {
  it('has nothing to show without anything to compare with', () => {
    expect(stripScale({})).toBeUndefined();
    expect(stripScale({ yours: 7 })).toBeUndefined();
  });

  it('puts equal values in the middle', () => {
    expect(stripScale({ yours: 7, benchmark: 7 })?.(7)).toBe(0.5);
  });

  it('puts figures that hardly differ beside each other where no range is known', () => {
    const scale = stripScale({ yours: 14.1, benchmark: 14.3 });
    const [yours = 0, benchmark = 0] = [scale?.(14.1), scale?.(14.3)];
    expect(benchmark - yours).toBeGreaterThan(0);
    expect(benchmark - yours).toBeLessThan(0.05);
    expect((yours + benchmark) / 2).toBeCloseTo(0.5, 9);
  });

  it('is as narrow as the range that is known', () => {
    const scale = stripScale({ yours: 97.4, benchmark: 97, usual: { low: 96, high: 98 } });
    expect(scale?.(98)).toBeCloseTo(0.94, 9);
  });

  it('keeps the order of its values, inside the strip', () => {
    fc.assert(
      fc.property(positive, positive, positive, (yours, benchmark, high) => {
        const scale = stripScale({ yours, benchmark, range: { low: 0, high } });
        const [a = 0, b = 0] = [scale?.(yours), scale?.(benchmark)];
        expect(a).toBeGreaterThanOrEqual(0);
        expect(a).toBeLessThanOrEqual(1);
        expect(Math.sign(a - b) * Math.sign(yours - benchmark)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('turns logarithmic when values span more than twelvefold', () => {
    const wide = stripScale({ yours: 1, benchmark: 10, range: { low: 1, high: 100 } });
    expect(wide?.(10)).toBeCloseTo(0.5, 9);
    const near = stripScale({ yours: 1, benchmark: 5.5, range: { low: 1, high: 10 } });
    expect(near?.(5.5)).toBeCloseTo(0.5, 9);
  });

  it('stays linear where a value is zero', () => {
    const scale = stripScale({ yours: 0, benchmark: 500, range: { low: 0, high: 1000 } });
    expect(scale?.(500)).toBeCloseTo(0.5, 9);
  });
});
