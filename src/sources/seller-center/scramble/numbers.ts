import type { Random } from '../../sample/random.ts';
import { parseNumber } from '../fields.ts';

/** A number, or the text of one that is known to be one, multiplied; kind and decimals stay. */
export function multiplied(value: number | string, factor: number): number | string {
  // Sums of multiplied wholes are exact; fractions end where the answer's end.
  const text = (Number(value) * factor).toFixed(decimalsOf(value));
  return typeof value === 'string' ? text : Number(text);
}

/** The same shape with other digits: as many of them, zeros where all is zero. */
export function withOtherDigits(value: number | string, random: Random): number | string {
  if (parseNumber(value) === 0) return value;
  let leading = true;
  const [digits = '', power = ''] = `${value}`.split(/(?=e)/i);
  const others = digits.replace(/\d/g, (digit) => {
    if (leading && digit === '0') return digit;
    const first = leading;
    leading = false;
    return String(first ? 1 + Math.floor(random() * 9) : Math.floor(random() * 10));
  });
  const text = others + power;
  if (typeof value === 'string') return text;
  // Other digits may be more than a number can hold.
  return Number.isFinite(Number(text)) ? Number(text) : 1;
}

/** Characters of a currency's sign beside an amount, blanks included ("US$ "). */
const SIGN = 4;

/**
 * A plain number written as another text writes one: its signs before and behind, its mark between
 * thousands and its decimal mark ("Rp60.150.000"). `grouped` tells the mark where that text needs none.
 */
export function inStyleOf(written: string, number: string, grouped: string | undefined): string {
  const found = /^(\D*)(\d[\d.,\s'’]*\d|\d)(\D*)$/.exec(written);
  if (found === null) return number;
  const [, before = '', digits = '', behind = ''] = found;
  // More than a currency's sign would be words.
  if (before.length > SIGN || behind.length > SIGN) return number;
  const [whole = '', fraction] = number.split('.');
  const [, decimal = '.'] = fraction === undefined ? [] : (/(\D)\d+$/.exec(digits) ?? []);
  const mark = groupMark(digits, fraction?.length) ?? grouped;
  const text =
    mark === undefined ? whole : whole.replace(/\d(?=(?:\d{3})+$)/g, (digit) => `${digit}${mark}`);
  return `${before}${text}${fraction === undefined ? '' : `${decimal}${fraction}`}${behind}`;
}

/** The mark between thousands of a written number with so many decimals; undefined where there is none. */
export function groupMark(written: string, decimals: number | undefined): string | undefined {
  const whole = decimals === undefined ? written : written.slice(0, -(decimals + 1));
  return /\d([.,\s'’])\d{3}(?!\d)/.exec(whole)?.[1];
}

function decimalsOf(value: number | string): number {
  const [, fraction = ''] = /\.(\d+)/.exec(`${value}`) ?? [];
  return Math.min(fraction.length, 20);
}
