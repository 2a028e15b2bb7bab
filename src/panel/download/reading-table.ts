import type { Zone } from '../../metrics/time.ts';
import type { I18n } from '../design/i18n.ts';
import type { DataTable } from './cell.ts';
import { shownCell } from './shown-cell.ts';

/** A table in words, as a person reads it. */
export interface ReadingTable {
  readonly head: readonly { readonly name: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

const words: readonly string[] = ['words', 'label', 'id'];

/** A table without what is there to trace figures by, and without columns in which nothing stands. */
export function readingTable(table: DataTable, zone: Zone, { locale }: I18n): ReadingTable {
  const kept = table.head.flatMap(({ aside }, column) =>
    aside !== true && table.rows.some((row) => row[column] !== undefined) ? [column] : [],
  );
  return {
    head: kept.map((column) => ({
      name: table.head[column]?.name ?? '',
      isNumber: table.rows.every(
        ({ [column]: cell }) => cell === undefined || !words.includes(cell.kind),
      ),
    })),
    rows: table.rows.map((row) => kept.map((column) => shownCell(row[column], zone, locale))),
  };
}
