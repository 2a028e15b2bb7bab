import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { RegionSchema } from '../../../metrics/feed/category-slice.ts';
import { CurrencyCodeSchema } from '../../../metrics/money.ts';
import { seconds } from '../../../metrics/time.ts';
import type { SheetCell } from '../sheet.ts';
import { markOfColumn } from './column-mark.ts';
import { durationOf, lengthsOfColumn } from './duration.ts';
import { clockReading, dayOrderOf, instantOfCell } from './instant.ts';
import { moneyOfCell, numberOfAmount } from './money.ts';
import { countOf, decimalOf, markOf, shareOf, writtenNumber } from './number.ts';

/** A number read by the mark that it tells itself. */
function decimal(text: string): string | undefined {
  const written = writtenNumber(text);
  return decimalOf(text, (written && markOf(written)) ?? '.');
}

describe('a number as people write it', () => {
  it.each([
    ['30,329,959.79', '30329959.79'],
    ['1.686,71', '1686.71'],
    ['1 686,71', '1686.71'],
    ['2.607.080', '2607080'],
    ['0.5', '0.5'],
    ['0.125', '0.125'],
    ['0,006', '0.006'],
    ['9105152.031', '9105152.031'],
    ['1.21082485E8', '121082485'],
    ['1,6647603E7', '16647603'],
    ['-12.5', '-12.5'],
    ['007', '7'],
  ])('%s is %s, as itself tells', (text, number) => {
    expect(decimal(text)).toBe(number);
  });

  it('may be two numbers where a lone mark stands before three digits', () => {
    expect([decimalOf('1.234', '.'), decimalOf('1.234', ',')]).toEqual(['1.234', '1234']);
    expect([decimalOf('1,234', ','), decimalOf('1,234', '.')]).toEqual(['1.234', '1234']);
    for (const text of ['1.234', '12,345', '999.999']) expect(markOfColumn([text])).toBeUndefined();
  });

  it('is none where a cell holds something else', () => {
    for (const text of [
      '',
      '-',
      '--',
      'N/A',
      'abc',
      '1.2.',
      '12abc',
      '%',
      '1,23,4.5',
      '1.234,567.8',
      '1e999',
      '9'.repeat(400),
    ])
      expect([text, decimal(text)]).toEqual([text, undefined]);
    expect([null, undefined, Number.NaN, new Date()].map((c) => decimalOf(c, '.'))).toEqual(
      Array(4).fill(undefined),
    );
  });

  it('comes back from either way of writing it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.constantFrom('en', 'de', 'en-IN'),
        (n, locale) => {
          const text = (n / 100).toLocaleString(locale, { minimumFractionDigits: 2 });
          expect(Number(decimal(text))).toBe(n / 100);
        },
      ),
    );
  });

  it('counts with any thousands, and never a fraction', () => {
    const count = (cell: SheetCell) => countOf(cell, '.');
    expect(['1,234', '1,234,567', '12', '12.0', 7].map(count)).toEqual([1234, 1234567, 12, 12, 7]);
    expect(countOf('1.234', ',')).toBe(1234);
    expect(['1.5', '12,34', '', '-', 1.5, -3].map(count)).toEqual(Array(6).fill(undefined));
  });
});

describe('the mark of a column', () => {
  it('is told by one number that can be read in one way alone', () => {
    expect(markOfColumn(['1.234', '70391.700', '12'])).toBe('.');
    expect(markOfColumn(['1.234', '12,5'])).toBe(',');
    expect(markOfColumn(['1.234', '2.607.080'])).toBe(',');
    expect(markOfColumn(['0.125', '6.131'])).toBe('.');
  });

  it('is not told by what is no number', () => {
    for (const text of ['1.2.3,4', '1,2,3.4', '12.34.5'])
      expect(markOfColumn([text])).toBeUndefined();
    expect(markOfColumn(['1.2.3,4', '3.25'])).toBe('.');
  });

  it('is mixed where numbers contradict each other, and unknown where none tells', () => {
    expect(markOfColumn(['12,5', '12.5'])).toBe('mixed');
    expect(markOfColumn(['1.234', '5', 'none'])).toBeUndefined();
  });
});

describe('a share', () => {
  it('is a share of a percentage or of itself', () => {
    expect(shareOf('12.5%', '.')).toBeCloseTo(0.125);
    expect(shareOf('2,52%', ',')).toBeCloseTo(0.0252);
    expect(shareOf('8.333 %', '.')).toBeCloseTo(0.08333);
    expect(shareOf('150%', '.')).toBeCloseTo(1.5);
    expect(shareOf('0,125', ',')).toBeCloseTo(0.125);
    expect(shareOf(0.2639, ',')).toBeCloseTo(0.2639);
    expect(shareOf('-', ',')).toBeUndefined();
  });
});

describe('money in a cell', () => {
  const region = (code: string) => v.parse(RegionSchema, code);
  const myr = v.parse(CurrencyCodeSchema, 'MYR');

  it.each([
    ['30,329,959.79₫', 'VN', { amount: '30329959.79', currency: 'VND' }],
    ['R$ 1.686,71', 'BR', { amount: '1686.71', currency: 'BRL' }],
    ['Rp1.234', 'ID', { amount: '1234', currency: 'IDR' }],
    ['$19.56', 'US', { amount: '19.56', currency: 'USD' }],
    ['$19.56', 'MX', { amount: '19.56', currency: 'MXN' }],
    ['US$19.56', 'MX', { amount: '19.56', currency: 'USD' }],
    ['USD 19.56', undefined, { amount: '19.56', currency: 'USD' }],
    ['€ 3,50', 'DE', { amount: '3.50', currency: 'EUR' }],
    ['1.21082485E8', 'VN', { amount: '121082485', currency: 'VND' }],
    ['-£5.00', 'GB', { amount: '-5.00', currency: 'GBP' }],
  ] as const)('%s in %s', (text, code, money) => {
    expect(
      moneyOfCell(
        text,
        undefined,
        code === undefined ? undefined : region(code),
        markOfColumn([numberOfAmount(text) ?? '']) === ',' || text.startsWith('Rp') ? ',' : '.',
      ),
    ).toEqual(money);
  });

  it("takes the head's currency, else the region's, for a bare number", () => {
    expect(moneyOfCell('1,200.5', myr, undefined, '.')).toEqual({
      amount: '1200.5',
      currency: 'MYR',
    });
    expect(moneyOfCell(88.25, undefined, region('MY'), '.')).toEqual({
      amount: '88.25',
      currency: 'MYR',
    });
  });

  it('is none without a currency, or in one that is not known', () => {
    expect(moneyOfCell('88.25', undefined, undefined, '.')).toBeUndefined();
    expect(moneyOfCell('$5', undefined, undefined, '.')).toBeUndefined();
    expect(moneyOfCell('₿ 5', undefined, region('US'), '.')).toBeUndefined();
    expect(moneyOfCell('-', myr, region('MY'), '.')).toBeUndefined();
  });
});

describe('a length of time', () => {
  it.each([
    ['3h00m', 10_800],
    ['1h 40min', 6_000],
    ['45min', 2_700],
    ['1h1m37s', 3_697],
    ['46s', 46],
    ['46', 46],
    ['2 jam 53 menit', 10_380],
    ['1 giờ 5 phút', 3_900],
    ['1d 2h', 93_600],
    ['74:48:00', 269_280],
    ['02:20:00 sáng', 8_400],
    ['12:06:50 AM', 410],
    ['02:30:00 PM', 52_200],
    ['12:06:50 sáng', 410],
    ['02:30:00 chiều', 52_200],
    [{ seconds: 14_420 }, 14_420],
    ['01:02:03', 3_723],
    [6_280, 6_280],
  ])('%s is %d seconds', (cell, length) => {
    expect(durationOf(cell)).toBe(length);
  });

  it('is none where a cell holds something else', () => {
    for (const cell of ['', '-', 'long', '1:2', 'h', '5min 2h', '3h 2h', -5])
      expect([cell, durationOf(cell)]).toEqual([cell, undefined]);
    const nines = '9'.repeat(400);
    for (const cell of ['9e999', nines, `${nines}:00:00`, `${nines}h`, `${nines}0 h 1`])
      expect(durationOf(cell)).toBeUndefined();
  });

  it('is a part of a day where its column holds no seconds', () => {
    const live = { longest: 31, shortest: 1 };
    const days = lengthsOfColumn([0.1669, 3.1167, '', '2h'], live);
    expect([0.1669, 3.1167].map((cell) => durationOf(cell, days))).toEqual([14_420, 269_283]);
    const plain = lengthsOfColumn([7_200, 0.1669], live);
    expect([7_200, 0.1669].map((cell) => durationOf(cell, plain))).toEqual([7_200, undefined]);
    const views = lengthsOfColumn([0.000532, '0,0009'], { longest: 0.1, shortest: 0.05 });
    expect([0.000532, '0,0009'].map((cell) => durationOf(cell, views))).toEqual([46, 78]);
    expect(durationOf(46.5, lengthsOfColumn([46.5, 30], { longest: 0.1, shortest: 0.05 }))).toBe(
      46.5,
    );
  });
});

describe("a time of the shop's clock", () => {
  const utc = (text: string) => Date.parse(text) / 1000;
  const named = (name: string) => ({ offset: seconds(0), name });

  it.each([
    ['2026-07-01 19:30:00', 'Asia/Ho_Chi_Minh', '2026-07-01T12:30:00Z'],
    ['2026/04/18/ 22:14', 'Asia/Kuala_Lumpur', '2026-04-18T14:14:00Z'],
    ['2026-07-01 19:30', 'America/Los_Angeles', '2026-07-02T02:30:00Z'],
    ['2026-12-01 19:30', 'America/Los_Angeles', '2026-12-02T03:30:00Z'],
    [46_170.625, 'America/Sao_Paulo', '2026-05-28T18:00:00Z'],
    ['46170.625', 'America/Sao_Paulo', '2026-05-28T18:00:00Z'],
    [new Date('2026-05-28T15:00:00Z'), 'America/Sao_Paulo', '2026-05-28T18:00:00Z'],
    ['01/07/2569 18:30:00', 'Asia/Bangkok', '2026-07-01T11:30:00Z'],
    ['25/07/2026 18.30', 'Asia/Jakarta', '2026-07-25T11:30:00Z'],
    ['7/25/2026 6:30 PM', 'America/Los_Angeles', '2026-07-26T01:30:00Z'],
    // In the hour that comes twice the first is meant; the one that never comes is taken as passed.
    ['2026-11-01 01:30:00', 'America/Los_Angeles', '2026-11-01T08:30:00Z'],
    ['2026-03-08 02:30:00', 'America/Los_Angeles', '2026-03-08T10:30:00Z'],
  ])('%s in %s', (cell, zone, instant) => {
    expect(
      instantOfCell(cell, named(zone), 'day-first') ??
        instantOfCell(cell, named(zone), 'month-first'),
    ).toBe(utc(instant));
  });

  it('is of two days until its column tells, by another date or by what is known of all', () => {
    const reading = (text: string) => {
      const read = clockReading(text);
      if (read === undefined) throw new Error(`${text} is no time`);
      return read;
    };
    const to = Date.UTC(2026, 8, 1);
    const open = reading('01/07/2026 18:30');
    expect(instantOfCell('01/07/2026 18:30', named('UTC'))).toBeUndefined();
    expect(dayOrderOf([open], { to })).toBeUndefined();
    expect(dayOrderOf([open, reading('25/07/2026 18:30')], { to })).toBe('day-first');
    expect(dayOrderOf([open, reading('07/25/2026 18:30')], { to })).toBe('month-first');
    expect(dayOrderOf([open], { from: Date.UTC(2026, 5, 1), to })).toBe('day-first');
    expect(dayOrderOf([reading('01/12/2026 18:30')], { to })).toBe('month-first');
    expect(dayOrderOf([reading('2026-07-01 18:30')], { to })).toBe('none');
  });

  it('is none where a cell holds something else', () => {
    const dates = [
      '2026-02-30 10:00:00',
      '2026-13-05 10:00:00',
      '2026-00-05 10:00:00',
      '2026-07-01',
    ];
    for (const cell of ['', '-', ...dates, '19:30', 12, 'soon'])
      expect([cell, instantOfCell(cell, named('UTC'))]).toEqual([cell, undefined]);
  });
});
