import { describe, expect, it } from 'vitest';
import { assumptions } from '../engine/assumptions.ts';
import { effects, looks, runOutcomeCell } from './cell.ts';
import { printOutcome } from './print.ts';
import { drawTrial } from './trial.ts';

const plan = {
  seed: 'test',
  hours: assumptions.longHours.value,
  lives: 12,
  trials: 60,
  shops: 'steady',
} as const;

describe('a cell of changes that were tried', () => {
  const result = runOutcomeCell(plan);

  it('tells more of larger changes, and of more LIVEs', () => {
    const better = (effect: number, look: number) =>
      result.effects[effect]?.told[look]?.better.mean ?? Number.NaN;
    expect(better(3, 0)).toBeGreaterThan(better(0, 0));
    expect(better(3, 4)).toBeGreaterThan(better(2, 4));
    expect(better(3, 4)).toBeGreaterThan(better(3, 0));
  });

  it('gives few verdicts where nothing was changed, while the naive rule gives many', () => {
    const [none] = result.effects;
    const first = none?.told[0];
    for (const share of [first?.better, first?.worse]) {
      expect(share?.mean).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / 60));
    }
    expect(none?.naive.mean).toBeGreaterThan(0.5);
  });

  it('is played alike for the same seed, and printed whole', () => {
    const small = { ...plan, trials: 3 };
    expect(runOutcomeCell(small)).toEqual(runOutcomeCell(small));
    const cell = { ...result, length: 'long', history: 'usual', lives: 12 };
    const text = printOutcome({
      seed: 'test',
      shops: 'steady',
      trials: 60,
      seconds: 1,
      cells: [cell],
    });
    expect(text).not.toMatch(/NaN|undefined/);
    for (const count of looks) expect(text).toContain(`after ${count}`);
    for (const effect of effects.slice(1)) {
      expect(text).toContain(`+${Math.round((effect - 1) * 100)} %`);
    }
  });
});

describe('a trial', () => {
  it('changes nothing but the step that looked worst', () => {
    const [none, some] = [1, 1.4].map((effect) =>
      drawTrial('twin', { hours: [10, 12], lives: 12, shops: 'steady' }, effect),
    );
    expect(none?.step).toBe(some?.step);
    expect(none?.before).toBe(some?.before);
    const moved = (some?.after ?? 0) / (none?.after ?? 1);
    expect(moved).toBeGreaterThan(1.2);
    expect(moved).toBeLessThan(1.65);
  });
});
