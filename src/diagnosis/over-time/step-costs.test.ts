import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unixSeconds } from '../../metrics/time.ts';
import { referenceFor } from '../benchmark/reference.ts';
import { diagnose } from '../diagnose.ts';
import { fixtureSession, pastLive, START, type Values } from '../factors/fixture.ts';
import { idInTime } from './records.fixture.ts';
import { type CostInput, type LiveCost, liveCost, stepCostsOf } from './step-costs.ts';

const usual = { impressions: 40_000, views: 1_600, productClicks: 480, orders: 24, gmv: 720 };
const history = Array.from({ length: 14 }, (_, day) =>
  pastLive(day + 1, {
    ...usual,
    orders: 22 + (day % 5),
    gmv: 700 + 10 * (day % 6),
    views: 1_550 + 20 * (day % 4),
  }),
);

function costOf(values: Values, phase: CostInput['phase'] = 'final'): LiveCost {
  const session = fixtureSession({ values, currency: 'USD' });
  const { startedAt = unixSeconds(START), ...room } = session.room;
  return liveCost({
    session: { ...session, room: { ...room, startedAt } },
    history,
    category: undefined,
    basis: 'attributed',
    currency: session.currency,
    phase,
  });
}

describe('what the steps cost a LIVE', () => {
  it('is the money of its first screen, times its hours', () => {
    const values = { ...usual, orders: 6, gmv: 180 };
    const session = fixtureSession({ values, currency: 'USD' });
    const { benchmark, target } = referenceFor({ versus: 'usual' }, session, history);
    const report = diagnose({ session, benchmark, history, options: { target } });
    const cost = costOf(values);
    if (cost.state !== 'told') throw new Error(`left out: ${cost.reason}`);
    expect(cost.hours).toBe(2);
    expect(report.verdict.steps.some(({ money }) => money !== undefined)).toBe(true);
    for (const { id, state, money } of report.verdict.steps) {
      const step = cost.steps.find((one) => one.id === id);
      expect(step?.state).toBe(state);
      expect(step?.cost?.value).toBe(money && money.value * 2);
      expect(step?.cost?.high).toBe(money?.high === undefined ? undefined : money.high * 2);
    }
  });

  it('isn’t told of a LIVE that runs, that lacks a step, or whose money is another', () => {
    expect(costOf(usual, 'running')).toMatchObject({ reason: 'running' });
    expect(costOf({ gmv: 720, orders: 24 })).toMatchObject({ reason: 'unknown' });
    const { gmv, ...rest } = usual;
    expect(costOf({ ...rest, directGmv: gmv })).toMatchObject({ reason: 'other-money' });
  });

  it('says whether the figures may still move', () => {
    expect(costOf(usual, 'provisional')).toMatchObject({ isProvisional: true });
    expect(costOf(usual)).toMatchObject({ isProvisional: false });
  });
});

const estimate = fc.tuple(fc.nat(1_000), fc.nat(500), fc.nat(500)).map(([value, below, above]) => ({
  value,
  low: Math.max(0, value - below),
  high: value + above,
}));

const toldOf = (cost: { value: number; low?: number; high?: number }, place = 0): LiveCost => ({
  room: idInTime(place),
  startedAt: unixSeconds(START + place),
  state: 'told',
  hours: 2,
  isProvisional: false,
  steps: [
    { id: 'ctor', metric: 'ctor', state: 'worth', cost },
    { id: 'aov', metric: 'aov', state: 'reached' },
    { id: 'liveCtr', metric: 'liveCtr', state: 'untold' },
  ],
});

describe('what a step cost over LIVEs', () => {
  const from = unixSeconds(START);
  const ctor = (lives: readonly LiveCost[]) => {
    const step = stepCostsOf(lives, from).steps.find(({ id }) => id === 'ctor');
    if (step === undefined) throw new Error('no CTOR');
    return step;
  };

  it('adds up, with an interval that holds it and is no wider than all ends together', () => {
    fc.assert(
      fc.property(fc.array(estimate, { minLength: 1, maxLength: 20 }), (costs) => {
        const { cost, costly } = ctor(costs.map(toldOf));
        const sum = (of: 'value' | 'low' | 'high') =>
          costs.reduce((whole, one) => whole + one[of], 0);
        const { value, low = Number.NaN, high = Number.NaN } = cost;
        expect(costly).toBe(costs.length);
        expect(value).toBe(sum('value'));
        expect(low).toBeLessThanOrEqual(value);
        expect(low).toBeGreaterThanOrEqual(sum('low') - 1e-6);
        expect(high).toBeGreaterThanOrEqual(value);
        expect(high).toBeLessThanOrEqual(sum('high') + 1e-6);
      }),
    );
  });

  it('of a single LIVE is that LIVE’s, with its interval', () => {
    const cost = { value: 40, low: 10, high: 90 };
    expect(ctor([toldOf(cost)]).cost).toEqual(cost);
  });

  it('has no interval where one of them has none', () => {
    expect(ctor([toldOf({ value: 40, low: 10, high: 90 }), toldOf({ value: 5 })]).cost).toEqual({
      value: 45,
    });
  });

  it('counts LIVEs, hours, and what is left out and why', () => {
    const out = {
      room: idInTime(7),
      startedAt: unixSeconds(START + 9),
      state: 'left-out',
    } as const;
    const costs = stepCostsOf(
      [
        toldOf({ value: 1 }),
        { ...out, reason: 'unknown' },
        { ...out, reason: 'unknown', startedAt: unixSeconds(START - 1) },
      ],
      from,
    );
    expect(costs).toMatchObject({ lives: 1, hours: 2, leftOut: { unknown: 1 } });
    expect(costs.most?.id).toBe('ctor');
    const of = (id: string) => costs.steps.find((step) => step.id === id);
    expect(of('aov')).toMatchObject({ costly: 0, told: 1, cost: { value: 0 } });
    expect(of('liveCtr')).toMatchObject({ costly: 0, told: 0 });
    expect(of('impressionsPerHour')).toMatchObject({ told: 0 });
  });
});
