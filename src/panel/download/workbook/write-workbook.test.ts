import * as fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { money } from '../../../metrics/money.ts';
import { seconds, unixMs } from '../../../metrics/time.ts';
import type { SheetCell } from '../../../sources/exports/sheet.ts';
import { readWorkbook } from '../../../sources/exports/workbook/read-workbook.ts';
import {
  type DataTable,
  idCell,
  labelCell,
  moneyCell,
  numberCell,
  type TypedCell,
  wordsCell,
} from '../cell.ts';
import { englishWords, madeReport, madeSession } from '../report.fixture.ts';
import { reportTables } from '../report-tables.ts';
import { sheetNames } from './sheet-names.ts';
import { writeWorkbook } from './write-workbook.ts';
import { workbookText } from './xml-text.ts';

const zone = { offset: seconds(7 * 3_600) };
const table = (rows: DataTable['rows'], more: Partial<DataTable> = {}): DataTable => ({
  id: 'products',
  title: 'Products',
  head: [{ name: 'Name' }, { name: 'Started', of: 'instant' }, { name: 'Length', of: 'seconds' }],
  rows,
  ...more,
});
const written = (...tables: DataTable[]): Uint8Array =>
  writeWorkbook({ tables, zone }, englishWords);
/** The cells of the first sheet below its head, as our own reader of workbooks reads them. */
function readBack(rows: DataTable['rows']): readonly (readonly SheetCell[])[] {
  const book = readWorkbook(written(table(rows)));
  if (!book.ok) throw new Error('The workbook can’t be read.');
  const read = new Map(book.sheets[0]?.rows.map(({ row, cells }) => [row, cells]));
  return rows.map((_, place) => read.get(place + 2) ?? []);
}
const part = (bytes: Uint8Array, path: string): string =>
  strFromU8(unzipSync(bytes)[path] ?? new Uint8Array());

describe('a workbook', () => {
  it('holds numbers with the formats of what they are, and nothing for what is missing', () => {
    const bytes = written(
      table([
        [
          moneyCell(money('1103.38', 'USD')),
          moneyCell(money('2607080', 'VND')),
          numberCell('share', 0.0283),
          numberCell('seconds', 6_300),
          numberCell('count', 608),
          undefined,
        ],
      ]),
    );
    const sheet = part(bytes, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<v>1103.38</v>');
    expect(sheet).toContain('<v>2607080</v>');
    expect(sheet).not.toContain('r="F2"');
    const styles = part(bytes, 'xl/styles.xml');
    for (const format of [
      '#,##0.00 &quot;USD&quot;',
      '#,##0 &quot;VND&quot;',
      '0.00%',
      '[h]:mm:ss',
    ]) {
      expect(styles).toContain(`formatCode="${format}"`);
    }
  });

  it('tells times by the shop’s clock, which the head names', () => {
    const at = unixMs(Date.parse('2026-11-19T18:30:05Z'));
    const [row] = readBack([[{ kind: 'instant', at }, numberCell('seconds', 6_300)]]);
    expect(row?.[0]).toEqual(new Date('2026-11-20T01:30:05Z'));
    expect(row?.[1]).toEqual({ seconds: 6_300 });
    expect(part(written(table([])), 'xl/worksheets/sheet1.xml')).toContain('Started (GMT+7)');
  });

  it('keeps the head in sight, and ids and what begins like a formula words', () => {
    const bytes = written(table([[idCell('7649951805363391253'), wordsCell('=1+1')]]));
    const sheet = part(bytes, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('state="frozen"');
    expect(sheet).not.toContain('<f>');
    expect(sheet.match(/<c r="[AB]2" s="(\d+)" t="inlineStr">/g)).toHaveLength(2);
    expect(part(bytes, 'xl/styles.xml')).toContain('quotePrefix="1"');
  });

  it('marks words as words where they begin like a formula, and leaves their letters as they are', async () => {
    const sign = fc.constantFrom(...'=+-@\t＝＋－＠');
    await fc.assert(
      fc.property(sign, fc.string(), (first, rest) => {
        const text = workbookText(`${first}${rest}`);
        const bytes = written(table([[wordsCell(text), wordsCell('plain')]]));
        const sheet = part(bytes, 'xl/worksheets/sheet1.xml');
        expect(sheet).not.toMatch(/<f[ >]/);
        const looks =
          part(bytes, 'xl/styles.xml')
            .split('<cellXfs')[1]
            ?.match(/<xf [^>]*>/g) ?? [];
        const isMarked = (at: string): boolean => {
          const look = new RegExp(`<c r="${at}" s="(\\d+)" t="inlineStr">`).exec(sheet)?.[1];
          return looks[Number(look)]?.includes('quotePrefix="1"') === true;
        };
        expect([isMarked('A2'), isMarked('B2')]).toEqual([true, false]);
        expect(readBack([[wordsCell(text)]])).toEqual([[text]]);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same for the same figures', () => {
    expect(written(table([[wordsCell('a')]]))).toEqual(written(table([[wordsCell('a')]])));
  });

  it('gives back any words and any number as they were', async () => {
    const words = fc
      .oneof(
        fc.string({ unit: 'binary' }),
        fc.string(),
        fc.constantFrom('_x000D_', 'a\r\nb', ' a ', '<&>"'),
      )
      .map(workbookText)
      .filter((text) => text !== '');
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    await fc.assert(
      fc.property(fc.array(fc.tuple(words, number), { minLength: 1 }), (drawn) => {
        const rows = drawn.map(([text, value]): TypedCell[] => [
          wordsCell(text),
          numberCell('decimal', value),
        ]);
        expect(readBack(rows)).toEqual(drawn.map(([text, value]) => [text, value + 0]));
      }),
    );
  });

  it('drops marks that no workbook can hold, and what is longer than a cell', () => {
    const long = 'a'.repeat(40_000);
    expect(readBack([[wordsCell('a\u0000b\u001fc\uffff'), wordsCell(long)]])).toEqual([
      ['abc', long.slice(0, 32_767)],
    ]);
    expect(workbookText(`${'a'.repeat(32_766)}😀`)).toBe('a'.repeat(32_766));
    expect(workbookText('\ud83d')).toBe('');
  });

  it('names its sheets as Excel takes them', async () => {
    const names = sheetNames(['A/B: [c]?', 'History', '', 'x'.repeat(40), 'X'.repeat(40), "'q'"]);
    expect(names).toEqual([
      'A B   c',
      'History 2',
      '3',
      'x'.repeat(31),
      `${'X'.repeat(27)} (2)`,
      'q',
    ]);
    await fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (titles) => {
        const made = sheetNames(titles);
        expect(new Set(made.map((name) => name.toLowerCase())).size).toBe(titles.length);
        for (const name of made) expect(name).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/);
      }),
    );
  });

  it('of a LIVE has a sheet for each table, and each figure is read back equal', () => {
    const tables = reportTables(madeReport, madeSession, englishWords);
    const book = readWorkbook(writeWorkbook(tables, englishWords));
    if (!book.ok) throw new Error('The workbook can’t be read.');
    expect(book.sheets.map(({ name }) => name)).toEqual(tables.tables.map(({ title }) => title));
    const figures = book.sheets.find(({ name }) => name === 'Figures');
    const rows = new Map(figures?.rows.map(({ cells }) => [cells[0], cells[1]]));
    expect(rows.get('GMV')).toBe(Number(madeSession.figures.gmv?.money.amount));
    expect(rows.get('Views')).toBe(madeSession.figures.views?.value);
  });

  it('says in a label what it heads', () => {
    expect(readBack([[labelCell('Ended', 'instant'), labelCell('Duration', 'seconds')]])).toEqual([
      ['Ended (GMT+7)', 'Duration'],
    ]);
  });
});
