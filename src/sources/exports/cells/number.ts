import * as v from 'valibot';
import { DecimalSchema } from '../../../metrics/money.ts';
import { type SheetCell, wordsOfCell } from '../sheet.ts';

/** Which mark stands before the decimals. */
export type DecimalMark = '.' | ',';

const digits = /^([-−]?)(\d[\d.,]*)(?:[eE]([+-]?\d{1,3}))?$/;

/** A number as it is written in a cell: its sign, its digits with their marks, and its power of ten. */
interface Written {
  readonly sign: '' | '-';
  readonly digits: string;
  readonly exponent: number;
}

/** Blanks, thin ones too, and apostrophes separate thousands in some places. */
export function writtenNumber(text: string | undefined): Written | undefined {
  if (text === undefined) return undefined;
  if (isPlain(text)) return { sign: '', digits: text, exponent: 0 };
  const [, sign = '', number = '', exponent = '0'] = digits.exec(text.replace(/[\s'’]/g, '')) ?? [];
  if (number === '' || /[.,]$/.test(number)) return undefined;
  return { sign: sign === '' ? '' : '-', digits: number, exponent: Number(exponent) };
}

/**
 * The mark before the decimals of a written number, where the number alone tells it: both marks are
 * there, one of them stands several times, or what stands around it can't be a group of thousands
 * (0.125, 9105152.031, 76,67, 1.21E8). Undefined where it doesn't tell: 1.234 may be either.
 */
export function markOf({ digits: number, exponent }: Written): DecimalMark | undefined {
  if (isPlain(number)) return undefined;
  const [point, comma] = [number.lastIndexOf('.'), number.lastIndexOf(',')];
  const [mark, last]: readonly [DecimalMark, number] = point > comma ? ['.', point] : [',', comma];
  if (point >= 0 && comma >= 0) return mark;
  if (number.indexOf(mark) < last) return otherMark(mark);
  const [before, after] = [number.slice(0, last), number.slice(last + 1)];
  const isNoGroup = after.length !== 3 || before.length > 3 || /^0/.test(before) || exponent !== 0;
  return isNoGroup ? mark : undefined;
}

const otherMark = (mark: DecimalMark): DecimalMark => (mark === '.' ? ',' : '.');

/**
 * A number as a decimal string ("1686.71") by the mark of its column; undefined where it can't be
 * written with that mark (two decimal marks, groups that aren't of three), or has more digits than any figure.
 */
export function decimalOf(cell: SheetCell, mark: DecimalMark): string | undefined {
  const decimal = writtenDecimal(cell, mark);
  return v.is(DecimalSchema, decimal) ? decimal : undefined;
}

function writtenDecimal(cell: SheetCell, mark: DecimalMark): string | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? plain(cell) : undefined;
  const written = writtenNumber(wordsOfCell(cell));
  if (written === undefined) return undefined;
  if (isPlain(written.digits) && written.exponent === 0)
    return `${written.sign}${withoutZeros(written.digits)}`;
  const parts = written.digits.split(mark);
  const [whole = '', decimals] = parts;
  if (parts.length > 2 || decimals?.includes(otherMark(mark))) return undefined;
  const groups = whole.split(otherMark(mark));
  const areGroups = groups
    .slice(1)
    // Of lakhs, all groups but the last hold two.
    .every(
      (group, place) => group.length === 3 || (group.length === 2 && place < groups.length - 2),
    );
  if (!areGroups || (groups.length > 1 && (groups[0] ?? '').length > 3)) return undefined;
  const digitsOnly = `${written.sign}${withoutZeros(groups.join(''))}`;
  const number = decimals === undefined ? digitsOnly : `${digitsOnly}.${decimals}`;
  return written.exponent === 0 ? number : plain(Number(`${number}e${written.exponent}`));
}

/** Whether a number is written with digits alone, as most are: then no mark has to be told. */
const isPlain = (text: string): boolean => /^\d+$/.test(text);

const withoutZeros = (whole: string): string => whole.replace(/^0+(?=\d)/, '');

/** A count by the mark of its column: whole, and not below zero. */
export function countOf(cell: SheetCell, mark: DecimalMark): number | undefined {
  const decimal = decimalOf(cell, mark);
  const value = decimal === undefined ? Number.NaN : Number(decimal);
  return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** A share from "12.5%" (0.125) or from a share as it is. */
export function shareOf(cell: SheetCell, mark: DecimalMark): number | undefined {
  const percent = percentOf(cell);
  const decimal = decimalOf(percent ?? cell, mark);
  if (decimal === undefined) return undefined;
  return percent === undefined ? Number(decimal) : Number(decimal) / 100;
}

/** What stands before a percent sign; undefined where there is none. */
export function percentOf(cell: SheetCell): string | undefined {
  return wordsOfCell(cell)?.match(/^(.*?)\s?%$/)?.[1];
}

function plain(value: number): string {
  return value.toFixed(6).replace(/\.?0+$/, '');
}
