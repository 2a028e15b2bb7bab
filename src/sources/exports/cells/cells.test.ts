import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { RegionSchema } from '../../../metrics/feed/category-slice.ts';
import { CurrencyCodeSchema } from '../../../metrics/money.ts';
import { seconds } from '../../../metrics/time.ts';
import { durationOf } from './duration.ts';
import { instantOfCell } from './instant.ts';
import { moneyOfCell } from './money.ts';
import { countOf, decimalOf, shareOf } from './number.ts';

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
    ['-12.5', '-12.5'],
    ['007', '7'],
  ])('%s is %s whatever the layout', (text, decimal) => {
    expect([decimalOf(text, '.'), decimalOf(text, ',')]).toEqual([decimal, decimal]);
  });

  it('takes a lone mark before three digits as the layout does', () => {
    expect([decimalOf('1.234', '.'), decimalOf('1.234', ',')]).toEqual(['1.234', '1234']);
    expect([decimalOf('1,234', ','), decimalOf('1,234', '.')]).toEqual(['1.234', '1234']);
  });

  it('is none where a cell holds something else', () => {
    for (const text of ['', '-', '--', 'N/A', 'abc', '1.2.', '12abc', '%'])
      expect([text, decimalOf(text, '.')]).toEqual([text, undefined]);
    expect([null, undefined, Number.NaN, new Date()].map((c) => decimalOf(c, '.'))).toEqual(
      Array(4).fill(undefined),
    );
  });

  it('comes back from either way of writing it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.constantFrom('en', 'de'),
        (n, locale) => {
          const text = (n / 100).toLocaleString(locale, { minimumFractionDigits: 2 });
          expect(Number(decimalOf(text, '.'))).toBe(n / 100);
        },
      ),
    );
  });

  it('counts with any thousands, and never a fraction', () => {
    expect(['1,234', '1.234', '1.234.567', '12', '12.0', 7].map(countOf)).toEqual([
      1234, 1234, 1234567, 12, 12, 7,
    ]);
    expect(['1.5', '12,34', '', '-', 1.5].map(countOf)).toEqual(Array(5).fill(undefined));
  });

  it('is a share of a percentage or of itself', () => {
    expect(shareOf('12.5%', '.')).toBeCloseTo(0.125);
    expect(shareOf('2,52%', ',')).toBeCloseTo(0.0252);
    expect(shareOf('8.333 %', ',')).toBeCloseTo(0.08333);
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
    ['-£5.00', 'GB', { amount: '-5.00', currency: 'GBP' }],
  ] as const)('%s in %s', (text, code, money) => {
    expect(
      moneyOfCell(text, undefined, code === undefined ? undefined : region(code), '.'),
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
    ['01:02:03', 3_723],
    [6_280, 6_280],
  ])('%s is %d seconds', (cell, length) => {
    expect(durationOf(cell)).toBe(length);
  });

  it('is none where a cell holds something else', () => {
    expect(['', '-', 'long', '1:2', 'h', -5].map(durationOf)).toEqual(Array(6).fill(undefined));
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
    // In the hour that comes twice the first is meant; the one that never comes is taken as passed.
    ['2026-11-01 01:30:00', 'America/Los_Angeles', '2026-11-01T08:30:00Z'],
    ['2026-03-08 02:30:00', 'America/Los_Angeles', '2026-03-08T10:30:00Z'],
  ])('%s in %s', (cell, zone, instant) => {
    expect(instantOfCell(cell, named(zone))).toBe(utc(instant));
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
