import { describe, expect, it } from 'vitest';
import type { Slot } from '../../diagnosis/pace/slots.ts';
import { heatsOf, movedInHeat } from './heat.ts';

const MEAN = 100;

/** A field with so many LIVEs that likely pay `value`, give or take a factor. */
const cell = (value: number, n: number, factor = 1.2): Slot => ({
  weekday: 1,
  fromHour: 8,
  toHour: 12,
  gmv: { n, likely: { value, low: value / factor, high: value * factor } },
});

describe('the colours of the times', () => {
  it('grow with the distance from the mean, by ratio and to both sides alike', () => {
    const [double, half, little] = heatsOf([cell(200, 4), cell(50, 4), cell(120, 4)], MEAN);
    expect(double).toMatchObject({ side: 'above', strength: 1 });
    expect(half).toMatchObject({ side: 'below', strength: 1 });
    expect(little?.strength).toBeCloseTo(Math.log(1.2) / Math.log(2), 9);
  });

  it('fade with fewer LIVEs, and are none without any', () => {
    const heats = heatsOf([cell(200, 8), cell(200, 1), cell(100, 0)], MEAN);
    expect(heats.map(({ weight }) => weight)).toEqual([0.8, 1 / 3, 0]);
    expect(heats[2]?.side).toBe('none');
  });

  it('are finite where every field pays the same', () => {
    for (const heat of heatsOf([cell(100, 3), cell(100, 2)], MEAN)) expect(heat.strength).toBe(0);
  });
});

describe('the arrow keys', () => {
  it('move by one field and stop at the edges', () => {
    expect(
      ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].map((key) => movedInHeat(8, key, 42)),
    ).toEqual([7, 9, 2, 14]);
    expect(movedInHeat(6, 'ArrowLeft', 42)).toBe(6);
    expect(movedInHeat(11, 'ArrowRight', 42)).toBe(11);
    expect(movedInHeat(3, 'ArrowUp', 42)).toBe(3);
    expect(movedInHeat(38, 'ArrowDown', 42)).toBe(38);
  });

  it('reach the ends of a day, and leave other keys alone', () => {
    expect([movedInHeat(8, 'Home', 42), movedInHeat(8, 'End', 42)]).toEqual([6, 11]);
    expect(movedInHeat(8, 'Tab', 42)).toBeUndefined();
  });
});
