import { describe, expect, it } from 'vitest';
import { captureOf } from './score.ts';
import { eachStep, stepNames } from './steps.ts';
import { bestFirst, gainsOf, isHealthy, jointGain, trueWorth } from './truth.ts';

/** The worked decomposition: seller against benchmark. */
const rates = {
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
const truth = { rates, targets: benchmark };

describe('what is attainable', () => {
  it('is each step by itself, nothing for a step above its target', () => {
    const gains = gainsOf(truth);
    expect(gains.ctor * 145.96659).toBeCloseTo(90.36027, 4);
    expect(gains.impressionsPerHour * 145.96659).toBeCloseTo(62.55711, 4);
    expect(gains.aov).toBe(0);
    expect(bestFirst(gains).slice(0, 2)).toEqual(['ctor', 'impressionsPerHour']);
  });

  it('is the joint effect for several steps', () => {
    const gains = gainsOf(truth);
    expect(jointGain(gains, stepNames) * 145.96659).toBeCloseTo(338.73741, 3);
    expect(jointGain(gains, ['ctor', 'ctor'])).toBeCloseTo(gains.ctor, 12);
  });

  it('is captured wholly by the best step, not at all by silence', () => {
    const gains = gainsOf(truth);
    expect(captureOf(gains, bestFirst(gains))).toEqual({ first: 1, three: 1 });
    expect(captureOf(gains, [])).toEqual({ first: 0, three: 0 });
    expect(captureOf(gains, ['impressionsPerHour']).first).toBeCloseTo(62.55711 / 90.36027, 6);
  });

  it('is next to nothing in a healthy room', () => {
    expect(isHealthy(gainsOf({ rates, targets: eachStep((step) => rates[step] * 1.019) }))).toBe(
      true,
    );
    expect(isHealthy(gainsOf({ rates, targets: { ...rates, aov: 27.5 * 1.03 } }))).toBe(false);
  });
});

describe('true money', () => {
  it('as a share of the gap is the worked one', () => {
    const worth = { kind: 'share-of-gap', benchmark } as const;
    const found = stepNames.map((step) => trueWorth(truth, step, worth));
    [92.869708, 59.120382, 35.044088, 125.459226, -35.445594].forEach((expected, place) => {
      expect(found[place]).toBeCloseTo(expected, 5);
    });
  });

  it('of a target is what returning to it pays', () => {
    expect(trueWorth(truth, 'ctor', { kind: 'attainable', target: 0.034 })).toBeCloseTo(
      90.36027,
      5,
    );
    expect(trueWorth(truth, 'aov', { kind: 'attainable', target: 24 })).toBe(0);
  });
});
