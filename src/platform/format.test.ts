import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSame } from '../diagnosis/statistics/same.ts';
import { money } from '../metrics/money.ts';
import { seconds, toMs, unixSeconds, type Zone } from '../metrics/time.ts';
import { readersZone } from '../metrics/zone.ts';
import {
  formatCount,
  formatDecimal,
  formatDuration,
  formatInstant,
  formatInto,
  formatMoney,
  formatPercent,
  formatPoints,
  formatRate,
  formatShare,
  formatSize,
  zoneLabel,
} from './format.ts';

const en = 'en-US';
const zone = (offset: number): Zone => ({ offset: seconds(offset) });

describe('a difference', () => {
  it('is shown as 0 % where the engine calls it the same, and nowhere else', () => {
    const figure = fc.double({ min: 0.5, max: 2, noNaN: true });
    fc.assert(
      fc.property(figure, figure, (value, other) => {
        expect(isSame(value, other)).toBe(formatPoints(value / other - 1, en) === '0%');
      }),
    );
  });
});

describe('figures', () => {
  it('are written as the captured LIVE’s own page writes them', () => {
    expect(formatCount(15067.261146, en)).toBe('15,067');
    expect(formatRate(0.0282681, en)).toBe('2.83%');
    expect(formatRate(0.332436, en)).toBe('33.2%');
    expect(formatDecimal(1.2249, 2, en)).toBe('1.22');
  });

  it('have the decimals of their neighbours where they are rates', () => {
    expect(formatRate(0.045, en)).toBe('4.50%');
    expect(formatRate(0.09996, en)).toBe('10.0%');
    expect(formatRate(0.34, en)).toBe('34.0%');
    expect(formatRate(0, en)).toBe('0.00%');
  });

  it('keep a small share apart from none', () => {
    expect(formatPercent(0, en)).toBe('0%');
    expect(formatPercent(0.0033, en)).toBe('0.33%');
    expect(formatPercent(1.5, en)).toBe('150%');
  });

  it('of one whole have as many decimals as each other', () => {
    expect([0.14, 0.449, 0.052].map((share) => formatShare(share, en))).toEqual([
      '14.0%',
      '44.9%',
      '5.2%',
    ]);
  });

  it('show which way a difference goes, and no sign where there is none', () => {
    expect(formatPoints(-0.617417, en)).toBe('−62%');
    expect(formatPoints(0.35, en)).toBe('+35%');
    expect(formatPoints(0.001, en)).toBe('0%');
  });

  it('follow the reader’s locale', () => {
    expect(formatCount(15067, 'de-DE')).toBe('15.067');
    expect(formatDecimal(1.2249, 2, 'de-DE')).toBe('1,22');
  });
});

describe('a length of time', () => {
  it.each([
    [0, '0 sec'],
    [23.139973, '23.1 sec'],
    [59.97, '1 min'],
    [72, '1 min 12 sec'],
    [3_569, '59 min 29 sec'],
    [3_599.7, '1 hr'],
    [6_280, '1 hr 45 min'],
    [43_200, '12 hr'],
  ])('of %d seconds is %s', (length, text) => {
    expect(formatDuration(length, en)).toBe(text);
  });
});

describe('a place in a LIVE', () => {
  it('is written in hours and minutes as such, so that nobody reads minutes and seconds', () => {
    expect([0, 2_520, 4_229, 36_000].map((at) => formatInto(at, en))).toEqual([
      '0 min',
      '42 min',
      '1 hr 10 min',
      '10 hr',
    ]);
  });
});

describe('the size of stored data', () => {
  it('is told in megabytes, from a thousand of them on in gigabytes', () => {
    expect(formatSize(83_000, 'en')).toBe('0.1 MB');
    expect(formatSize(999_900_000, 'en')).toBe('999.9 MB');
    expect(formatSize(10_738_000_000, 'en')).toBe('10.7 GB');
  });
});

describe('money', () => {
  it('of a language read from the right keeps a symbol of letters and a sign in its order', () => {
    // Hebrew and Arabic end in the symbol; the mark behind it has no width.
    expect(formatMoney(money('450', 'USD'), 'ar', 'whole')).toBe('\u200f450\u00a0US$\u200e');
    expect(formatMoney(money('450', 'SAR'), 'ar', 'whole')).toMatch(/^\u200f450\u00a0ر/);
  });

  it('is written in its own currency, with the decimals that currency has', () => {
    expect(formatMoney(money('2607080', 'VND'), en, 'full')).toBe('₫2,607,080');
    expect(formatMoney(money('19.56', 'USD'), en, 'full')).toBe('$19.56');
    expect(formatMoney(money('-3', 'USD'), en, 'full')).toBe('−$3.00');
  });

  it('is written as the page beside writes it, and shortened only where it is long', () => {
    expect(formatMoney(money('1103.38', 'USD'), en, 'figure')).toBe('$1,103.38');
    expect(formatMoney(money('24.3', 'USD'), en, 'figure')).toBe('$24.30');
    expect(formatMoney(money('123456', 'USD'), en, 'figure')).toBe('$123K');
    expect(formatMoney(money('1494496', 'VND'), en, 'figure')).toBe('₫1,494,496');
    expect(formatMoney(money('12494496', 'VND'), en, 'figure')).toBe('₫12.5M');
    expect(formatMoney(money('627500', 'IDR'), 'en', 'figure')).toMatch(/^Rp\s627,500$/);
  });

  it('has no fraction per hour, unless it is small', () => {
    expect(formatMoney(money('1103.38', 'USD'), en, 'units')).toBe('$1,103');
    expect(formatMoney(money('-14.4', 'USD'), en, 'units')).toBe('−$14');
    expect(formatMoney(money('7.5', 'USD'), en, 'units')).toBe('$7.50');
    expect(formatMoney(money('0', 'USD'), en, 'units')).toBe('$0');
  });

  it('has three digits where it is estimated, and whole units from ten on', () => {
    expect(formatMoney(money('687369.2', 'VND'), en, 'estimate')).toBe('₫687,000');
    expect(formatMoney(money('154.6', 'USD'), en, 'estimate')).toBe('$155');
    expect(formatMoney(money('69.84', 'USD'), en, 'estimate')).toBe('$70');
    expect(formatMoney(money('7.531', 'USD'), en, 'estimate')).toBe('$7.50');
  });

  it('has two digits at the end of an interval', () => {
    expect(formatMoney(money('287.3', 'USD'), en, 'bound')).toBe('$290');
    expect(formatMoney(money('1612', 'USD'), en, 'bound')).toBe('$1,600');
    expect(formatMoney(money('7.53', 'USD'), en, 'bound')).toBe('$7.50');
    expect(formatMoney(money('687432', 'VND'), en, 'bound')).toBe('₫690,000');
  });
});

describe('an instant', () => {
  const start = toMs(unixSeconds(1_781_143_239));

  it('is written in the shop’s zone, which is named', () => {
    expect(formatInstant(start, zone(25_200), en, 'both')).toBe('Jun 11, 2026, 09:00 GMT+7');
    expect(formatInstant(start, zone(-28_800), en, 'date')).toBe('Jun 10, 2026 GMT−8');
    expect(formatInstant(start, zone(0), en, 'time')).toBe('02:00 UTC');
  });

  it('writes a day without year and zone where a start beside it names them', () => {
    expect(formatInstant(start, zone(-28_800), en, 'dated')).toBe('Jun 10, 2026');
    expect(formatInstant(start, zone(-28_800), en, 'day')).toBe('Jun 10');
    expect(formatInstant(start, undefined, en, 'day')).toMatch(/^Jun 1[01]$/);
  });

  it('names the reader’s zone where the shop’s is unknown', () => {
    const reader = readersZone(start);
    for (const style of ['both', 'date', 'time', 'short'] as const) {
      expect(formatInstant(start, undefined, en, style)).toBe(
        formatInstant(start, reader, en, style),
      );
    }
    expect(formatInstant(start, undefined, en, 'both')).toContain(zoneLabel(reader));
  });

  it('knows zones of half hours', () => {
    expect(zoneLabel(zone(19_800))).toBe('GMT+5:30');
    expect(zoneLabel(zone(-12_600))).toBe('GMT−3:30');
  });
});
