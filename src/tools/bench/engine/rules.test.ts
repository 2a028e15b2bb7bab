import { describe, expect, it } from 'vitest';
import { firstWeakRule, labelRule } from './rules.ts';

/** The seller and the benchmark of the worked decomposition. */
const yours = {
  impressionsPerHour: 42_000,
  tapThroughRate: 0.051,
  liveCtr: 0.118,
  ctor: 0.021,
  aov: 27.5,
};
const benchmark = {
  impressionsPerHour: 60_000,
  tapThroughRate: 0.064,
  liveCtr: 0.135,
  ctor: 0.034,
  aov: 24,
};

describe('the label rule', () => {
  it('names the largest percentage below benchmark first, and nothing above it', () => {
    expect(labelRule(yours, benchmark)).toEqual([
      'ctor',
      'impressionsPerHour',
      'tapThroughRate',
      'liveCtr',
    ]);
    expect(labelRule(benchmark, benchmark)).toEqual([]);
  });

  it('takes no orders for the largest gap, and an unknown order value for none', () => {
    const { aov: _, ...rest } = { ...yours, ctor: 0 };
    expect(labelRule(rest, { ...benchmark, aov: 40 })[0]).toBe('ctor');
    expect(labelRule(rest, { ...benchmark, aov: 40 })).not.toContain('aov');
  });
});

describe('the rule of the first weak step', () => {
  it('names steps below benchmark from the top, whatever they are worth', () => {
    expect(firstWeakRule(yours, benchmark)).toEqual([
      'impressionsPerHour',
      'tapThroughRate',
      'liveCtr',
      'ctor',
    ]);
    expect(firstWeakRule({ ...yours, impressionsPerHour: 60_001 }, benchmark)[0]).toBe(
      'tapThroughRate',
    );
  });
});
