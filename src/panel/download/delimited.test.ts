import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { money } from '../../metrics/money.ts';
import { seconds, unixMs } from '../../metrics/time.ts';
import { idCell, labelCell, moneyCell, numberCell, type TypedCell, wordsCell } from './cell.ts';
import { csvOf, tsvOf } from './delimited.ts';
import { englishWords } from './report.fixture.ts';

const zone = { offset: seconds(7 * 3_600) };
const at = unixMs(Date.parse('2026-11-19T18:30:05Z'));
const tablesOf = (...tables: (readonly (readonly TypedCell[])[])[]) => ({
  zone,
  tables: tables.map((rows) => ({
    id: 'products' as const,
    title: 'Products',
    head: [{ name: 'Name' }, { name: 'Started', of: 'instant' as const }],
    rows,
  })),
});
const csv = (...rows: (readonly TypedCell[])[]): string => csvOf(tablesOf(rows), englishWords);
const tsv = (...rows: (readonly TypedCell[])[]): string => tsvOf(tablesOf(rows), englishWords);

describe('a CSV', () => {
  it('opens in Excel: byte order mark, CRLF, quotes doubled, a blank line between tables', () => {
    const rows = [[wordsCell('面膜, "white"'), numberCell('decimal', 12.5)]];
    expect(csvOf(tablesOf(rows, []), englishWords)).toBe(
      '\uFEFFName,Started (UTC)\r\n"面膜, ""white""",12.5\r\n\r\nName,Started (UTC)\r\n',
    );
  });

  it('leaves what is missing blank instead of zero', () => {
    const row = [undefined, numberCell('count', 0), numberCell('count', Number.NaN)];
    expect(csv(row).split('\r\n')[1]).toBe(',0,');
  });

  it('keeps a spreadsheet from running words as a formula, and negative numbers numbers', () => {
    const words = ['=HYPERLINK("x")', '@a', '-b', '+c', '\td'].map(wordsCell);
    expect(csv([...words, numberCell('count', -5)]).split('\r\n')[1]).toBe(
      '"\'=HYPERLINK(""x"")",\'@a,\'-b,\'+c,"\'\td",-5',
    );
  });

  it('keeps every digit of ids and of money, and tells times in UTC', () => {
    const row = [
      ...[idCell('7649951805363391253'), moneyCell(money('1103.38', 'USD'))],
      ...[{ kind: 'instant', at } as const, labelCell('Duration', 'seconds')],
    ];
    expect(csv(row).split('\r\n')[1]).toBe(
      "'7649951805363391253,1103.38,2026-11-19T18:30:05.000Z,Duration (seconds)",
    );
  });

  it('never starts a cell of words with a sign that runs', async () => {
    await fc.assert(
      fc.property(fc.string(), (text) => {
        const body = csv([wordsCell(text)]).slice('\uFEFFName,Started (UTC)\r\n'.length);
        expect(body.replace(/\r\n$/, '')).not.toMatch(/^"?[=+@\t\r\n-]/);
      }),
    );
  });

  it('is read back by another program cell by cell, whatever stands in it', async () => {
    const cell = fc.oneof(
      fc
        .string({ unit: 'binary' })
        .filter((text) => text !== '')
        .map(wordsCell),
      fc
        .double({ noNaN: true, noDefaultInfinity: true })
        .map((value) => numberCell('decimal', value)),
    );
    await fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const read = Papa.parse<string[]>(csv(...rows).slice(1), {
          newline: '\r\n',
          delimiter: ',',
        });
        expect(read.errors).toEqual([]);
        for (const [place, row] of rows.entries()) {
          for (const [column, one] of row.entries()) {
            const text = read.data[place + 1]?.[column];
            if (one?.kind === 'words') expect([one.words, `'${one.words}`]).toContain(text);
            else if (one?.kind === 'decimal') expect(Number(text)).toBe(one.value + 0);
          }
        }
      }),
    );
  });
});

describe('cells to paste', () => {
  it('keep a spreadsheet from running words as a formula, and negative numbers numbers', async () => {
    const words = [...'=+-@＝＋－＠'].map((sign) => wordsCell(`${sign}1`));
    expect(tsv([...words, numberCell('count', -5)]).split('\n')[1]).toBe(
      "'=1\t'+1\t'-1\t'@1\t'＝1\t'＋1\t'－1\t'＠1\t-5",
    );
    await fc.assert(
      fc.property(fc.string(), (text) => {
        const body = tsv([wordsCell(text)]).slice('Name\tStarted (GMT+7)\n'.length);
        expect(body.replace(/\n$/, '')).not.toMatch(/^"?[=+@\t\r\n-]/);
      }),
    );
  });

  it('stand apart by tabs, with times by the shop’s clock, which the head names', () => {
    const row = [wordsCell('a\tb'), { kind: 'instant', at } as const, undefined];
    expect(tsv(row)).toBe('Name\tStarted (GMT+7)\n"a\tb"\t2026-11-20 01:30:05\t\n');
  });
});
