import { describe, expect, it } from 'vitest';
import type { Versus } from '../metrics/versus.ts';
import { referenceFor } from './benchmark/reference.ts';
import { diagnose } from './diagnose.ts';
import { bareLive, capturedLive } from './fixtures/captured.ts';
import { reportOf } from './potential/potential.fixture.ts';
import type { LiveVerdict } from './report.ts';
import { stepIds } from './report.ts';

const captured = capturedLive();

function verdict(versus: Versus, targets = {}): LiveVerdict {
  const { benchmark, target } = referenceFor({ versus, targets }, captured, []);
  return diagnose({ session: captured, benchmark, history: [], options: { target } }).verdict;
}

const step = ({ steps }: LiveVerdict, id: string) => steps.find((one) => one.id === id);

describe('the verdict on the captured LIVE', () => {
  it('names one reference, and how far the LIVE lies from it', () => {
    const { versus, yours = 0, reference, difference } = verdict('usual');
    expect(versus).toBe('usual');
    expect(reference).toMatchObject({ versus: 'usual', n: 18 });
    expect(difference).toBeCloseTo(yours / (reference?.value ?? 0) - 1, 12);
  });

  it('has the five steps from the top, each with its target, and money where it is worth changing', () => {
    const { steps, first } = verdict('usual');
    expect(steps.map(({ id }) => id)).toEqual(stepIds);
    for (const { target, state, money } of steps) {
      expect(target?.kind).toBe('own-p75');
      expect(money !== undefined).toBe(state === 'worth' || state === 'unsure');
    }
    expect(
      first === undefined || steps.some(({ id, state }) => id === first && state === 'worth'),
    ).toBe(true);
  });

  it('shows the last twelve LIVEs with this one at the end', () => {
    const { lives, yours } = verdict('usual');
    expect(lives).toHaveLength(12);
    expect(lives.at(-1)).toMatchObject({ room: captured.room.id, value: yours });
    const starts = lives.map(({ startedAt }) => startedAt);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });

  it('is compared with what the seller chose, the own targets as their product once all are named', () => {
    expect(verdict('last').reference?.versus).toBe('last');
    expect(verdict('best').reference?.versus).toBe('best');
    const some = verdict('targets', { ctor: 0.05 });
    expect(some.reference?.versus).toBe('usual');
    expect(step(some, 'ctor')?.target).toEqual({ value: 0.05, kind: 'custom' });
    const all = {
      impressionsPerHour: 50_000,
      tapThroughRate: 0.1,
      liveCtr: 0.5,
      ctor: 0.1,
      aov: 100,
    };
    expect(verdict('targets', all).reference).toEqual({
      versus: 'targets',
      value: 50_000 * 0.1 * 0.5 * 0.1 * 100,
    });
  });
});

describe('the headline', () => {
  it('says what went wrong at a step that lies below what is usual', () => {
    const { first, headline, side } = reportOf({ rates: { ctor: 0.02 } }).verdict;
    expect([first, side, headline.key]).toEqual(['ctor', 'below', 'step_ctor_loss']);
  });

  it('says what could go better where the step went as usual', () => {
    const { verdict: told } = reportOf({ hours: 400, rates: { liveCtr: 0.19 } });
    const first = step(told, told.first ?? '');
    expect(first?.side).toBe('usual');
    expect(told.headline.key).toBe(`step_${told.first}_gain`);
  });

  it('finds no cause where nothing is known of the steps', () => {
    const benchmark = { basis: 'own', metrics: {} } as const;
    const { verdict: told } = diagnose({ session: bareLive({}), benchmark, history: [] });
    expect(told.headline.key).toBe('verdict_untold');
    expect(told.steps.every(({ state }) => state === 'untold')).toBe(true);
    expect(told.lives).toEqual([]);
  });
});

describe('the step to change first', () => {
  it('is the one with the most money, or the verdict says why not', () => {
    for (const id of stepIds) {
      for (const kept of [0.4, 0.6, 0.8]) {
        const rates = {
          ctor: 0.035,
          [id]: reportOf({}).verdict.steps.find((one) => one.id === id)?.yours ?? 0,
        };
        const { first, steps, whyNotLongest } = reportOf({
          rates: { ...rates, [id]: (rates[id] ?? 0) * kept },
        }).verdict;
        const most = steps.reduce((a, b) =>
          (b.money?.value ?? 0) > (a.money?.value ?? 0) ? b : a,
        );
        expect(first === most.id || first === undefined || whyNotLongest !== undefined).toBe(true);
      }
    }
  });
});
