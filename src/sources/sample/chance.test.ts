import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unixMs, unixSeconds } from '../../metrics/time.ts';
import { hourOf, instantOn, shopDayOf, shopZoneAt, weekdayOf } from './calendar.ts';
import { binomial, multinomial, poisson, sample } from './draws.ts';
import { randomOf } from './random.ts';
import { type ScheduledSlot, slotOn } from './schedule.ts';

describe('the seeded generator', () => {
  it('repeats itself for the same words and not for others', () => {
    const first = (...words: (string | number)[]): number[] => {
      const random = randomOf(...words);
      return [random(), random(), random()];
    };
    expect(first(1, 'room', 3)).toEqual(first(1, 'room', 3));
    expect(first(1, 'room', 3)).not.toEqual(first(1, 'room', 4));
  });

  it('spreads evenly over 0 to 1', () => {
    const random = randomOf('even');
    const bins = new Array<number>(10).fill(0);
    for (let i = 0; i < 20_000; i++) {
      const bin = Math.floor(random() * 10);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    for (const count of bins) expect(Math.abs(count - 2_000)).toBeLessThan(200);
  });
});

describe('draws', () => {
  it.each([0.4, 7, 300])('have the mean they are given (%d)', (mean) => {
    const random = randomOf('mean', mean);
    let shown = 0;
    let hit = 0;
    for (let i = 0; i < 4_000; i++) {
      shown += poisson(random, mean);
      hit += binomial(random, 1_000, mean / 1_000);
    }
    const allowed = 5 * Math.sqrt(mean * 4_000);
    expect(Math.abs(shown - mean * 4_000)).toBeLessThan(allowed);
    expect(Math.abs(hit - mean * 4_000)).toBeLessThan(allowed);
  });

  it('never leave their bounds, and parts add up to the whole', () => {
    fc.assert(
      fc.property(
        fc.nat(5_000),
        fc.array(fc.double({ min: 0.001, max: 50, noNaN: true }), { minLength: 1, maxLength: 20 }),
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (total, weights, seed, chance) => {
          const random = randomOf(seed);
          const parts = multinomial(random, total, weights);
          expect(parts.every((part) => Number.isInteger(part) && part >= 0)).toBe(true);
          expect(parts.reduce((all, part) => all + part, 0)).toBe(total);
          const hit = binomial(random, total, chance);
          expect(hit >= 0 && hit <= total).toBe(true);
        },
      ),
    );
  });

  it('take a sample without repetition', () => {
    const drawn = sample(randomOf('sample'), [1, 2, 3, 4, 5], 3, (item) => item);
    expect(new Set(drawn).size).toBe(3);
  });
});

describe('the shop clock', () => {
  it('knows summer time', () => {
    expect(shopZoneAt(unixSeconds(Date.UTC(2026, 6, 1) / 1000)).offset).toBe(-7 * 3_600);
    expect(shopZoneAt(unixSeconds(Date.UTC(2026, 11, 1) / 1000)).offset).toBe(-8 * 3_600);
  });

  it('finds the instant of a time of day, on the days the clock changes too', () => {
    for (const date of [
      Date.UTC(2026, 2, 8, 20),
      Date.UTC(2026, 10, 1, 20),
      Date.UTC(2026, 4, 5, 20),
    ]) {
      const day = shopDayOf(unixMs(date));
      const at = instantOn(day, 9.5 * 3_600);
      expect(hourOf(at)).toBeCloseTo(9.5, 9);
      expect(shopDayOf(unixMs(at * 1000))).toBe(day);
    }
  });

  it('knows the weekday', () => {
    expect(weekdayOf(shopDayOf(unixMs(Date.UTC(2026, 10, 23, 20))))).toBe(0);
  });
});

describe('the schedule', () => {
  const first = shopDayOf(unixMs(Date.UTC(2025, 9, 1, 20)));
  const days = Array.from({ length: 600 }, (_, i) => ({
    day: first + i,
    slot: slotOn(1, first + i),
  }));
  const slots = days.flatMap(({ slot }): ScheduledSlot[] => (slot === undefined ? [] : [slot]));

  it('counts LIVEs without a hole', () => {
    for (const [i, slot] of slots.entries())
      expect(slot.ordinal).toBe((slots[0]?.ordinal ?? 0) + i);
  });

  it('has 59 LIVEs in the 89 days before any day, with all faults among them', () => {
    for (let i = 89; i < days.length; i++) {
      const window = days.slice(i - 89, i).flatMap(({ slot }) => slot ?? []);
      expect(window.length).toBeGreaterThanOrEqual(59);
      expect(new Set(window.slice(-59).flatMap(({ faults }) => faults)).size).toBe(9);
    }
  });

  it('runs no LIVE past 22:15 by the shop clock, none under 30 minutes', () => {
    for (const { startedAt, plannedEnd } of slots) {
      expect(hourOf(plannedEnd)).toBeLessThan(22.25);
      expect(hourOf(plannedEnd)).toBeGreaterThan(hourOf(startedAt));
      expect(plannedEnd - startedAt).toBeGreaterThanOrEqual(30 * 60);
    }
  });
});
