import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '../../metrics/money.ts';
import { unixSeconds } from '../../metrics/time.ts';
import { livesInTime } from './live-in-time.ts';
import { NOW_IN_TIME, ownRecord } from './records.fixture.ts';
import { hoursWithOneOnAir, shopsBeside } from './shops-beside.ts';

const span = (from: number, length: number) => ({
  from: unixSeconds(from * 3600),
  to: unixSeconds((from + length) * 3600),
});
const spans = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 12 }))
    .map(([from, length]) => span(from, length)),
  { maxLength: 20 },
);
const added = (all: readonly { from: number; to: number }[]) =>
  all.reduce((sum, { from, to }) => sum + (to - from) / 3600, 0);

describe('hours with a LIVE on air', () => {
  it('count once what lies over each other', () => {
    expect(hoursWithOneOnAir([span(0, 2), span(1, 2), span(10, 1)])).toBe(4);
    expect(hoursWithOneOnAir([])).toBe(0);
  });

  it('are never more than all added up, whatever their order, and as many where none overlap', () => {
    fc.assert(
      fc.property(spans, (all) => {
        const hours = hoursWithOneOnAir(all);
        expect(hours).toBeLessThanOrEqual(added(all));
        expect(hoursWithOneOnAir(all.toReversed())).toBe(hours);
        const apart = all.map((one, place) => span(place * 13, (one.to - one.from) / 3600));
        expect(hoursWithOneOnAir(apart)).toBe(added(apart));
      }),
    );
  });
});

describe('shops beside each other', () => {
  const values = { impressions: 1000, views: 100, gmv: 40, productClicks: 20, orders: 2 };
  const lives = [
    ownRecord(1, { values }),
    ownRecord(2, { daysIn: 1, hours: 4, values: { ...values, impressions: 8000, views: 200 } }),
  ];
  const made = (records: typeof lives) => {
    const [of] = records;
    if (of === undefined) throw new Error('no LIVE');
    return livesInTime(of, records, {
      choices: { ownLives: {}, roomCategories: {}, productCategories: {}, shopCategory: undefined },
      now: NOW_IN_TIME,
    });
  };

  it('have rates of summed figures, never of averaged rates', () => {
    const { shops } = shopsBeside([{ shop: 'us', lives: made(lives) }], undefined);
    expect(shops[0]?.hours).toBe(6);
    expect(shops[0]?.rates.tapThroughRate).toEqual({ value: 300 / 9000, lives: 2 });
    expect(shops[0]?.rates.impressionsPerHour?.value).toBe(9000 / 6);
    expect(shops[0]?.rates.gmvPerHour?.value).toBeCloseTo(80 / 6);
    expect(shops[0]?.rates.showGpm?.value).toBeCloseTo((80 / 9000) * 1000);
  });

  it('say which LIVEs have no part in it: of no known start, of no known end, and running', () => {
    const open = { endedAt: undefined };
    const records = [
      ...lives,
      ownRecord(3, { room: { ...open, startedAt: undefined } }),
      ownRecord(4, { room: { ...open, startedAt: undefined } }),
      ownRecord(5, { room: open }),
      ownRecord(6, { daysIn: 299.9, room: { ...open, status: 'live' } }),
    ];
    const [one] = shopsBeside([{ shop: 'us', lives: made(records) }], undefined).shops;
    expect(one).toMatchObject({ lives: 2, undated: 2, untimed: 1, running: 1 });
  });

  it('compare rates, and money only in one currency; hours of both at once count once', () => {
    const us = made(lives);
    const vnd = money('1000000', 'VND');
    const vn = {
      ...us,
      currency: vnd.currency,
      lives: us.lives.map((live) => {
        const { gmv } = live.figures;
        return gmv === undefined
          ? live
          : { ...live, figures: { ...live.figures, gmv: { ...gmv, money: vnd } } };
      }),
    };
    const { shops, hours, overlap } = shopsBeside(
      [
        { shop: 'us', lives: us },
        { shop: 'us too', lives: us },
        { shop: 'elsewhere', lives: vn },
      ],
      undefined,
    );
    expect(hours).toBe(6);
    expect(overlap).toBe(12);
    expect(shops[0]?.rates.tapThroughRate).not.toHaveProperty('difference');
    expect(shops[1]?.rates.gmvPerHour?.difference).toBeCloseTo(0);
    expect(shops[2]?.rates.tapThroughRate?.difference).toBeCloseTo(0);
    expect(shops[2]?.rates.gmvPerHour?.value).toBeCloseTo(2_000_000 / 6);
    expect(shops[2]?.rates.gmvPerHour).not.toHaveProperty('difference');
  });
});
