import { describe, expect, it } from 'vitest';
import { assumptions } from './assumptions.ts';
import { runCell } from './cell.ts';
import { engineAdvice } from './engine.ts';
import { oraclePosterior } from './oracle.ts';
import { printAssumptions, printBench } from './print.ts';
import { drawRoom } from './room.ts';
import { productOfSteps, stepNames } from './steps.ts';
import { trueWorth } from './truth.ts';

const plan = {
  seed: 'test',
  hours: assumptions.longHours.value,
  lives: 12,
  rooms: 150,
  healthy: 80,
};

describe('a cell', () => {
  const result = runCell(plan);

  it('has no rule that beats the one who knows every prior', () => {
    const { oracle, ...rest } = result.scores;
    for (const { first, three } of Object.values(rest)) {
      const noise = 3 * Math.hypot(first.error, oracle.first.error);
      expect(oracle.first.mean + noise).toBeGreaterThan(first.mean);
      expect(oracle.three.mean + 3 * three.error).toBeGreaterThan(three.mean);
    }
    expect(oracle.first.mean).toBeGreaterThan(result.scores.firstWeak.first.mean);
  });

  it('holds the calm oracle to one false alarm in twenty healthy rooms', () => {
    const { alarms, silent } = result.scores.calmOracle;
    expect(alarms.n).toBe(80);
    expect(alarms.mean).toBeLessThanOrEqual(0.05);
    expect(silent.mean).toBeGreaterThan(0);
  });

  it('scores every room with something to gain, each kind of shop too', () => {
    for (const { first } of Object.values(result.scores)) expect(first.n).toBe(150);
    const kinds = Object.values(result.firstByProfile).map(({ label }) => label.n);
    expect(kinds.reduce((sum, n) => sum + n, 0)).toBe(150);
  });

  it('gives the same figures for the same seed', () => {
    const small = { ...plan, rooms: 15, healthy: 5 };
    expect(runCell(small)).toEqual(runCell(small));
    expect(runCell({ ...small, seed: 'other' })).not.toEqual(runCell(small));
  });

  it('is printed with every rule and every assumption', () => {
    const cell = { ...result, length: 'long', history: 'usual', lives: 12 };
    const spent = { median: 1, p99: 2 };
    const timing = { lives: 122, reports: 1, first: spent, again: spent };
    const text = printBench({ seed: 'test', rooms: 150, seconds: 1, cells: [cell], timing });
    expect(text).not.toMatch(/NaN|undefined/);
    expect(text).toMatch(/this engine +0\.\d{3} ±0\.\d{3}/);
    for (const name of Object.keys(assumptions)) expect(printAssumptions()).toContain(name);
  });
});

describe('the one who knows every prior', () => {
  it('holds the truth within the middle 90 % of what they think in about 90 % of rooms', () => {
    const held = Array.from({ length: 120 }, (_, place) => {
      const room = drawRoom(`calibration ${place}`, assumptions.shortHours.value, 12);
      const draws = oraclePosterior(room.observe());
      const all = draws.reduce((sum, { weight }) => sum + weight, 0);
      return stepNames.map((step) => {
        const below = draws
          .filter(({ truth }) => truth.rates[step] < room.truth.rates[step])
          .reduce((sum, { weight }) => sum + weight, 0);
        return below > 0.05 * all && below < 0.95 * all;
      });
    }).flat();
    const share = held.filter((within) => within).length / held.length;
    expect(share).toBeGreaterThan(0.84);
    expect(share).toBeLessThan(0.95);
  });
});

describe("the engine's advice", () => {
  it('names money that means what the bench takes it for', () => {
    const rooms = Array.from({ length: 40 }, (_, place) =>
      drawRoom(`large ${place}`, [12, 12], 12),
    );
    const off = rooms.flatMap((room) => {
      const observed = room.observe();
      return engineAdvice(observed).map(({ step, money, worth }) => {
        const real = trueWorth(room.truth, step, worth);
        return (money.value - real) / productOfSteps(room.truth.rates);
      });
    });
    expect(off.length).toBeGreaterThan(40);
    const mean = off.reduce((sum, error) => sum + error, 0) / off.length;
    expect(Math.abs(mean)).toBeLessThan(0.1);
  });
});
