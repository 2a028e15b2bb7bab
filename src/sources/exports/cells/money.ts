import * as v from 'valibot';
import type { Region } from '../../../metrics/feed/category-slice.ts';
import { type CurrencyCode, DecimalSchema, type Money } from '../../../metrics/money.ts';
import { currencyBy, customsOf } from '../regions.ts';
import { type SheetCell, wordsOfCell } from '../sheet.ts';
import { type DecimalMark, decimalOf } from './number.ts';

const written = /^([-−]?)([^\d.,\s-]*)\s?([-−]?\d[\d.,' ’]*(?:[eE][+-]?\d+)?)\s?([^\d.,\s]*)$/u;

/** The number of an amount without the mark of its currency; undefined where it is no amount. */
export function numberOfAmount(cell: SheetCell): string | undefined {
  const [, sign = '', , number] = written.exec(wordsOfCell(cell) ?? '') ?? [];
  return number === undefined ? undefined : `${sign}${number}`;
}

/**
 * Money from "30,329,959.79₫", "R$ 1.686,71", "$19.56", "1.21E8" or a bare number. The currency is that
 * of the mark, of the column's head, or of the region, in this order; without one there is no money.
 *
 * @param mark the mark before the decimals of its column
 */
export function moneyOfCell(
  cell: SheetCell,
  head: CurrencyCode | undefined,
  region: Region | undefined,
  mark: DecimalMark,
): Money | undefined {
  const text = typeof cell === 'number' ? undefined : wordsOfCell(cell);
  const [, sign = '', before = '', number, after = ''] = written.exec(text ?? '') ?? [];
  const symbol = before === '' ? after : before;
  const known = symbol === '' ? (head ?? customsOf(region)?.currency) : currencyBy(symbol, region);
  if (known === undefined) return undefined;
  const amount = decimalOf(typeof cell === 'number' ? cell : number && `${sign}${number}`, mark);
  const read = v.safeParse(DecimalSchema, amount);
  return read.success ? { amount: read.output, currency: known } : undefined;
}
