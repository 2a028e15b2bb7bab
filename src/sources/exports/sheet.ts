/** A cell as spreadsheet readers hand it on; a Date holds the sheet's local time in its UTC fields. */
export type SheetCell = string | number | boolean | Date | null | undefined;

/** Rows of cells, the first row first. */
export type Sheet = readonly (readonly SheetCell[])[];

/** The words of a cell; undefined when it holds none, or a mark that stands for nothing. */
export function wordsOfCell(cell: SheetCell): string | undefined {
  if (cell === null || cell === undefined || cell instanceof Date) return undefined;
  const text = String(cell)
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
  return /^(?:|-+|–|—|n\/?a|null)$/i.test(text) ? undefined : text;
}
