import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { START } from '../../factors/fixture.ts';
import { randomOf } from '../../statistics/random.ts';
import { poissonDraw } from '../fixture.ts';
import { fewOrdersOf } from './few-orders.ts';
import { evenly, quietRoom, type Rows } from './fixture.ts';
import { quietStretchesOf } from './quiet.ts';

/** Three hours; the half hour from 1:00 to 1:30. */
const INTERVALS = 36;
const HALF_HOUR = [12, 18] as const;
const from = START + 12 * 300;
const to = START + 18 * 300;

describe('a stretch with few orders', () => {
  it('is told from when to when, with the orders that were due in it and didn’t come', () => {
    // After the opening 27 intervals of 4 make 108 orders in 8,100 s: 24 are due in half an hour, none came.
    const orders = evenly(INTERVALS, 4, HALF_HOUR, 0);
    const [found, ...others] = fewOrdersOf(quietRoom({ orders })) ?? [];
    expect(others).toEqual([]);
    expect(found).toMatchObject({ from, to, orders: 0, missing: { series: 'orders', total: 108 } });
    const { value = 0, low = 0, high = 0 } = found?.missing.events ?? {};
    // 2 · (132 · ln(132 ÷ 108)) ÷ noise is far beyond the line, so that most of the 24 are told.
    expect(value).toBeGreaterThan(16);
    expect(value).toBeLessThan(24);
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(24);
    expect(high).toBeLessThan(24 * 1.25);
  });

  it('is told in money, at most what the LIVE’s level brings in that time, and by the time since the start', () => {
    const orders = evenly(INTERVALS, 4, HALF_HOUR, 0);
    const [stretch] = quietStretchesOf(quietRoom({ orders })) ?? [];
    expect(stretch?.missed?.value).toBeGreaterThan(16 * 20);
    expect(stretch?.missed?.value).toBeLessThanOrEqual(24 * 20);
    expect(stretch?.text).toMatchObject({
      key: 'course_quietOrders',
      values: { orders: { value: 1 } },
    });
    expect(stretch?.when).toMatchObject({
      values: {
        low: { phrase: { values: { value: { kind: 'into', seconds: 3600 } } } },
        high: { phrase: { values: { value: { kind: 'into', seconds: 5400 } } } },
      },
    });
  });

  it('is seen by GMV over time where orders have no times', () => {
    const gmv = evenly(INTERVALS, 80, HALF_HOUR, 0);
    expect(fewOrdersOf(quietRoom({ gmv }))).toMatchObject([{ from, to, orders: 0 }]);
  });

  const silentIn = (rows: Rows): number => (fewOrdersOf(quietRoom(rows)) ?? []).length;

  it('is none where as few people were in the room', () => {
    const orders = evenly(INTERVALS, 4, HALF_HOUR, 1);
    expect(silentIn({ orders })).toBe(1);
    expect(silentIn({ orders, viewers: evenly(INTERVALS, 40, HALF_HOUR, 10) })).toBe(0);
    expect(silentIn({ orders, viewers: evenly(INTERVALS, 40) })).toBe(1);
  });

  it('is none where the LIVE sold less from then on, nor in its opening', () => {
    expect(silentIn({ orders: evenly(INTERVALS, 8, [12, 36], 3) })).toBe(0);
    expect(silentIn({ orders: evenly(INTERVALS, 4, [0, 3], 0) })).toBe(0);
    expect(silentIn({ orders: evenly(INTERVALS, 4, [30, 36], 0) })).toBe(1);
  });

  it('can’t be told of a dozen orders or fewer, nor without any times', () => {
    expect(fewOrdersOf(quietRoom({ orders: [...evenly(30, 0), ...evenly(6, 1)] }))).toBeUndefined();
    expect(fewOrdersOf(quietRoom({ viewers: evenly(INTERVALS, 4) }))).toBeUndefined();
  });

  it('has an interval that covers the truth in most simulated LIVEs where it is found', () => {
    const missed = Array.from({ length: 200 }, (_, room) => {
      const random = randomOf(`covered ${room}`);
      const orders = evenly(INTERVALS, 5, HALF_HOUR, 1).map((often) => poissonDraw(random, often));
      return (fewOrdersOf(quietRoom({ orders })) ?? [])
        .filter((one) => one.from < to && one.to > from)
        .map(({ missing }) => missing.events);
    });
    const found = missed.flatMap(([first]) => (first === undefined ? [] : [first]));
    expect(found.length).toBeGreaterThan(120);
    const covered = found.filter(({ low, high }) => low <= 24 && 24 <= high);
    expect(covered.length / found.length).toBeGreaterThanOrEqual(0.85);
    // The quietest of many windows looks quieter than it was: the figure doesn't follow.
    const mean = found.reduce((sum, { value }) => sum + value, 0) / found.length;
    expect(mean).toBeLessThan(24);
    expect(mean).toBeGreaterThan(14);
  });

  it('holds no more than was due, and no figure that is not a number, whatever came', () => {
    const row = fc.array(fc.nat(30), { minLength: 6, maxLength: 40 });
    fc.assert(
      fc.property(row, row, (orders, viewers) => {
        for (const found of fewOrdersOf(quietRoom({ orders, viewers })) ?? []) {
          const { value, low, high } = found.missing.events;
          expect([found.gain, value, low, high].every(Number.isFinite)).toBe(true);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(value).toBeGreaterThan(0);
          const level = orders.slice(3).reduce((sum, one) => sum + one, 0);
          expect(value).toBeLessThanOrEqual(level);
          expect(found.orders).toBeLessThanOrEqual(2 / 3);
        }
      }),
    );
  });
});
