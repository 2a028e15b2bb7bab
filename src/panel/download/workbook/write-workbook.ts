import { strToU8, zipSync } from 'fflate';
import type { I18n } from '../../design/i18n.ts';
import type { ReportTables } from '../cell.ts';
import { sheetNames } from './sheet-names.ts';
import { createStyles } from './styles.ts';
import { worksheetXml } from './worksheet-xml.ts';
import { xmlAttribute } from './xml-text.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** So that the same figures make the same file; the oldest day that a zip can hold. */
const MADE = '1980-01-01T12:00:00';

/**
 * Tables as an .xlsx workbook, a sheet each, in cells of real types: numbers with formats (money in its
 * currency's digits, shares in percent, lengths as hours), times as dates by the shop's clock, which
 * their heads name; ids are words, and what is not known is blank. Words that begin like a formula are
 * cells of words with the mark of words (`quotePrefix`), so that they stay what they are when a cell is
 * edited; no letter is added to them.
 *
 * Written here rather than by a library: those that write formats and frozen heads weigh 30 to 250 KB,
 * and zip and escape what `fflate` and this do in a few.
 */
export function writeWorkbook(
  { tables, zone }: ReportTables,
  words: I18n,
): Uint8Array<ArrayBuffer> {
  const styles = createStyles();
  const sheets = tables.map((table) => worksheetXml(table, { zone, styles, words }));
  const names = sheetNames(tables.map(({ title }) => title));
  const files = {
    '[Content_Types].xml': [
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
      '<Default Extension="xml" ContentType="application/xml"/>',
      `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>`,
      `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>`,
      ...sheets.map(
        (_, at) =>
          `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
      ),
      '</Types>',
    ],
    '_rels/.rels': [
      `<Relationships xmlns="${RELATIONS}">`,
      `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>`,
      '</Relationships>',
    ],
    'xl/workbook.xml': [
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>`,
      ...names.map(
        (name, at) =>
          `<sheet name="${xmlAttribute(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
      ),
      '</sheets></workbook>',
    ],
    'xl/_rels/workbook.xml.rels': [
      `<Relationships xmlns="${RELATIONS}">`,
      ...sheets.map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      ),
      `<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/>`,
      '</Relationships>',
    ],
    'xl/styles.xml': [styles.xml()],
    ...Object.fromEntries(sheets.map((xml, at) => [`xl/worksheets/sheet${at + 1}.xml`, [xml]])),
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, parts]) => [
        path,
        strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${parts.join('')}`),
      ]),
    ),
    { mtime: MADE },
  );
}
