import * as v from 'valibot';
import type { Region } from '../../../metrics/feed/category-slice.ts';
import { type CurrencyCode, DecimalSchema, type Money } from '../../../metrics/money.ts';
import { currencyBy, customsOf } from '../regions.ts';
import { type SheetCell, wordsOfCell } from '../sheet.ts';
import { type DecimalMark, decimalOf } from './number.ts';

/** Currencies whose amounts have no decimals: a lone mark before three digits separates thousands. */
const wholeCurrencies: readonly string[] = ['VND', 'IDR', 'JPY'];

const written = /^([-−]?)([^\d.,\s-]*)\s?([-−]?\d[\d.,' ]*)\s?([^\d.,\s]*)$/u;

/**
 * Money from "30,329,959.79₫", "R$ 1.686,71", "$19.56" or a bare number. The currency is that of the
 * mark, of the column's head, or of the region, in this order; without one there is no money.
 */
export function moneyOfCell(
  cell: SheetCell,
  head: CurrencyCode | undefined,
  region: Region | undefined,
  mark: DecimalMark,
): Money | undefined {
  const text = typeof cell === 'number' ? undefined : wordsOfCell(cell);
  const [, sign = '', before = '', number = '', after = ''] = written.exec(text ?? '') ?? [];
  const symbol = before === '' ? after : before;
  const known = symbol === '' ? (head ?? customsOf(region)?.currency) : currencyBy(symbol, region);
  if (known === undefined) return undefined;
  // A mark that can't be a decimal one here leaves thousands alone.
  const decimals = wholeCurrencies.includes(known) ? (number.includes(',') ? '.' : ',') : mark;
  const amount = decimalOf(typeof cell === 'number' ? cell : `${sign}${number}`, decimals);
  const read = v.safeParse(DecimalSchema, amount);
  return read.success ? { amount: read.output, currency: known } : undefined;
}
