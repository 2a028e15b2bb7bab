import { describe, expect, it } from 'vitest';
import { randomOf } from '../statistics/random.ts';
import { ownLevel } from '../uncertainty/own-level.ts';
import type { Tally } from '../uncertainty/tally.ts';
import { driftingLevel } from './drift.ts';
import { usualLevel } from './usual-level.ts';

const basket = (value: number): Tally => ({ form: 'mean', value, n: 400 });

/** The usual level after values in their order, and how likely it is that it stands still. */
function levelOf(values: readonly number[]) {
  const tallies = values.map(basket);
  const usual = usualLevel(tallies.toReversed(), undefined, 0.6, 0.2);
  const steady = ownLevel(tallies, 0.6, undefined, 0.2);
  if (usual === undefined || steady === undefined) throw new Error('There is no level.');
  const { parts } = driftingLevel(tallies, 0.6, steady, 0.2);
  return { ...usual, still: parts.find(({ drift }) => drift === 0)?.chance ?? 0 };
}

/** Numbers around 0 with a standard deviation of about 1. */
function noise(seed: string, count: number): readonly number[] {
  const random = randomOf(seed);
  return Array.from(
    { length: count },
    () => Array.from({ length: 12 }, random).reduce((sum, one) => sum + one, 0) - 6,
  );
}

describe('a level that may drift', () => {
  it('is that of all LIVEs where they keep to one', () => {
    const values = noise('steady', 40).map((z) => 30 * Math.exp(0.2 * z));
    const tallies = values.map(basket);
    const steady = ownLevel(tallies, 0.6, undefined);
    const { centre, error, spread } = levelOf(values);
    expect(Math.abs(centre - (steady?.centre ?? 0))).toBeLessThan(0.03);
    expect(error / (steady?.error ?? 1)).toBeLessThan(1.6);
    expect(spread / (steady?.spread ?? 1)).toBeGreaterThan(0.85);
  });

  it('is that of the last LIVEs where it has moved, and no wider than they are', () => {
    const values = noise('moved', 30).map((z, place) => (place < 18 ? 20 : 40) * Math.exp(0.1 * z));
    const { centre, spread } = levelOf(values);
    expect(Math.exp(centre)).toBeGreaterThan(36);
    expect(Math.exp(centre)).toBeLessThan(44);
    const steady = ownLevel(values.map(basket), 0.6, undefined);
    expect(spread).toBeLessThan((steady?.spread ?? 0) * 0.75);
  });

  it('depends on the order of the LIVEs, and turns with them', () => {
    const rising = noise('rising', 24).map((z, place) => 20 * Math.exp(0.1 * z + place / 24));
    expect(levelOf(rising).centre).toBeGreaterThan(levelOf(rising.toReversed()).centre + 0.5);
  });

  it('moves with its unit: ten times the money is ten times the level', () => {
    const values = noise('unit', 15).map((z) => 25 * Math.exp(0.3 * z));
    const one = levelOf(values);
    const ten = levelOf(values.map((value) => 10 * value));
    expect(ten.centre - one.centre).toBeCloseTo(Math.log(10), 6);
    expect(ten.error).toBeCloseTo(one.error, 6);
    expect(ten.spread).toBeCloseTo(one.spread, 6);
  });
});
