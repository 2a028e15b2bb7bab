import * as v from 'valibot';
import { CurrencyCodeSchema, type Money, money } from '../../metrics/money.ts';

export const CURRENCY = v.parse(CurrencyCodeSchema, 'USD');

/** Cents as exact money ("19.56"). */
export function dollars(cents: number): Money {
  const digits = String(cents).padStart(3, '0');
  return money(`${digits.slice(0, -2)}.${digits.slice(-2)}`, CURRENCY);
}

/** Cents divided by something, in dollars to ten decimals: an average is no sum that could be paid. */
export function averageDollars(cents: number, by: number): Money {
  return money((cents / 100 / by).toFixed(10).replace(/(\.\d\d\d*?)0+$/, '$1'), CURRENCY);
}

/** A ratio, or undefined where the denominator is zero: an unknown rate is not zero. */
export function shareOfAmounts(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}
