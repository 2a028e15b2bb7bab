import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RoomRecord } from '../../metrics/room-record.ts';
import { HOUR_SECONDS, seconds, unixSeconds, type Zone } from '../../metrics/time.ts';
import { calendarOf } from './calendar.ts';
import { livesInTime } from './live-in-time.ts';
import { idInTime, NOW_IN_TIME, ownRecord, START_IN_TIME } from './records.fixture.ts';
import { weekMapOf } from './week-map.ts';

const utc: Zone = { offset: seconds(0) };
const berlin: Zone = { offset: seconds(7_200), name: 'Europe/Berlin' };

const shopOf = (records: readonly RoomRecord[]) => {
  const [of] = records;
  if (of === undefined) throw new Error('no LIVE');
  const choices = { roomCategories: {}, productCategories: {}, ownLives: {} };
  return livesInTime(of, records, { choices, now: NOW_IN_TIME });
};

const anyShop = fc
  .array(
    fc.record({
      daysIn: fc.double({ min: 0, max: 200, noNaN: true }),
      hours: fc.double({ min: 0.1, max: 200, noNaN: true }),
      values: fc.oneof(fc.constant({}), fc.record({ gmv: fc.integer({ min: 0, max: 9_000 }) })),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((all) => shopOf(all.map((one, place) => ownRecord(place, one))));

describe('the calendar of LIVEs', () => {
  it('divides the money of a day by its hours, and leaves out what isn’t known whole', () => {
    const { days, best, uncounted } = calendarOf(
      shopOf([
        ownRecord(0, { hours: 1, values: { gmv: 100 } }),
        ownRecord(1, { daysIn: 0.2, hours: 3, values: { gmv: 500 } }),
        ownRecord(2, { daysIn: 0.4, hours: 2 }),
        ownRecord(3, { daysIn: 1, hours: 2, values: { gmv: 20 } }),
      ]),
      utc,
      undefined,
    );
    expect(days).toMatchObject([
      { date: '2026-06-01', hours: 6, perHour: 150, uncounted: 1 },
      { date: '2026-06-02', hours: 2, perHour: 10, uncounted: 0 },
    ]);
    expect(days[0]?.rooms).toEqual([idInTime(0), idInTime(1), idInTime(2)]);
    expect([best?.date, uncounted]).toEqual(['2026-06-01', 1]);
  });

  it('tells LIVEs that still run from those of which something isn’t known', () => {
    const shop = shopOf([
      ownRecord(0, { hours: 1, values: { gmv: 100 } }),
      ownRecord(1, { daysIn: 1, hours: 1 }),
      ownRecord(2, { daysIn: 299.98, values: { gmv: 5 }, room: { status: 'live' } }),
    ]);
    expect(calendarOf(shop, utc, undefined)).toMatchObject({ running: 1, uncounted: 1 });
    expect(weekMapOf(shop, utc, undefined)).toMatchObject({ running: 1, untimed: 0, lives: 2 });
  });

  it('counts a LIVE over midnight on the day of its start by the shop’s clock', () => {
    const shop = shopOf([ownRecord(0, { daysIn: 0.45, hours: 4, values: { gmv: 10 } })]);
    expect(calendarOf(shop, utc, undefined).days.map(({ date }) => date)).toEqual(['2026-06-01']);
    expect(calendarOf(shop, berlin, undefined).days.map(({ date }) => date)).toEqual([
      '2026-06-02',
    ]);
  });

  it('goes by a LIVE’s own clock where the shop’s zone has no name and was set since', () => {
    const offsets = [7_200, 3_600].map((offset, place) =>
      ownRecord(place, {
        daysIn: 7 * place + 0.4375,
        hours: 1,
        values: { gmv: 10 },
        room: { zone: { offset: seconds(offset) } },
      }),
    );
    const shop = shopOf(offsets);
    // 22:30 UTC: half past midnight in summer, half past eleven the evening before in winter.
    expect(calendarOf(shop, utc, undefined).days.map(({ date }) => date)).toEqual([
      '2026-06-02',
      '2026-06-08',
    ]);
    expect(
      weekMapOf(shop, utc, undefined).cells.map(({ weekday, hour }) => [weekday, hour]),
    ).toEqual([
      [1, 23],
      [2, 0],
      [2, 1],
    ]);
  });

  it('loses no LIVE and no hour, and colours by fifths in the order of what days paid', () => {
    fc.assert(
      fc.property(anyShop, (shop) => {
        const { days } = calendarOf(shop, berlin, undefined);
        expect(days.flatMap(({ rooms }) => rooms)).toHaveLength(shop.lives.length);
        for (const one of days) {
          expect(one.fifth === undefined).toBe(one.perHour === undefined);
          for (const other of days) {
            if ((one.perHour ?? 0) < (other.perHour ?? 0) && one.fifth !== undefined) {
              expect(one.fifth).toBeLessThanOrEqual(other.fifth ?? 4);
            }
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('lies in whole weeks from Monday on, newest first, none left out', () => {
    const shop = shopOf([ownRecord(0, { daysIn: 6 }), ownRecord(1, { daysIn: 14 })]);
    const { weeks } = calendarOf(shop, utc, undefined);
    expect(weeks.map(([monday]) => monday?.date)).toEqual([
      '2026-06-15',
      '2026-06-08',
      '2026-06-01',
    ]);
    expect(weeks.map((week) => week.flatMap(({ lives }) => lives?.rooms.length ?? []))).toEqual([
      [1],
      [],
      [1],
    ]);
    expect(weeks[2]?.[6]?.date).toBe('2026-06-07');
    expect(weeks.flat()).toHaveLength(21);
  });
});

describe('the hours of the week', () => {
  it('share a LIVE’s money by its time in each, and say how many LIVEs and hours', () => {
    const { cells, lives } = weekMapOf(
      shopOf([
        ownRecord(0, { hours: 2, values: { gmv: 200 } }),
        ownRecord(1, { daysIn: 7 + 0.5 / 24, hours: 1, values: { gmv: 400 } }),
        ownRecord(2, { daysIn: 14, hours: 1 }),
      ]),
      utc,
      undefined,
    );
    // Monday 12:00 to 13:00: an hour at 100, half an hour at 400, an hour of which no money is known.
    expect(cells).toMatchObject([
      { weekday: 1, hour: 12, lives: 3, paid: 2, hours: 2.5, perHour: 200, isThin: true },
      { weekday: 1, hour: 13, lives: 2, paid: 2, hours: 1.5, perHour: 200 },
    ]);
    expect(lives).toBe(3);
  });

  it('go by the shop’s clock on both sides of a change of the clock', () => {
    // Oct 25, 2026: clocks in Berlin go from 3:00 back to 2:00 at 01:00 UTC.
    const startedAt = unixSeconds(Date.UTC(2026, 9, 24, 23) / 1000);
    const record = ownRecord(0, { values: { gmv: 400 } });
    const room = { ...record.room, startedAt, endedAt: unixSeconds(startedAt + 4 * HOUR_SECONDS) };
    const { cells } = weekMapOf(shopOf([{ ...record, room }]), berlin, undefined);
    expect(cells.map(({ weekday, hour, hours }) => [weekday, hour, hours])).toEqual([
      [0, 1, 1],
      [0, 2, 2],
      [0, 3, 1],
    ]);
    expect(cells.every(({ perHour, lives }) => perHour === 100 && lives === 1)).toBe(true);
  });

  it('hold all the time and all the money, whatever the clock does', () => {
    fc.assert(
      fc.property(anyShop, fc.constantFrom(utc, berlin), (shop, zone) => {
        const { cells } = weekMapOf(shop, zone, undefined);
        const all = shop.lives.reduce(
          (sum, { span }) => sum + (span === undefined ? 0 : span.to - span.from),
          0,
        );
        const shown = cells.reduce((sum, { hours }) => sum + hours * HOUR_SECONDS, 0);
        expect(Math.abs(shown - all)).toBeLessThan(1e-6 * Math.max(1, all));
        for (const { lives, paid, perHour } of cells) {
          expect(paid).toBeLessThanOrEqual(lives);
          expect(perHour === undefined).toBe(paid === 0);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('name the best of those with three LIVEs or more', () => {
    const shop = shopOf([
      ...[0, 1, 2].map((place) =>
        ownRecord(place, { daysIn: 7 * place, hours: 1, values: { gmv: 50 } }),
      ),
      ownRecord(9, { daysIn: 1, hours: 1, values: { gmv: 900 } }),
    ]);
    expect(weekMapOf(shop, utc, undefined)).toMatchObject({
      best: { weekday: 1, hour: 12, perHour: 50 },
      highest: 50,
    });
    const later = unixSeconds(START_IN_TIME + HOUR_SECONDS);
    expect(weekMapOf(shop, utc, later).best).toBeUndefined();
  });
});
