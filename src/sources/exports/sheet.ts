/** A length of time as a cell shows it ([h]:mm:ss), whatever number stands behind it. */
export interface Elapsed {
  readonly seconds: number;
}

/** A cell of a table; a Date holds the clock's reading in its UTC fields, as no file names a zone. */
export type SheetCell = string | number | boolean | Date | Elapsed | null | undefined;

/** A row with something in it; 1 is the sheet's first. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly SheetCell[];
}

/** A table of a file, without the rows that hold nothing. */
export interface Sheet {
  /** As the seller sees it on its tab; a text file has none. */
  readonly name?: string;
  readonly hidden: boolean;
  readonly rows: readonly SheetRow[];
}

export function isElapsed(cell: SheetCell): cell is Elapsed {
  return typeof cell === 'object' && cell !== null && !(cell instanceof Date);
}

/** The words of a cell; undefined when it holds none, or a mark that stands for nothing. */
export function wordsOfCell(cell: SheetCell): string | undefined {
  if (cell === null || cell === undefined || typeof cell === 'object') return undefined;
  const written = String(cell).trim();
  const text = /\s\s|[^\S ]/.test(written) ? written.replace(/\s+/g, ' ') : written;
  return /^(?:|-+|–|—|n\/?a|null)$/i.test(text) ? undefined : text;
}

/** A table out of rows that stand one after another from the sheet's first. */
export function sheetOf(rows: readonly (readonly SheetCell[])[]): Sheet {
  return {
    hidden: false,
    rows: rows.flatMap((cells, place) =>
      cells.some((cell) => cell !== null && cell !== undefined && cell !== '')
        ? [{ row: place + 1, cells }]
        : [],
    ),
  };
}
