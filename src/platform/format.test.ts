import { describe, expect, it } from 'vitest';
import { money } from '../metrics/money.ts';
import { seconds, toMs, unixSeconds, type Zone } from '../metrics/time.ts';
import {
  formatCount,
  formatDecimal,
  formatDuration,
  formatInstant,
  formatMoney,
  formatPercent,
  formatPoints,
  zoneLabel,
} from './format.ts';

const en = 'en-US';
const zone = (offset: number): Zone => ({ offset: seconds(offset) });

describe('figures', () => {
  it('are written as the captured LIVE’s own page writes them', () => {
    expect(formatCount(15067.261146, en)).toBe('15,067');
    expect(formatPercent(0.0282681, en)).toBe('2.83%');
    expect(formatPercent(0.332436, en)).toBe('33.2%');
    expect(formatDecimal(1.2249, 2, en)).toBe('1.22');
  });

  it('keep a small share apart from none', () => {
    expect(formatPercent(0, en)).toBe('0%');
    expect(formatPercent(0.0033, en)).toBe('0.33%');
    expect(formatPercent(1.5, en)).toBe('150%');
  });

  it('show which way a difference goes, and no sign where there is none', () => {
    expect(formatPoints(-0.617417, en)).toBe('-62%');
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
    [60, '1 min'],
    [3_569, '59 min'],
    [3_599, '1 hr'],
    [6_280, '1 hr 45 min'],
    [43_200, '12 hr'],
  ])('of %d seconds is %s', (length, text) => {
    expect(formatDuration(length, en)).toBe(text);
  });
});

describe('money', () => {
  it('is written in its own currency, with the decimals that currency has', () => {
    expect(formatMoney(money('2607080', 'VND'), en, false)).toBe('₫2,607,080');
    expect(formatMoney(money('19.56', 'USD'), en, false)).toBe('$19.56');
    expect(formatMoney(money('-3', 'USD'), en, false)).toBe('-$3.00');
  });

  it('is shortened to three digits', () => {
    expect(formatMoney(money('1494496', 'VND'), en, true)).toBe('₫1.49M');
    expect(formatMoney(money('842.4', 'USD'), en, true)).toBe('$842');
  });
});

describe('an instant', () => {
  const start = toMs(unixSeconds(1_781_143_239));

  it('is written in the shop’s zone, which is named', () => {
    expect(formatInstant(start, zone(25_200), en, 'both')).toBe('Jun 11, 2026, 09:00 GMT+7');
    expect(formatInstant(start, zone(-28_800), en, 'date')).toBe('Jun 10, 2026 GMT−8');
    expect(formatInstant(start, zone(0), en, 'time')).toBe('02:00 GMT');
  });

  it('names the reader’s zone where the shop’s is unknown', () => {
    const named = new Intl.DateTimeFormat(en, { timeZoneName: 'short' }).formatToParts(start);
    const name = named.find(({ type }) => type === 'timeZoneName')?.value ?? 'none';
    expect(formatInstant(start, undefined, en, 'both')).toContain(name);
  });

  it('knows zones of half hours', () => {
    expect(zoneLabel(zone(19_800))).toBe('GMT+5:30');
    expect(zoneLabel(zone(-12_600))).toBe('GMT−3:30');
  });
});
