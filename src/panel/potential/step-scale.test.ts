import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type StepId, type StepPotential, stepIds } from '../../diagnosis/report.ts';
import { scaleOf, typed, untyped } from './step-scale.ts';

function step(
  id: StepId,
  now: number,
  target?: number,
): Pick<StepPotential, 'id' | 'now' | 'target'> {
  const aim = target === undefined ? {} : { target: { value: target, kind: 'custom' } as const };
  return { id, now: { value: now }, ...aim };
}

describe('the scale of a step', () => {
  it('is percent for rates and ends at twice the higher of today and target', () => {
    expect(scaleOf(step('ctor', 0.07, 0.093))).toEqual({
      factor: 100,
      digits: 2,
      max: 18.6,
      stride: 0.1,
    });
    expect(scaleOf(step('impressionsPerHour', 15_000))).toMatchObject({ max: 30_000, stride: 200 });
  });

  it('always leads to the target and past it, in no more than two hundred strides', () => {
    const figure = fc.double({ min: 1e-4, max: 1e7, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...stepIds), figure, figure, (id, now, target) => {
        const { max, stride, factor } = scaleOf(step(id, now, target));
        expect(max).toBeGreaterThan(Math.max(now, target) * factor);
        expect(Math.round(max / stride)).toBeLessThanOrEqual(201);
      }),
    );
  });

  it('reads back what it writes, and nothing that is no figure', () => {
    const scale = scaleOf(step('liveCtr', 0.2445));
    expect(typed(0.244523, scale)).toBe('24.45');
    expect(untyped('24.45', scale.factor)).toBeCloseTo(0.2445, 10);
    for (const text of ['', ' ', '-1', 'many']) expect(untyped(text, 100)).toBeUndefined();
  });
});
