import type { SheetCell } from '../sheet.ts';
import { wordsOfCell } from '../sheet.ts';

/** Which mark stands before the decimals where the number alone doesn't tell. */
export type DecimalMark = '.' | ',';

const digits = /^([-−]?)(\d[\d.,' ]*)$/;

/**
 * A decimal string ("1686.71") from a number as people write it: 1,686.71, 1.686,71 and 1 686,71 are
 * the same. A single mark before exactly three digits is a decimal one where the layout says so, and
 * where what stands before it can't be thousands (0.125, 9105152.031).
 */
export function decimalOf(cell: SheetCell, mark: DecimalMark): string | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? plain(cell) : undefined;
  const match = digits.exec(wordsOfCell(cell)?.replace(/[\s']/g, '') ?? '');
  const [, sign = '', number = ''] = match ?? [];
  if (number === '' || /[.,]$/.test(number)) return undefined;
  const decimalAt = placeOfDecimals(number, mark);
  const whole = (decimalAt < 0 ? number : number.slice(0, decimalAt)).replace(/[.,]/g, '');
  const rest = decimalAt < 0 ? '' : `.${number.slice(decimalAt + 1)}`;
  return `${sign === '' ? '' : '-'}${whole.replace(/^0+(?=\d)/, '')}${rest}`;
}

/** A count: whole, whatever separates its thousands. */
export function countOf(cell: SheetCell): number | undefined {
  if (typeof cell === 'number') return Number.isInteger(cell) ? cell : undefined;
  const text = wordsOfCell(cell)?.replace(/[\s']/g, '');
  if (text === undefined) return undefined;
  const isGrouped = /^\d{1,3}(?:,\d{3})+$|^\d{1,3}(?:\.\d{3})+$/.test(text);
  return isGrouped || /^\d+(?:[.,]0+)?$/.test(text)
    ? Number(isGrouped ? text.replace(/[.,]/g, '') : text.replace(/[.,]0+$/, ''))
    : undefined;
}

/** A share from "12.5%" (0.125) or from a share as it is. */
export function shareOf(cell: SheetCell, mark: DecimalMark): number | undefined {
  const text = wordsOfCell(cell);
  const percent = text?.match(/^(.*?)\s?%$/)?.[1];
  // Three decimals of a percentage are no thousands.
  const decimal = decimalOf(
    percent ?? cell,
    percent === undefined ? mark : loneMark(percent, mark),
  );
  if (decimal === undefined) return undefined;
  return percent === undefined ? Number(decimal) : Number(decimal) / 100;
}

function loneMark(text: string, mark: DecimalMark): DecimalMark {
  const lone = text.match(/[.,]/g);
  return lone?.length === 1 && lone[0] === ',' ? ',' : lone?.length === 1 ? '.' : mark;
}

/** Where the decimals begin; -1 when there are none. */
function placeOfDecimals(number: string, mark: DecimalMark): number {
  const marks = [...number.matchAll(/[.,]/g)];
  const last = marks.at(-1);
  if (last === undefined) return -1;
  const kinds = new Set(marks.map(([kind]) => kind));
  if (kinds.size === 2) return last.index;
  if (marks.length > 1) return -1;
  // Thousands have one to three digits before them, and no zero alone.
  const before = number.slice(0, last.index);
  if (before.length > 3 || /^0*$/.test(before)) return last.index;
  const after = number.length - last.index - 1;
  return after !== 3 || last[0] === mark ? last.index : -1;
}

function plain(value: number): string {
  return value.toFixed(6).replace(/\.?0+$/, '');
}
