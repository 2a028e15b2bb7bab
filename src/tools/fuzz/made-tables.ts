import * as v from 'valibot';
import { type Region, RegionSchema } from '../../metrics/feed/category-slice.ts';
import { madeExports } from '../roundtrip/made-export.ts';

/** The cells of a made export, as a program would have them. */
export interface MadeTable {
  readonly region: Region;
  readonly cells: readonly (readonly (string | number | undefined)[])[];
  /** Where figures and times stand: rows below the head, and columns that hold no words. */
  readonly figures: readonly { readonly row: number; readonly column: number }[];
}

const words = ['title', 'creator', 'handle'];

export const madeTables: readonly MadeTable[] = madeExports(60, 1).map(
  ({ region, rows, heads, lives }) => {
    const cells = rows.map((row) =>
      row.map((cell) =>
        cell === null
          ? undefined
          : 'text' in cell
            ? cell.text
            : 'number' in cell
              ? cell.number
              : cell.clock.replace('T', ' '),
      ),
    );
    const inWords = new Set(words.map((is) => heads.get(is)));
    const [first = cells.length] = [...lives.keys()].map((row) => row - 1);
    const head = cells[first - 1] ?? [];
    return {
      region: v.parse(RegionSchema, region),
      cells,
      figures: cells.flatMap((row, nth) =>
        nth < first
          ? []
          : row.flatMap((cell, column) =>
              cell === undefined || inWords.has(String(head[column])) ? [] : [{ row: nth, column }],
            ),
      ),
    };
  },
);
