import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { referenceFor } from '../../diagnosis/benchmark/reference.ts';
import { diagnose } from '../../diagnosis/diagnose.ts';
import { capturedLive } from '../../diagnosis/fixtures/captured.ts';
import { money } from '../../metrics/money.ts';
import type { Session } from '../../metrics/session.ts';
import { seconds, unixMs } from '../../metrics/time.ts';
import { type I18n, i18nOf } from '../../panel/design/i18n.ts';
import {
  type DataTable,
  idCell,
  moneyCell,
  numberCell,
  type ReportTables,
  type TypedCell,
  wordsCell,
} from '../../panel/download/cell.ts';
import { reportTables } from '../../panel/download/report-tables.ts';
import { writeWorkbook } from '../../panel/download/workbook/write-workbook.ts';
import { writer } from '../../platform/text.ts';
import { isElapsed, type SheetCell } from '../../sources/exports/sheet.ts';
import { readWorkbook } from '../../sources/exports/workbook/read-workbook.ts';
import { sampleShop } from '../../sources/sample/index.ts';

/** A workbook as the panel writes it, and the tables that it must hold. */
export interface OwnWorkbook {
  readonly name: string;
  readonly tables: ReportTables;
  readonly bytes: Uint8Array;
}

/** The panel's Excel files of the captured LIVE, of a LIVE of the sample shop, and of cells that try a spreadsheet. */
export function ownWorkbooks(): readonly OwnWorkbook[] {
  const words = englishOf();
  const [sample] = sampleShop({ now: unixMs(Date.UTC(2026, 10, 20, 12)), seed: 7 }).rooms.slice(4);
  if (sample === undefined) throw new Error('The sample shop has no fifth LIVE.');
  const of = (session: Session): ReportTables => {
    const { benchmark, target } = referenceFor({ versus: 'usual' }, session, []);
    return reportTables(
      diagnose({ session, benchmark, history: [], options: { target } }),
      session,
      words,
    );
  };
  const made: readonly (readonly [string, ReportTables])[] = [
    ['captured', of(capturedLive())],
    ['sample', of(sample.session)],
    ['trying', { tables: [tryingTable], zone: { offset: seconds(-8 * 3_600) } }],
  ];
  return made.map(([name, tables]) => ({ name, tables, bytes: writeWorkbook(tables, words) }));
}

/** Words and numbers of which spreadsheets like to make something else. */
const tryingTable: DataTable = {
  id: 'products',
  title: 'Tried',
  head: [{ name: 'Words' }, { name: 'id' }, { name: 'Number' }, { name: 'Money' }],
  rows: [
    ...['=1+1', '+1', '-1', '@SUM(A1)', '1/2', '2026-01-07', '007', '1,5', 'TRUE', '12%', '1e5'],
    ...[' a ', 'a\nb', '"q"', '<b>&amp;', '_x000D_', '面膜', 'ครีม', '😀'],
  ].map((text, place): TypedCell[] => [
    wordsCell(text),
    idCell(`76499518053633912${String(place).padStart(2, '0')}`),
    numberCell('decimal', [0, -0.1, 1 / 3, 1e-7, 123_456_789.125][place % 5]),
    place % 4 === 3
      ? undefined
      : moneyCell(money(`${place}00.05`, place % 2 === 0 ? 'USD' : 'IDR')),
  ]),
};

/** What became of the cells of a workbook. */
export interface CellsCompared {
  readonly equal: number;
  readonly different: readonly string[];
}

/** Compares a workbook that another program saved, cell by cell, with the tables that it was written from; blank must stay blank. */
export function compareCells({ name, tables }: OwnWorkbook, saved: Uint8Array): CellsCompared {
  const book = readWorkbook(saved);
  if (!book.ok) return { equal: 0, different: [`${name}: it can’t be read`] };
  const different: string[] = [];
  let equal = 0;
  for (const [place, table] of tables.tables.entries()) {
    const sheet = book.sheets[place];
    if (sheet?.name !== table.title) different.push(`${name}: sheet ${table.title} is gone`);
    const rows = new Map(sheet?.rows.map(({ row, cells }) => [row, cells]));
    for (const [line, row] of table.rows.entries()) {
      for (const [column, cell] of row.entries()) {
        const read = rows.get(line + 2)?.[column];
        if (isSame(cell, read, tables)) equal += 1;
        else {
          const told = [JSON.stringify(read), JSON.stringify(cell)].join(' for ');
          different.push(`${name}: ${table.title} row ${line + 2}, column ${column + 1}: ${told}`);
        }
      }
    }
  }
  return { equal, different };
}

function isSame(cell: TypedCell, read: SheetCell, { zone }: ReportTables): boolean {
  if (cell === undefined) return read === undefined || read === null || read === '';
  switch (cell.kind) {
    case 'words':
      return (read ?? '') === cell.words;
    case 'id':
      return read === cell.id;
    case 'label':
      return typeof read === 'string' && read.startsWith(cell.label.name);
    case 'instant':
      return (
        read instanceof Date && read.getTime() === roundedToSecond(cell.at) + zone.offset * 1000
      );
    case 'seconds':
      return isElapsed(read) && read.seconds === Math.round(cell.value);
    case 'money':
      return isNear(read, Number(cell.amount));
    default:
      return isNear(read, cell.value);
  }
}

const roundedToSecond = (at: number): number => Math.round(at / 1000) * 1000;

/** As near as fifteen digits, which is what spreadsheets keep. */
const isNear = (read: SheetCell, value: number): boolean =>
  typeof read === 'number' && Math.abs(read - value) <= 1e-14 * Math.abs(value);

/** The extension's English words, as a file of them is read outside of a browser. */
export function englishOf(): I18n {
  const path = join(import.meta.dirname, '../../../public/_locales/en/messages.json');
  const sentences: Readonly<Record<string, { readonly message: string }>> = JSON.parse(
    readFileSync(path, 'utf8'),
  );
  return i18nOf(writer((key) => sentences[key]?.message, 'en'));
}
