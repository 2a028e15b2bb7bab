import Papa from 'papaparse';
import readWorkbook from 'read-excel-file/universal';
import { type ReadExport, readSheets, type SheetAbout } from './rows-to-lives.ts';
import type { Sheet } from './sheet.ts';

/** Files of Seller Center stay far below. */
const MOST_BYTES = 50 * 1024 * 1024;

/**
 * Reads an export file of Seller Center (xlsx or csv), in Node as in a page. Which of the two it is
 * its first bytes tell.
 */
export async function readExport(bytes: Uint8Array, about: SheetAbout): Promise<ReadExport> {
  if (bytes.length > MOST_BYTES) return { ok: false, problem: { key: 'export_too_large' } };
  if (!isZip(bytes)) return readSheets([csv(bytes)], about);
  let sheets: readonly Sheet[];
  try {
    const copy = new Uint8Array(bytes).buffer;
    sheets = (await readWorkbook(copy)).map(({ data }) =>
      data.map((row) => row.map((cell) => (typeof cell === 'function' ? null : cell))),
    );
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    const values = { problem: { kind: 'text', text: problem } } as const;
    return { ok: false, problem: { key: 'export_broken_workbook', values } };
  }
  return readSheets(sheets, about);
}

/** Workbooks are zip files. */
function isZip([first, second]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b;
}

function csv(bytes: Uint8Array): Sheet {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
  return Papa.parse<string[]>(text).data;
}
