import { describe, expect, it } from 'vitest';
import type { Conditions, Finding, StepPotential } from '../../diagnosis/report.ts';
import { likelyLevel, stepBasis, stepCarriedBy } from './step-basis.ts';

const step: StepPotential = {
  id: 'ctor',
  metric: 'ctor',
  yours: 0.065,
  now: { value: 0.07, low: 0.06, high: 0.08 },
  target: { value: 0.093, kind: 'own-p75', n: 12 },
  prior: { rests: 'own', lives: 12 },
  verdict: 'pull',
};
const potential = {
  choice: 'attainable',
  conditions: 'length',
  yours: { value: 100 },
  steps: [step],
  healthy: 0,
} as const;
const finding: Finding = {
  factor: 'click-to-order',
  title: { key: 'metric_ctor_name' },
  lever: 'how-to-sell',
  group: 'interaction-conversion',
  step: 'ctor',
  state: 'gap',
  evidence: [],
  stretches: [],
};

describe('what a result rests on', () => {
  it('is told where a finding carries the step, not where it only explains it', () => {
    const row = {
      label: { key: 'metric_ctor_name' },
      yours: { key: 'factor_shared_cell' },
      target: { key: 'factor_shared_cell' },
    } as const;
    expect(stepCarriedBy({ ...finding, evidence: [row] }, potential)).toBe(step);
    expect(stepCarriedBy(finding, potential)).toBeUndefined();
    expect(stepCarriedBy({ ...finding, evidence: [row] }, undefined)).toBeUndefined();
  });

  it('names the own LIVEs and how they match, or the benchmark that stands in', () => {
    const keys = (
      rests: StepPotential['prior']['rests'],
      conditions: Conditions = potential.conditions,
    ) =>
      stepBasis(
        { ...step, prior: { rests, lives: 12 } },
        { potential: { ...potential, conditions } },
      ).map(({ key }) => key);
    expect(keys('own')).toEqual(['potential_target', 'potential_prior_own_length']);
    expect(keys('own', 'length-and-time')).toEqual([
      'potential_target',
      'potential_prior_own_lengthAndTime',
    ]);
    expect(keys('own', 'all')).toEqual(['potential_target', 'potential_prior_own']);
    expect(keys('benchmark')).toEqual(['potential_target', 'potential_prior_benchmark']);
    expect(keys('nothing')).toEqual(['potential_target', 'potential_prior_none']);
  });

  it('leaves chance out of the likely level, with its interval', () => {
    expect(likelyLevel(step, {})).toEqual({
      key: 'potential_now',
      values: {
        now: { kind: 'rate', value: 0.07 },
        low: { kind: 'rate', value: 0.06 },
        high: { kind: 'rate', value: 0.08 },
      },
    });
  });
});
