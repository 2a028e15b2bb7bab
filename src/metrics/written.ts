import type { Unit } from './metric.ts';
import { type CurrencyCode, fractionDigits } from './money.ts';

/** How a figure is written out: in what unit, and money in which currency. */
export interface Written {
  readonly unit: Unit;
  readonly currency: CurrencyCode | undefined;
}

/** Amounts from which on money is shortened: what a card has room for in a currency of small units. */
const SHORTENED_FROM = { fractioned: 100_000, whole: 10_000_000 };

/** Whether an amount is written in three digits ("₫12.4M"), wherever it isn't written in full. */
export function isShortened(amount: number, currency: CurrencyCode): boolean {
  const from = fractionDigits(currency) === 0 ? SHORTENED_FROM.whole : SHORTENED_FROM.fractioned;
  return Math.abs(amount) >= from;
}

/** Decimals of a rate in percent: two below 10 %, else one. */
export const rateDigits = (rate: number): number => (Math.abs(rate) < 0.09995 ? 2 : 1);

/** Seconds from which on a length of time has no tenths. */
export const WHOLE_SECONDS_FROM = 59.95;

/** Whether two figures of one unit look the same where they are written out. */
export function isWrittenAlike(value: number, other: number, written: Written): boolean {
  return shownOf(value, written) === shownOf(other, written);
}

/** What is left of a figure once it is rounded as it is written. */
function shownOf(value: number, { unit, currency }: Written): number {
  switch (unit) {
    case 'count':
    case 'count-per-hour':
      return Math.round(value);
    case 'rate':
      return rounded(value * 100, rateDigits(value));
    case 'seconds':
      if (value < WHOLE_SECONDS_FROM) return rounded(value, 1);
      return Math.round(value) < 3_600 ? Math.round(value) : Math.round(value / 60) * 60;
    case 'ratio':
      return rounded(value, 2);
    case 'money':
    case 'money-per-hour': {
      if (currency === undefined) return rounded(value, Math.abs(value) < 1000 ? 2 : 0);
      const amount = rounded(value, 2);
      if (isShortened(amount, currency)) return Number(amount.toPrecision(3));
      const isWhole = unit === 'money-per-hour' && Math.abs(amount) >= 10;
      return rounded(amount, isWhole ? 0 : fractionDigits(currency));
    }
  }
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
