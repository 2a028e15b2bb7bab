import { DAY_MS, DAY_SECONDS, type Zone } from '../../../metrics/time.ts';
import type { I18n } from '../../design/i18n.ts';
import type { DataTable, TypedCell } from '../cell.ts';
import { zonedLabel } from '../label-words.ts';
import type { Styles } from './styles.ts';
import { xmlText } from './xml-text.ts';

/** Widths of columns, in letters. */
const [NARROWEST, WIDEST] = [9, 56];
/** Rows by which the width of a column is told; the others scroll past it. */
const MEASURED = 200;
/** How wide a time and a length of time are shown. */
const INSTANT_WIDTH = 19;
const LENGTH_WIDTH = 9;
/** Letters of a currency, marks between thousands and the like around a number. */
const AROUND_NUMBER = 7;

/** Day 0 of spreadsheets, 1899-12-30. */
const DAY_ZERO_MS = Date.UTC(1899, 11, 30);

interface Sheeting {
  readonly zone: Zone;
  readonly styles: Styles;
  readonly words: I18n;
}

/** One table as a sheet (`xl/worksheets/sheet1.xml`): its head stays in sight, and sorts and filters it. */
export function worksheetXml({ head, rows }: DataTable, { zone, styles, words }: Sheeting): string {
  const heads = head.map((label) => zonedLabel(label, zone, words));
  const most = Math.max(head.length, ...rows.map((row) => row.length));
  const widths = Array.from({ length: most }, (_, column) =>
    widthOf(
      heads[column] ?? '',
      rows.slice(0, MEASURED).map((row) => row[column]),
    ),
  );
  const lines = [
    rowXml(
      1,
      heads.map((text, column) => textXml(text, reference(column, 1), styles.head)),
    ),
    ...rows.map((row, place) =>
      rowXml(
        place + 2,
        row.map((cell, column) => cellXml(cell, reference(column, place + 2))),
      ),
    ),
  ];
  const isTable = rows.length > 0 && head.length > 2;
  const corner = reference(most - 1, rows.length + 1);
  return [
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    '<sheetViews><sheetView workbookViewId="0">',
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    '</sheetView></sheetViews><cols>',
    ...widths.map(
      (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
    ),
    '</cols><sheetData>',
    ...lines,
    '</sheetData>',
    isTable ? `<autoFilter ref="A1:${corner}"/>` : '',
    // On paper as wide as the page, and as long as it gets.
    '<pageSetup orientation="landscape" fitToHeight="0"/>',
    // Ids are words on purpose.
    `<ignoredErrors><ignoredError sqref="A1:${corner}" numberStoredAsText="1"/></ignoredErrors>`,
    '</worksheet>',
  ].join('');

  function cellXml(cell: TypedCell, at: string): string {
    if (cell === undefined) return '';
    const style = styles.of(cell);
    switch (cell.kind) {
      case 'words':
        return textXml(cell.words, at, style);
      case 'id':
        return textXml(cell.id, at, style);
      case 'label':
        return textXml(zonedLabel(cell.label, zone, words), at, style);
      case 'money':
        return numberXml(cell.amount, at, style);
      case 'seconds':
        return numberXml(cell.value / DAY_SECONDS, at, style);
      case 'instant':
        return numberXml((cell.at + zone.offset * 1000 - DAY_ZERO_MS) / DAY_MS, at, style);
      default:
        return numberXml(cell.value, at, style);
    }
  }
}

const rowXml = (number: number, cells: readonly string[]): string =>
  `<row r="${number}">${cells.join('')}</row>`;

const numberXml = (value: number | string, at: string, style: number): string =>
  `<c r="${at}" s="${style}"><v>${value}</v></c>`;

const textXml = (text: string, at: string, style: number): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;

/** "C12" of the third column and the twelfth row; columns count from 0. */
function reference(column: number, row: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}

function widthOf(head: string, cells: readonly TypedCell[]): number {
  const widest = Math.max(head.length + 3, ...cells.map(lettersOf));
  return Math.min(WIDEST, Math.max(NARROWEST, widest + 1));
}

function lettersOf(cell: TypedCell): number {
  if (cell === undefined) return 0;
  switch (cell.kind) {
    case 'words':
      return Math.max(...cell.words.split('\n').map((line) => line.length));
    case 'label':
      return cell.label.name.length + (cell.label.of === 'instant' ? AROUND_NUMBER : 0);
    case 'id':
      return cell.id.length;
    case 'instant':
      return INSTANT_WIDTH;
    case 'seconds':
      return LENGTH_WIDTH;
    case 'money':
      return Number(cell.amount).toFixed(0).length + AROUND_NUMBER;
    default:
      return cell.value.toFixed(0).length + AROUND_NUMBER;
  }
}
