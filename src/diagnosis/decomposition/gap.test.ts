import { describe, expect, it } from 'vitest';
import { type BenchmarkFigure, type Gap, type StepId, stepIds } from '../report.ts';
import { stepMetrics, usualKind } from './funnel-kind.ts';
import { gapOf } from './gap.ts';

const benchmark = [60000, 0.064, 0.135, 0.034, 24];

function gap(yours: readonly (number | undefined)[], target: readonly (number | undefined)[]): Gap {
  const known = stepIds.flatMap((id, place) => {
    const value = yours[place];
    return value === undefined ? [] : [[id, value] as const];
  });
  const targetOf = (id: StepId): BenchmarkFigure | undefined => {
    const value = target[stepIds.indexOf(id)];
    return value === undefined ? undefined : { value, basis: 'own', n: 9 };
  };
  const missing = stepIds.filter((_, place) => yours[place] === undefined);
  const funnel = { missing, kind: usualKind, metrics: stepMetrics(usualKind) };
  return gapOf({ ...funnel, steps: Object.fromEntries(known) }, targetOf, undefined);
}

const contributions = (found: Gap): readonly number[] =>
  found.state === 'split' ? found.steps.map(({ contribution }) => contribution) : [];

describe('the gap', () => {
  it('is split by LMDI over the steps in their order', () => {
    const found = gap([42000, 0.051, 0.118, 0.021, 27.5], benchmark);
    expect(found).toMatchObject({ state: 'split', method: 'lmdi' });
    expect(contributions(found).map((value) => value.toFixed(1))).toEqual([
      '92.9',
      '59.1',
      '35.0',
      '125.5',
      '-35.4',
    ]);
  });

  it('falls back to Shapley values where net refunds make an order worth less than nothing', () => {
    const found = gap([42000, 0.051, 0.118, 0.021, -3], benchmark);
    expect(found).toMatchObject({ state: 'split', method: 'shapley' });
    if (found.state !== 'split') throw new Error('no split');
    const sum = contributions(found).reduce((a, b) => a + b, 0);
    expect(sum).toBeCloseTo(found.benchmark - found.yours, 9);
  });

  it('takes a benchmark without orders as one, and puts what this LIVE made on that step', () => {
    const found = gap([42000, 0.051, 0.118, 0.021, 27.5], [60000, 0.064, 0.135, 0, undefined]);
    expect(found).toMatchObject({ state: 'split', benchmark: 0 });
    expect(contributions(found)[3]).toBeCloseTo(-145.96659, 9);
    expect(contributions(found).filter((value) => value !== 0)).toHaveLength(1);
  });

  it('names what is missing on each side in place of a split', () => {
    const found = gap([1, undefined, 0.1, 0.1, undefined], [1, 0.1, undefined, 0.1, 5]);
    expect(found).toEqual({
      state: 'missing',
      yours: ['tapThroughRate', 'aov'],
      benchmark: ['liveCtr'],
    });
  });
});
