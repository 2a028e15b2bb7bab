import { describe, expect, it } from 'vitest';
import type { PastLive } from '../../metrics/benchmark.ts';
import { unixSeconds } from '../../metrics/time.ts';
import { diagnose } from '../diagnose.ts';
import { bareLive, scalar } from '../fixtures/captured.ts';
import { stepIds } from '../report.ts';
import { matchedLives } from './conditions.ts';
import {
  HOUR,
  line,
  type PotentialCase,
  potential,
  START,
  stepOf,
  usual,
} from './potential.fixture.ts';

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
  const targets = (one: PotentialCase) =>
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

  it("is the seller's own figure where there is one", () => {
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
    const matched = matchedLives({ ...session, room }, daily, 4);
    expect(matched).toMatchObject({ conditions: 'length' });
    expect(matched.lives).toHaveLength(15);
    const weekdays = Array.from({ length: 28 }, (_, place) => at(place + 1, 4));
    expect(matchedLives({ ...session, room }, weekdays, 4).conditions).toBe('length-and-time');
    expect(matchedLives({ ...session, room }, daily.slice(0, 8), 4).conditions).toBe('all');
  });
});
