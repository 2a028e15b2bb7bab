import { describe, expect, it } from 'vitest';
import type { Session } from '../metrics/session.ts';
import { completeSession } from './complete-session.ts';
import { bareLive, capturedLive, scalar } from './fixtures/captured.ts';
import { funnelOf } from './funnel.ts';
import { gapOf } from './gap.ts';
import { type StepId, stepIds } from './report.ts';
import { moneyOfStep, noiseOf, type SplitGap, shortfallOf, surenessOf } from './uncertainty.ts';

// The worked case: two hours, 84,000 impressions, 4,284 views, 505 clicks, 11 orders.
const figures = {
  impressions: scalar(84000),
  views: scalar(4284),
  productClicks: scalar(505),
  orders: scalar(11),
};
const benchmark = [60000, 0.064, 0.135, 0.034, 24];
const session = completeSession({
  ...bareLive(figures),
  origins: { figures: scalar(0).origin },
});
const seller = [42000, 0.051, 0.118, 0.021, 27.5];

function gapBetween(yours: readonly number[], target: readonly number[]): SplitGap {
  const steps = Object.fromEntries(stepIds.map((id, place) => [id, yours[place]]));
  const gap = gapOf(
    { steps, missing: [] },
    (id) => ({ value: target[stepIds.indexOf(id)] ?? Number.NaN, basis: 'market' }),
    undefined,
  );
  if (gap.state !== 'split') throw new Error('no split');
  return gap;
}

const gap = gapBetween(seller, benchmark);
const noise = { ...noiseOf(session), aov: 0.6 / Math.sqrt(11) };
const stepOf = (from: SplitGap, id: StepId) => {
  const step = from.steps.find((other) => other.id === id);
  if (step === undefined) throw new Error(id);
  return step;
};

/** A LIVE of the worked case's rates with so many times its length. */
function longer(times: number): Session {
  const scaled = Object.entries(figures).map(([id, { value }]) => [id, scalar(value * times)]);
  return completeSession({ ...session, figures: Object.fromEntries(scaled) });
}

describe('the noise of a LIVE', () => {
  it('is the delta method on the log scale', () => {
    const live = bareLive({ productClicks: scalar(900), orders: scalar(19) });
    expect(noiseOf(live).ctor).toBeCloseTo(0.226981206, 9);
    expect(Object.keys(noiseOf(live))).toEqual(['ctor']);
  });

  it("reads the variation of an order's value off the products sold", () => {
    const error = noiseOf(completeSession(capturedLive())).aov;
    expect(error).toBeGreaterThan(0.05);
    expect(error).toBeLessThan(0.3);
  });

  it('stays finite without orders and where viewers tap more than once', () => {
    const live = bareLive({ views: scalar(10), productClicks: scalar(40), orders: scalar(0) });
    expect(noiseOf(live)).toEqual({
      liveCtr: Math.sqrt(1 / 40),
      ctor: Math.sqrt((1 - 0.5 / 40) / 0.5),
    });
  });
});

describe('the money of a step', () => {
  it('lies close to the drawn intervals of the worked case', () => {
    const drawn: Partial<Record<StepId, readonly [number, number]>> = {
      impressionsPerHour: [75, 121],
      tapThroughRate: [46, 78],
      liveCtr: [18, 57],
    };
    for (const [id, [low, high]] of Object.entries(drawn)) {
      const step = gap.steps.find((other) => other.id === id);
      const money = step === undefined ? undefined : moneyOfStep(gap, step, noise);
      expect(Math.abs((money?.low ?? Number.NaN) - low)).toBeLessThan(6);
      expect(Math.abs((money?.high ?? Number.NaN) - high)).toBeLessThan(6);
    }
    const ctor = moneyOfStep(gap, stepOf(gap, 'ctor'), noise);
    expect(ctor.value).toBeCloseTo(125.459226, 6);
    expect((ctor.high ?? 0) - (ctor.low ?? 0)).toBeGreaterThan(190);
  });

  it('has an interval that shrinks with the counts', () => {
    const width = (times: number): number => {
      const { low, high } = moneyOfStep(gap, stepOf(gap, 'ctor'), noiseOf(longer(times)));
      return (high ?? Number.NaN) - (low ?? Number.NaN);
    };
    expect(width(4)).toBeCloseTo(width(1) / 2, 6);
  });

  it('has no interval where counts are unknown, or where GMV is zero', () => {
    expect(moneyOfStep(gap, stepOf(gap, 'ctor'), {})).toEqual({
      value: expect.closeTo(125.459, 3),
    });
    const none = gapBetween([42000, 0.051, 0.118, 0, 0], benchmark);
    const money = moneyOfStep(none, stepOf(none, 'ctor'), noise);
    expect(money).toEqual({ value: expect.closeTo(423.0144, 9) });
  });

  it('stays finite where this LIVE meets its benchmark', () => {
    const even = gapBetween(seller, seller);
    const { value, low, high } = moneyOfStep(even, stepOf(even, 'ctor'), noise);
    expect(value).toBe(0);
    expect(low).toBeCloseTo(-(high ?? Number.NaN), 9);
  });
});

describe('sureness', () => {
  it('is near the drawn probability of the worked case', () => {
    const sureness = surenessOf(stepOf(gap, 'ctor'), session.figures, noise);
    expect(sureness).toBeGreaterThan(0.9);
    expect(sureness).toBeLessThan(0.96);
    expect(surenessOf(stepOf(gap, 'aov'), session.figures, noise)).toBeLessThan(0.3);
    expect(surenessOf(stepOf(gap, 'ctor'), session.figures, {})).toBeUndefined();
  });
});

describe('the shortfall', () => {
  it('is what the sample-size formula asks for beyond what is there', () => {
    expect(shortfallOf(stepOf(gap, 'ctor'), session)).toEqual({ of: 'clicks', count: 540 });
    expect(shortfallOf(stepOf(gap, 'ctor'), longer(4))).toBeUndefined();
    expect(shortfallOf(stepOf(gap, 'impressionsPerHour'), session)).toBeUndefined();
    expect(shortfallOf(stepOf(gap, 'aov'), session)).toBeUndefined();
  });

  it('can be told of a LIVE without orders', () => {
    const funnel = funnelOf({ ...figures, orders: scalar(0) }, 2);
    const none = gapBetween(
      stepIds.map((id) => funnel.steps[id] ?? Number.NaN),
      benchmark,
    );
    const without = {
      ...session,
      figures: { ...figures, productClicks: scalar(20), orders: scalar(0) },
    };
    expect(shortfallOf(stepOf(none, 'ctor'), without)).toMatchObject({ of: 'clicks' });
  });
});
