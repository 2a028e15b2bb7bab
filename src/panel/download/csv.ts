/** One cell: words, a plain number, or nothing. Missing is blank, never 0. */
export type CsvCell = string | number | undefined;

/** Rows of one table; the first is its head. */
export type Table = readonly (readonly CsvCell[])[];

const FORMULA_START = /^[=+\-@\t\r]/;

/**
 * Tables as one CSV that Excel opens in any language: a byte order mark, CRLF line ends, quoted
 * where needed, a blank line between tables. Words that a spreadsheet would run as a formula get an
 * apostrophe before them; numbers stay numbers.
 */
export function csvOf(tables: readonly Table[]): string {
  const blocks = tables.map((table) => table.map((row) => row.map(cell).join(',')).join('\r\n'));
  return `\uFEFF${blocks.join('\r\n\r\n')}\r\n`;
}

function cell(value: CsvCell): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const safe = FORMULA_START.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
