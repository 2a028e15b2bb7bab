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
  /** In its plain form. */
  readonly head: string;
  /** As it stands in the file. */
  readonly written: string;
  readonly column: Column;
  readonly currency: CurrencyCode | undefined;
}

export interface Found {
  readonly layout: Layout;
  /** Place of the head among the rows of the sheet. */
  readonly place: number;
  readonly columns: readonly Placed[];
  /** Heads that the layout doesn't know, as they stand in the file. */
  readonly unknown: readonly { readonly at: number; readonly written: string }[];
}

/**
 * The plain form of a column's head: small letters and digits, single blanks, without the currency
 * behind it ("LIVE attributed GMV (RM)" → "live attributed gmv").
 */
function headOf(cell: SheetCell): string {
  return (wordsOfCell(cell) ?? '')
    .normalize('NFC')
    .replace(currencyBehind, (whole, mark: string) => (placesByMark(mark).length > 0 ? '' : whole))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const currencyBehind = /[(（]\s*([^()（）\s]{1,4})\s*[)）]\s*$/;

/** Whether each needed head stands among those of a row, in one of its languages. */
export function hasHeads(heads: ReadonlySet<string>, needs: Layout['needs']): boolean {
  return needs.every((names) => names.some((name) => heads.has(name)));
}

/** The heads of each row in which a head row may stand, in their plain form. */
export function possibleHeads(sheet: Sheet): readonly (readonly string[])[] {
  return sheet.rows.slice(0, ROWS_SCANNED).map(({ cells }) => Array.from(cells, headOf));
}

/**
 * What stands in the place of heads in sheets that are none of ours and no layout knows: of the row with
 * the most words, as they stand in the file, each once. Empty where no row has two words side by side.
 */
export function strangeHeads(
  sheets: readonly Sheet[],
  layouts: readonly Layout[],
): readonly string[] {
  let best: readonly string[] = [];
  for (const { rows } of sheets) {
    for (const { cells } of rows.slice(0, ROWS_SCANNED)) {
      const words = cells.flatMap((cell) => {
        const written = wordsOfCell(cell);
        return written !== undefined && startsWithLetter.test(written) ? [written] : [];
      });
      if (words.length > Math.max(best.length, 1)) best = words;
    }
  }
  const isKnown = (head: string) => layouts.some(({ columns }) => Object.hasOwn(columns, head));
  return [...new Set(best)].filter((written) => !isKnown(headOf(written)));
}

/** As heads do, and figures and dates hardly ever. */
const startsWithLetter = /^\p{L}/u;

/** The layout and the head row of a sheet; undefined when it is none of ours. */
export function findHead(
  sheet: Sheet,
  layouts: readonly Layout[],
  region: Region | undefined,
): Found | undefined {
  let best: Found | undefined;
  for (const [place, heads] of possibleHeads(sheet).entries()) {
    const named = new Set(heads);
    for (const layout of layouts) {
      if (!hasHeads(named, layout.needs)) continue;
      const found = placed(sheet, place, heads, layout, region);
      if (best === undefined || found.columns.length > best.columns.length) best = found;
    }
  }
  return best;
}

function placed(
  sheet: Sheet,
  place: number,
  heads: readonly string[],
  layout: Layout,
  region: Region | undefined,
): Found {
  const columns: Placed[] = [];
  const unknown: { at: number; written: string }[] = [];
  const seen = new Set<string>();
  for (const [at, head] of heads.entries()) {
    const written = wordsOfCell(sheet.rows[place]?.cells[at]);
    // The first of two columns of one name counts.
    if (written === undefined || seen.has(head)) continue;
    seen.add(head);
    // Heads are whatever a file says, such as the name of what every object has.
    const column = Object.hasOwn(layout.columns, head) ? layout.columns[head] : undefined;
    const mark = currencyBehind.exec(written)?.[1] ?? '';
    if (column === undefined) unknown.push({ at, written });
    else columns.push({ at, head, written, column, currency: currencyBy(mark, region) });
  }
  return { layout, place, columns, unknown };
}
