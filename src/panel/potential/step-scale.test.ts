import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type StepId, type StepPotential, stepIds } from '../../diagnosis/report.ts';
import { scaleOf, slideShare, slidTo } from './step-scale.ts';

function step(
  id: StepId,
  yours: number,
  target?: number,
): Pick<StepPotential, 'id' | 'yours' | 'target'> {
  const aim = target === undefined ? {} : { target: { value: target, kind: 'custom' } as const };
  return { id, yours, ...aim };
}

describe('the scale of a step', () => {
  it('is percent for rates, with the highest of own figure, target and usual at three quarters', () => {
    expect(scaleOf(step('ctor', 0.07, 0.09))).toEqual({
      factor: 100,
      digits: 2,
      max: 12,
      stride: 0.1,
    });
    expect(scaleOf(step('impressionsPerHour', 15_000))).toMatchObject({ max: 20_000, stride: 100 });
    const usual = { p25: 0.05, p50: 0.08, p75: 0.12, n: 9 };
    expect(slideShare(0.12, scaleOf(step('ctor', 0.07, 0.09), usual))).toBeCloseTo(0.75, 2);
  });

  it('always leads to the target and past it, in no more than two hundred strides', () => {
    const figure = fc.double({ min: 1e-4, max: 1e7, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...stepIds), figure, figure, (id, yours, target) => {
        const { max, stride, factor } = scaleOf(step(id, yours, target));
        expect(max).toBeGreaterThan(Math.max(yours, target) * factor);
        expect(Math.round(max / stride)).toBeLessThanOrEqual(201);
      }),
    );
  });

  it('stops at the target itself, which may lie between two strides', () => {
    const scale = scaleOf(step('ctor', 0.07, 0.0932));
    expect(slidTo(9.3, scale, 0.0932)).toBe(0.0932);
    expect(slidTo(9.4, scale, 0.0932)).toBeCloseTo(0.094, 10);
    expect(slidTo(9.3, scale, undefined)).toBeCloseTo(0.093, 10);
  });
});
