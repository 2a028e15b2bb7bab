import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from './read-workbook.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

interface Made {
  /** What stands in `sheetData`. */
  readonly rows: string;
  readonly styles?: string;
  readonly strings?: string;
  readonly book?: string;
  /** A prefix for every name of the main namespace, as some writers have it. */
  readonly prefix?: string;
}

/** A workbook out of hand-written parts, packed as every writer packs them. */
function made({ rows, styles = '', strings = '', book = '', prefix = '' }: Made): Uint8Array {
  const xml = (name: string, inside: string): Uint8Array =>
    strToU8(
      `<?xml version="1.0"?>${`<${name} xmlns="${MAIN}" xmlns:r="${OFFICE}">${inside}</${name}>`
        .replace(/<(\/?)(?=[a-z])/gi, `<$1${prefix}`)
        .replace('xmlns=', prefix === '' ? 'xmlns=' : `xmlns:${prefix.slice(0, -1)}=`)}`,
    );
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  return zipSync({
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${PACKAGE}">${relation('a', 'officeDocument', '/xl/book2.xml')}</Relationships>`,
    ),
    'xl/book2.xml': xml(
      'workbook',
      `${book}<sheets><sheet name="LIVEs" sheetId="1" r:id="rId1"/><sheet name="Old" sheetId="2" state="hidden" r:id="rId2"/></sheets>`,
    ),
    'xl/_rels/book2.xml.rels': strToU8(
      `<Relationships xmlns="${PACKAGE}">${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'worksheet', '/xl/worksheets/sheet2.xml')}${relation('rId3', 'styles', 'styles.xml')}${relation('rId4', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    ),
    'xl/styles.xml': xml('styleSheet', styles),
    'xl/sharedStrings.xml': xml('sst', strings),
    'xl/worksheets/sheet1.xml': xml('worksheet', `<sheetData>${rows}</sheetData>`),
    'xl/worksheets/sheet2.xml': xml(
      'worksheet',
      '<sheetData><row><c><v>1</v></c></row></sheetData>',
    ),
  });
}

function cellsOf(parts: Made) {
  const read = readWorkbook(made(parts));
  if (!read.ok) throw new Error(read.problem.key);
  return read.sheets[0]?.rows.map(({ row, cells }) => [row, ...cells]);
}

const styles = (formats: readonly string[]): string =>
  `<numFmts>${formats.map((code, id) => `<numFmt numFmtId="${200 + id}" formatCode="${code}"/>`).join('')}</numFmts><cellXfs>${formats.map((_, id) => `<xf numFmtId="${200 + id}"/>`).join('')}</cellXfs>`;
const cell = (style: number, value: string): string => `<c s="${style}"><v>${value}</v></c>`;

describe('a workbook', () => {
  it('is read by the order of its cells where they do not say where they stand', () => {
    expect(
      cellsOf({
        rows: '<row><c><v>1</v></c><c t="b"><v>1</v></c></row><row/><row><c><v>2</v></c></row>',
      }),
    ).toEqual([
      [1, 1, true],
      [3, 2],
    ]);
  });

  it('keeps the places of cells and rows that are left out', () => {
    expect(
      cellsOf({ rows: '<row r="4"><c r="B4"><v>1</v></c><c r="D4"><v>2</v></c></row>' }),
    ).toEqual([[4, undefined, 1, undefined, 2]]);
  });

  it('has its texts in a list or in the cells, in parts or whole, with what XML cannot hold', () => {
    const strings =
      '<si><t>one</t></si><si><r><t>two </t></r><r><t xml:space="preserve">parts</t></r><rPh sb="0" eb="1"><t>spoken</t></rPh></si><si><t>a_x000D_b &amp; _x005F_x000D_</t></si>';
    const shared = [0, 1, 2].map((at) => `<c t="s"><v>${at}</v></c>`).join('');
    const inline = '<c t="inlineStr"><is><t>three</t></is></c><c t="str"><f>A1</f><v>four</v></c>';
    expect(
      cellsOf({ rows: `<row>${shared}${inline}<c t="e"><v>#N/A</v></c></row>`, strings }),
    ).toEqual([[1, 'one', 'two parts', 'a\rb & _x000D_', 'three', 'four']]);
  });

  it('tells points in time from lengths and plain numbers by their formats', () => {
    const formats = [
      'yyyy-mm-dd hh:mm',
      '[h]:mm:ss',
      'h:mm:ss',
      '0.00',
      '[$-41E]d/m/bbbb hh:mm',
      '#,##0 &quot;days&quot;',
      'General',
    ];
    const rows = `<row>${cell(0, '46204.7708333333')}${cell(1, '3.1166666667')}${cell(2, '0.1669')}${cell(3, '46204.77')}${cell(4, '46204.7708333333')}${cell(5, '12')}${cell(6, '1.5')}</row>`;
    expect(cellsOf({ rows, styles: styles(formats) })).toEqual([
      [
        1,
        new Date('2026-07-01T18:30:00Z'),
        { seconds: 269_280 },
        { seconds: 14_420 },
        46_204.77,
        new Date('2026-07-01T18:30:00Z'),
        12,
        1.5,
      ],
    ]);
  });

  it.each(['1', 'true'])('counts days from 1904 where it says %j', (said) => {
    const rows = `<row>${cell(0, '44742.7708333333')}</row>`;
    const book = `<workbookPr date1904="${said}"/>`;
    expect(cellsOf({ rows, book, styles: styles(['yyyy-mm-dd hh:mm']) })).toEqual([
      [1, new Date('2026-07-01T18:30:00Z')],
    ]);
  });

  it('reads dates that are written as text by the clock they show, whatever zone stands behind', () => {
    const dates = ['2026-07-01T18:30:00', '2026-07-01T18:30:00Z', '2026-07-01T18:29:59.9996'];
    const rows = `<row>${dates.map((date) => `<c t="d"><v>${date}</v></c>`).join('')}</row>`;
    const at = new Date('2026-07-01T18:30:00Z');
    expect(cellsOf({ rows })).toEqual([[1, at, at, at]]);
  });

  it('is the same with a prefix before every name', () => {
    expect(cellsOf({ rows: '<row><c><v>7</v></c></row>', prefix: 'x:' })).toEqual([[1, 7]]);
  });

  it('says which of its sheets are hidden', () => {
    const read = readWorkbook(made({ rows: '' }));
    expect(read.ok && read.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['LIVEs', false],
      ['Old', true],
    ]);
  });

  it('that is broken is refused with a reason', () => {
    const whole = made({ rows: '<row><c><v>1</v></c></row>' });
    expect(readWorkbook(whole.subarray(0, 300))).toMatchObject({
      ok: false,
      problem: { key: 'export_broken_workbook' },
    });
    expect(readWorkbook(made({ rows: '<row><c>' }))).toMatchObject({ ok: false });
  });
});
