import Papa from 'papaparse';
import { findHead } from './head.ts';
import { layouts } from './layouts.ts';
import { type Sheet, sheetOf } from './sheet.ts';

/** What separates the cells of text files, as the programs of different regions write them. */
const separators = [',', ';', '\t', '|'];
/** Rows in which the separator is looked for; the head stands among them. */
const ROWS_TRIED = 40;
/** No such rows are longer together; each try looks through all that it is given. */
const LETTERS_TRIED = 200_000;

/**
 * The table of a text file (CSV, TSV). Titles and periods stand above the head without any separator, so
 * the head tells which one it is: the one by which most of its columns are known, or which parts most cells
 * where none is.
 */
export function readDelimitedText(bytes: Uint8Array): Sheet {
  const text = decoded(bytes);
  const named = /^sep=(.)\r?\n/i.exec(text);
  const body = named === null ? text : text.slice(named[0].length);
  const rows = rowsBy(body, named?.[1] ?? separatorOf(body));
  // The line that names the separator counts as the first.
  return sheetOf(named === null ? rows : [[], ...rows]);
}

function separatorOf(text: string): string {
  const head = text.slice(0, LETTERS_TRIED);
  const tried = separators.map((separator) => {
    const rows = rowsBy(head, separator, ROWS_TRIED);
    const known = findHead(sheetOf(rows), layouts, undefined)?.columns.length ?? 0;
    return { separator, known, cells: Math.max(...rows.map((row) => row.length), 0) };
  });
  const [best] = tried.toSorted((a, b) => b.known - a.known || b.cells - a.cells);
  return best?.separator ?? ',';
}

function rowsBy(text: string, delimiter: string, preview = 0): readonly string[][] {
  return Papa.parse<string[]>(text, { delimiter, preview }).data;
}

/** UTF-8, UTF-16 with its mark, else the letters of Western Europe, in which digits are the same. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
