import { describe, expect, it } from 'vitest';
import { unixSeconds } from '../../metrics/time.ts';
import { bareLive, capturedLive, dong, scalar } from '../fixtures/captured.ts';
import { dispersionOf } from './dispersion.ts';
import { ownLevel } from './own-level.ts';
import { posteriorOf } from './posterior.ts';
import { siteOf, type Tally, tallyOf } from './tally.ts';

const share = (k: number, n: number): Tally => ({ form: 'share', k, n });
const START = 1_781_143_200;

/** A LIVE whose taps and views are known by five minutes. */
function trending(taps: readonly number[], views: readonly number[]) {
  const series = (metric: 'productClicks' | 'views', values: readonly number[]) => ({
    metric,
    kind: 'amount' as const,
    points: values.map((value, place): [ReturnType<typeof unixSeconds>, number] => [
      unixSeconds(START + place * 300),
      value,
    ]),
  });
  const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
  const live = bareLive({ productClicks: scalar(sum(taps)), views: scalar(sum(views)) });
  const { timeline } = capturedLive();
  if (timeline === undefined) throw new Error('no timeline');
  return {
    ...live,
    timeline: { ...timeline, series: [series('productClicks', taps), series('views', views)] },
  };
}

/** Mean and standard deviation of draws. */
function moments(draws: Float64Array | undefined) {
  const values = [...(draws ?? [])];
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  const square = values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / values.length;
  return { mean, sd: Math.sqrt(square) };
}

describe('what is counted of a step', () => {
  it('has the noise of the delta method', () => {
    const { variance } = siteOf(share(19, 900), Math.log(19 / 900), 1);
    expect(Math.sqrt(variance)).toBeCloseTo(0.226981206, 9);
  });

  it('takes taps that outnumber views as events', () => {
    const figures = { productClicks: scalar(40), views: scalar(10) };
    expect(tallyOf('liveCtr', figures, 2)).toEqual({ form: 'pace', k: 40, n: 10 });
  });

  it('is nothing where a count is missing, negative, or can be none', () => {
    expect(tallyOf('ctor', { orders: scalar(3) }, 2)).toBeUndefined();
    expect(tallyOf('ctor', { orders: scalar(-3), productClicks: scalar(9) }, 2)).toBeUndefined();
    expect(tallyOf('ctor', { orders: scalar(0), productClicks: scalar(0) }, 2)).toBeUndefined();
    expect(tallyOf('aov', { orders: scalar(3), gmv: dong('-5') }, 2)).toBeUndefined();
    expect(tallyOf('impressionsPerHour', { impressions: scalar(9) }, undefined)).toBeUndefined();
  });
});

describe('over-dispersion', () => {
  const views = [100, 100, 100, 100, 100, 100, 100, 100];

  it("is Pearson's χ² by degrees of freedom over the intervals", () => {
    const taps = [10, 30, 10, 30, 10, 30, 10, 30];
    // (10 off 20)² ÷ (100 · 0.2 · 0.8) in each of eight, over seven degrees.
    expect(dispersionOf('liveCtr', trending(taps, views))).toBeCloseTo((8 * (100 / 16)) / 7, 9);
  });

  it('is never below plain counting', () => {
    const taps = [20, 20, 20, 20, 20, 20, 20, 20];
    expect(dispersionOf('liveCtr', trending(taps, views))).toBe(1);
  });

  it('is unknown without the trend of both counts, or where they do not add up', () => {
    expect(dispersionOf('ctor', trending([1], views))).toBeUndefined();
    const live = trending([20, 20, 20, 20, 20, 20, 20, 20], views);
    const other = { ...live, figures: { ...live.figures, views: scalar(1000) } };
    expect(dispersionOf('liveCtr', other)).toBeUndefined();
  });
});

describe("the account's own level", () => {
  const rates = [0.06, 0.08, 0.1, 0.12, 0.18, 0.24];

  it('takes counting noise out of the spread between LIVEs', () => {
    const many = ownLevel(
      rates.map((rate) => share(rate * 1e6, 1e6)),
      1,
      undefined,
    );
    const few = ownLevel(
      rates.map((rate) => share(rate * 50, 50)),
      1,
      undefined,
    );
    expect(many?.spread).toBeGreaterThan(few?.spread ?? Number.NaN);
    expect(Math.exp(many?.centre ?? 0)).toBeCloseTo(0.1164, 3);
    expect(many?.error).toBeLessThan(few?.error ?? Number.NaN);
  });

  it('leans on the benchmark below five LIVEs, and says so', () => {
    const one = [share(100, 1000)];
    expect(ownLevel(one, 1, 0.2)).toMatchObject({ rests: 'benchmark', lives: 1 });
    expect(Math.exp(ownLevel(one, 1, 0.2)?.centre ?? 0)).toBeGreaterThan(0.105);
    expect(ownLevel([], 1, 0.2)).toMatchObject({ rests: 'benchmark', centre: Math.log(0.2) });
    expect(ownLevel([], 1, undefined)).toBeUndefined();
    const six = rates.map((rate) => share(rate * 1000, 1000));
    expect(ownLevel(six, 1, 0.9)).toEqual(ownLevel(six, 1, undefined));
    expect(ownLevel(six, 1, 0.9)?.rests).toBe('own');
  });
});

describe('the posterior of a step', () => {
  const usual = ownLevel(
    [11, 12, 13, 11, 12, 13, 12].map((k) => share(k * 1000, 100_000)),
    1,
    undefined,
  );

  it('without a level is that of the counts alone', () => {
    const { mean, sd } = moments(posteriorOf(share(190, 9000), 1, undefined));
    expect(mean).toBeCloseTo(Math.log(190 / 9000), 2);
    expect(sd).toBeCloseTo(Math.sqrt((1 - 190 / 9000) / 190), 2);
  });

  it('lies around the pace that was counted, however short the LIVE', () => {
    for (const hours of [0.5, 1.6, 4, 12]) {
      const k = Math.round(20_720 * hours);
      const { mean, sd } = moments(posteriorOf({ form: 'pace', k, n: hours }, 33, undefined));
      expect(Math.abs(mean - Math.log(20_720))).toBeLessThan(sd / 2);
      expect(sd).toBeCloseTo(Math.sqrt(33 / k), 3);
    }
  });

  it('widens by the root of the over-dispersion', () => {
    const plain = moments(posteriorOf(share(1900, 90_000), 1, undefined)).sd;
    expect(moments(posteriorOf(share(1900, 90_000), 4, undefined)).sd / plain).toBeCloseTo(2, 1);
  });

  it('draws few counts to the usual level, and leaves many where they are', () => {
    const at = (k: number, n: number): number =>
      Math.exp(moments(posteriorOf(share(k, n), 1, usual)).mean);
    expect(at(1, 20)).toBeGreaterThan(0.09);
    expect(at(5000, 100_000)).toBeCloseTo(0.05, 3);
  });

  it('follows counts that no level would have expected', () => {
    const { mean } = moments(posteriorOf(share(90_000, 100_000), 1, usual));
    expect(Math.exp(mean)).toBeCloseTo(0.9, 2);
  });

  it('stays a number without any event, and is the level without counts', () => {
    const none = posteriorOf(share(0, 50), 1, usual);
    expect([...(none ?? [])].every(Number.isFinite)).toBe(true);
    expect(Math.exp(moments(posteriorOf(undefined, 1, usual)).mean)).toBeCloseTo(0.11, 1);
    expect(posteriorOf(undefined, 1, undefined)).toBeUndefined();
  });

  it('rises', () => {
    const draws = [...(posteriorOf(share(11, 505), 1.3, usual) ?? [])];
    expect(draws).toEqual([...draws].sort((a, b) => a - b));
    expect(draws).toHaveLength(512);
  });
});
