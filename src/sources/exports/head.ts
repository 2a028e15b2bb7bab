import type { Region } from '../../metrics/feed/category-slice.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import type { Column, Layout } from './layout.ts';
import { currencyBy, placesByMark } from './regions.ts';
import { type Sheet, type SheetCell, wordsOfCell } from './sheet.ts';

/** Titles and periods stand above the head; below this it isn't looked for. */
const ROWS_SCANNED = 30;

/** A column that is read, and the currency that its head names. */
export interface Placed {
  readonly at: number;
  readonly head: string;
  readonly column: Column;
  readonly currency: CurrencyCode | undefined;
}

export interface Found {
  readonly layout: Layout;
  /** Place of the head row in the sheet. */
  readonly row: number;
  readonly columns: readonly Placed[];
}

/**
 * The plain form of a column's head: small letters and digits, single blanks, without the currency
 * behind it ("LIVE attributed GMV (RM)" → "live attributed gmv").
 */
function headOfSheet(cell: SheetCell): string {
  return (wordsOfCell(cell) ?? '')
    .replace(currencyBehind, (whole, mark: string) => (placesByMark(mark).length > 0 ? '' : whole))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const currencyBehind = /[(（]\s*([^()（）\s]{1,4})\s*[)）]\s*$/;

/** The layout and the head row of a sheet; undefined when it is none of ours. */
export function findHead(
  sheet: Sheet,
  layouts: readonly Layout[],
  region: Region | undefined,
): Found | undefined {
  let best: Found | undefined;
  for (const [row, cells] of sheet.slice(0, ROWS_SCANNED).entries()) {
    const heads = cells.map(headOfSheet);
    for (const layout of layouts) {
      if (!layout.needs.every((head) => heads.includes(head))) continue;
      const columns = heads.flatMap((head, at): Placed[] => {
        const column = layout.columns[head];
        const mark = currencyBehind.exec(wordsOfCell(cells[at]) ?? '')?.[1] ?? '';
        // The first of two columns of one name counts.
        return column === undefined || heads.indexOf(head) !== at
          ? []
          : [{ at, head, column, currency: currencyBy(mark, region) }];
      });
      if (best === undefined || columns.length > best.columns.length)
        best = { layout, row, columns };
    }
  }
  return best;
}
