import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Benchmark, PastLive } from '../../metrics/benchmark.ts';
import { money } from '../../metrics/money.ts';
import { seconds, unixSeconds } from '../../metrics/time.ts';
import { diagnose } from '../diagnose.ts';
import type { Factor } from '../factor.ts';
import { factors } from '../factors/index.ts';
import { bareLive, origin, scalar } from '../fixtures/captured.ts';
import { type Potential, type StepId, stepIds, type TargetChoice } from '../report.ts';
import { matchedLives } from './conditions.ts';

const START = 1_781_143_200;
const HOUR = 3600;

/** A LIVE by its length and its five steps; counts are whole. */
interface Steps {
  readonly hours: number;
  readonly rates: Readonly<Record<StepId, number>>;
}

const usual = {
  impressionsPerHour: 20_000,
  tapThroughRate: 0.05,
  liveCtr: 0.2,
  ctor: 0.05,
  aov: 30,
};
const line = { impressionsPerHour: 60_000, tapThroughRate: 0.09, liveCtr: 0.4, ctor: 0.1, aov: 60 };

function figuresOf({ hours, rates }: Steps, currency: string, rate: number) {
  const impressions = Math.round(rates.impressionsPerHour * hours);
  const views = Math.round(impressions * rates.tapThroughRate);
  const productClicks = Math.round(views * rates.liveCtr);
  const orders = Math.round(productClicks * rates.ctor);
  return {
    impressions: scalar(impressions),
    views: scalar(views),
    productClicks: scalar(productClicks),
    orders: scalar(orders),
    gmv: { money: money((orders * rates.aov * rate).toFixed(4), currency), origin },
  };
}

/** A shop's earlier LIVEs around its usual steps, each moved up and down by a fifth in turn. */
function earlier(lives: number, currency = 'USD', rate = 1): PastLive[] {
  return Array.from({ length: lives }, (_, place) => {
    const moved = Object.fromEntries(
      stepIds.map((id, step) => [id, usual[id] * Math.exp(0.2 * Math.sin(place * (step + 1.3)))]),
    );
    const startedAt = unixSeconds(START - (place + 1) * 20 * HOUR);
    return {
      startedAt,
      endedAt: unixSeconds(startedAt + 4 * HOUR),
      figures: figuresOf({ hours: 4, rates: { ...usual, ...moved } }, currency, rate),
    };
  });
}

interface Case {
  readonly hours?: number;
  readonly rates?: Partial<Record<StepId, number>>;
  readonly lives?: number;
  readonly currency?: string;
  readonly rate?: number;
  readonly target?: TargetChoice;
  readonly factors?: readonly Factor[];
  /** Figures of the LIVE that are taken away. */
  readonly without?: readonly string[];
  readonly benchmark?: Readonly<Record<StepId, number>>;
}

function reportOf(one: Case) {
  const { hours = 4, rates, lives = 14, currency = 'USD', rate = 1, target } = one;
  const all = Object.entries(figuresOf({ hours, rates: { ...usual, ...rates } }, currency, rate));
  const kept = all.filter(([id]) => one.without?.includes(id) !== true);
  const { currency: _, ...live } = bareLive(Object.fromEntries(kept));
  const { endedAt: __, ...room } = live.room;
  const benchmark: Benchmark = {
    basis: 'market',
    metrics: Object.fromEntries(
      stepIds.map((id) => [
        id,
        { kind: 'line', value: (one.benchmark ?? line)[id] * (id === 'aov' ? rate : 1) },
      ]),
    ),
  };
  return diagnose({
    session: {
      ...live,
      room: { ...room, startedAt: unixSeconds(START), duration: seconds(hours * HOUR) },
      origins: { figures: origin },
    },
    benchmark,
    history: earlier(lives, currency, rate),
    options: {
      ...(target === undefined ? {} : { target }),
      ...(one.factors === undefined ? {} : { factors: one.factors }),
    },
  });
}

function potential(one: Case): Potential {
  const found = reportOf({ factors: [], ...one }).potential;
  if (found === undefined) throw new Error('no potential');
  return found;
}

const stepOf = (found: Potential, id: StepId) => {
  const step = found.steps.find((other) => other.id === id);
  if (step === undefined) throw new Error(id);
  return step;
};
const order = (found: Potential): StepId[] => found.steps.map(({ id }) => id);
const weak = fc.constantFrom(...stepIds);
const keeps = fc.double({ min: 0.4, max: 1, noNaN: true });

describe('the potential of a LIVE', () => {
  it('puts the step that lost most first, with money, sureness and the chance to be first', () => {
    const found = potential({ rates: { liveCtr: 0.11 } });
    const [first] = found.steps;
    expect(first).toMatchObject({
      id: 'liveCtr',
      verdict: 'pull',
      target: { kind: 'own-p75', n: 14 },
    });
    expect(first?.sureness).toBeGreaterThan(0.99);
    expect(first?.topChance).toBeGreaterThan(0.95);
    // 20,000 · 5 % · 11 % · 5 % · 30 = 165 an hour; back to about 0.23 it would double.
    expect(found.yours.value).toBeGreaterThan(140);
    expect(first?.attain?.value).toBeGreaterThan(130);
    expect(first?.attain?.low).toBeLessThan(first?.attain?.value ?? 0);
    expect(first?.attain?.high).toBeGreaterThan(first?.attain?.value ?? 0);
  });

  it('is the same time after time, and differs by room only within the draws', () => {
    const one = { rates: { ctor: 0.03 } };
    expect(potential(one)).toEqual(potential(one));
  });

  it('gives one joint figure, above any single one and no sum', () => {
    const found = potential({ rates: { liveCtr: 0.1, tapThroughRate: 0.025 } });
    const pulled = found.steps.filter(({ verdict }) => verdict === 'pull');
    const singles = pulled.map(({ attain }) => attain?.value ?? 0);
    const sum = singles.reduce((total, one) => total + one, 0);
    expect(pulled.length).toBeGreaterThan(1);
    expect(found.joint?.value).toBeGreaterThan(Math.max(...singles));
    expect(Math.abs((found.joint?.value ?? 0) - sum)).toBeGreaterThan(0.1 * sum);
  });

  it('says nothing of a LIVE at its targets', () => {
    const better = Object.fromEntries(stepIds.map((id) => [id, usual[id] * 1.5]));
    const found = potential({ hours: 8, rates: better });
    expect(found.steps.map(({ verdict }) => verdict)).not.toContain('pull');
    expect(found).not.toHaveProperty('joint');
    expect(found.healthy).toBeGreaterThan(0.5);
  });

  it('asks for more counts where there are few, instead of guessing', () => {
    const better = Object.fromEntries(stepIds.map((id) => [id, usual[id] * 1.5]));
    const found = potential({ hours: 0.5, rates: { ...better, ctor: 0.04 } });
    expect(stepOf(found, 'ctor')).toMatchObject({
      verdict: 'unsure',
      needs: { key: 'report_needs_clicks', values: { count: { kind: 'count' } } },
    });
  });

  it('is not known where a step is not', () => {
    const { potential: none } = diagnose({
      session: bareLive({ views: scalar(10) }),
      benchmark: { basis: 'own', metrics: {} },
      history: [],
    });
    expect(none).toBeUndefined();
  });
});

describe('the target', () => {
  const targets = (one: Case) =>
    Object.fromEntries(potential(one).steps.map(({ id, target }) => [id, target]));

  it('is the lower of benchmark and own 75th percentile, named by its source', () => {
    const low = { ...line, ctor: 0.045 };
    expect(targets({ benchmark: low })).toMatchObject({
      ctor: { kind: 'benchmark', basis: 'market', value: 0.045 },
      liveCtr: { kind: 'own-p75', n: 14 },
    });
  });

  it('takes counting noise out of the own 75th percentile', () => {
    const value = targets({}).liveCtr?.value;
    // Fourteen LIVEs that swing by a factor of e^±0.2, 0.14 in standard deviation.
    expect(value).toBeGreaterThan(0.2);
    expect(value).toBeLessThan(0.245);
  });

  it('is the benchmark below three own LIVEs, and where the seller chose peers', () => {
    for (const one of [{ lives: 2 }, { target: { kind: 'peer' } as const }]) {
      expect(new Set(Object.values(targets(one)).map((target) => target?.kind))).toEqual(
        new Set(['benchmark']),
      );
    }
  });

  it("is the own best, or the seller's own figure where there is one", () => {
    const best = targets({ target: { kind: 'own-best' } });
    expect(best.ctor).toMatchObject({ kind: 'own-best', n: 14 });
    expect(best.ctor?.value).toBeGreaterThan(targets({}).ctor?.value ?? 0);
    const custom = targets({ target: { kind: 'custom', figures: { ctor: 0.07 } } });
    expect(custom.ctor).toEqual({ kind: 'custom', value: 0.07 });
    expect(custom.aov?.kind).toBe('own-p75');
  });

  it('rests on LIVEs of like length and time of day where a dozen are known, and says so', () => {
    const session = {
      ...bareLive({}),
      room: { ...bareLive({}).room, startedAt: unixSeconds(START) },
    };
    const room = { ...session.room, endedAt: unixSeconds(START + 4 * HOUR) };
    const at = (days: number, hours: number): PastLive => ({
      startedAt: unixSeconds(START - days * 24 * HOUR),
      endedAt: unixSeconds(START - days * 24 * HOUR + hours * HOUR),
      figures: {},
    });
    const daily = Array.from({ length: 30 }, (_, place) => at(place + 1, place % 2 === 0 ? 4 : 12));
    const matched = matchedLives({ ...session, room }, daily);
    expect(matched).toMatchObject({ conditions: 'length' });
    expect(matched.lives).toHaveLength(15);
    const weekdays = Array.from({ length: 28 }, (_, place) => at(place + 1, 4));
    expect(matchedLives({ ...session, room }, weekdays).conditions).toBe('length-and-time');
    expect(matchedLives({ ...session, room }, daily.slice(0, 8)).conditions).toBe('all');
  });
});

describe('the order of the steps', () => {
  it('does not change with the currency', () => {
    fc.assert(
      fc.property(weak, keeps, (id, kept) => {
        const rates = { [id]: usual[id] * kept };
        const dong = potential({ rates, currency: 'VND', rate: 25_000 });
        expect(order(dong)).toEqual(order(potential({ rates })));
      }),
      { numRuns: 20 },
    );
  });

  it('does not change with the length of the LIVE, where its counts are many', () => {
    fc.assert(
      fc.property(weak, fc.double({ min: 0.4, max: 0.7, noNaN: true }), (id, kept) => {
        const rates = { [id]: usual[id] * kept };
        const [first] = order(potential({ hours: 100, rates }));
        expect(order(potential({ hours: 300, rates }))[0]).toBe(first);
      }),
      { numRuns: 20 },
    );
  });

  it('does not change with the order of the factors', () => {
    const paid = (list: readonly Factor[]) =>
      reportOf({ rates: { liveCtr: 0.11, ctor: 0.03 }, factors: list })
        .findings.filter(({ money: amount }) => amount !== undefined)
        .map(({ factor }) => factor);
    expect(paid(factors).length).toBeGreaterThan(1);
    expect(paid([...factors].reverse())).toEqual(paid(factors));
  });

  it('never puts a step lower because it got worse', () => {
    fc.assert(
      fc.property(weak, weak, keeps, keeps, (id, other, kept, further) => {
        const rates = { [other]: usual[other] * 0.6 };
        const before = potential({ rates: { ...rates, [id]: usual[id] * kept } });
        const after = potential({ rates: { ...rates, [id]: usual[id] * kept * further } });
        expect(order(after).indexOf(id)).toBeLessThanOrEqual(order(before).indexOf(id));
      }),
      { numRuns: 40 },
    );
  });

  it('puts the easier of two equal steps first, then the upstream one', () => {
    const low = { ...line, liveCtr: 0.1, ctor: 0.025 };
    const far = potential({
      hours: 400,
      lives: 0,
      rates: { liveCtr: 0.05, ctor: 0.0125 },
      benchmark: low,
    });
    expect(order(far).slice(0, 2)).toContain('liveCtr');
    expect(order(far).indexOf('liveCtr')).toBeLessThan(order(far).indexOf('ctor'));
  });
});

describe('a missing input', () => {
  it('takes findings with money away and never adds one', () => {
    const counts = ['impressions', 'views', 'productClicks', 'orders', 'gmv'];
    const paid = (one: Case) =>
      reportOf(one)
        .findings.filter(({ money: amount }) => amount !== undefined)
        .map(({ factor }) => factor);
    fc.assert(
      fc.property(weak, keeps, fc.subarray(counts, { minLength: 1 }), (id, kept, without) => {
        const rates = { [id]: usual[id] * kept };
        const before = paid({ rates });
        for (const factor of paid({ rates, without })) expect(before).toContain(factor);
      }),
      { numRuns: 25 },
    );
  });
});
