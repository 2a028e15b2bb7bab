import { strToU8, unzipSync, zipSync } from 'fflate';
import { workbook } from '../../sources/exports/workbook.fixture.ts';
import type { Random } from '../../sources/sample/random.ts';

/** A table as a file would have it. */
type Cells = readonly (readonly (string | number | undefined)[])[];

/** What cells of real files were seen to hold where a figure was expected, and what should never be there. */
const oddities: readonly (string | number)[] = [
  ...['-', '--', '', ' ', 'N/A', '1.234,56', '1,234.56', '1 234,56', '1e9', '1.5K', '(12)', '−3'],
  ...[
    '٣٤',
    '１２',
    '12%',
    '1,200%',
    '$',
    'US$1',
    'R$ 1,00',
    'Rp1.000',
    '=1+1',
    '@a',
    '#REF!',
    '0x1F',
  ],
  ...['2026-02-30 25:61', '31/12/2026', '12/31/2026', '2026/04/18/ 22:14', '1h 99min', '99:99:99'],
  ...['constructor', 'toString', '__proto__'],
  ...['1e999', '9e300', '99999999:00:00', '9'.repeat(400), `${'9'.repeat(400)}h`],
  ...['7654451471329741576', '7.65445E+18', '\u0000', '\u202e1', '"', "'1", 'TRUE', '\ud800'],
  ...[Number.MAX_SAFE_INTEGER, -1, 0, 1e308, 0.1 + 0.2, 45_000.999],
];

const below = (draw: Random, count: number): number => Math.floor(draw() * count);
const oneOf = <T>(draw: Random, all: readonly T[], otherwise: T): T =>
  all[below(draw, all.length)] ?? otherwise;

/** A file made of a table with some of its cells, rows and heads changed. */
function ofOtherCells(cells: Cells, isText: boolean, draw: Random): Uint8Array {
  const rows = cells.map((row) => [...row]);
  for (let times = 1 + below(draw, 8); times > 0; times -= 1) {
    const at = below(draw, rows.length);
    const row = rows[at];
    if (row === undefined) continue;
    const column = below(draw, row.length);
    switch (below(draw, 6)) {
      case 0:
        rows.splice(at, 1);
        break;
      case 1:
        rows.splice(below(draw, rows.length), 0, [...row]);
        break;
      case 2:
        row.splice(column, 1);
        break;
      case 3:
        [row[0], row[column]] = [row[column], row[0]];
        break;
      case 4:
        row[column] = oneOf(draw, ['x', '1', '9,', '1h', '"', '[', ' 1'], 'x').repeat(
          below(draw, 15_000),
        );
        break;
      default:
        row[column] = oneOf(draw, oddities, '');
    }
  }
  return exportFileOf(rows, isText);
}

/** A file with bytes of it changed, taken out, doubled, or cut off. */
function ofOtherBytes(file: Uint8Array, draw: Random): Uint8Array {
  let bytes = [...file];
  for (let times = 1 + below(draw, 6); times > 0; times -= 1) {
    const at = below(draw, bytes.length);
    const length = 1 + below(draw, 20);
    switch (below(draw, 5)) {
      case 0:
        bytes = bytes.slice(0, at);
        break;
      case 1:
        bytes.splice(at, length);
        break;
      case 2:
        bytes.splice(at, 0, ...bytes.slice(at, at + length));
        break;
      case 3:
        bytes.splice(at, 0, ...Array.from({ length }, () => below(draw, 256)));
        break;
      default:
        bytes[at] = below(draw, 256);
    }
  }
  return new Uint8Array(bytes);
}

/** A workbook whose parts are changed inside an archive that stays whole: tags, attributes, whole parts. */
function ofOtherParts(file: Uint8Array, draw: Random): Uint8Array {
  const parts = unzipSync(file);
  const names = Object.keys(parts);
  const name = oneOf(draw, names, '');
  const text = new TextDecoder().decode(parts[name]);
  const at = below(draw, text.length);
  const end = text.indexOf('>', at);
  switch (below(draw, 5)) {
    case 0:
      delete parts[name];
      break;
    case 1:
      parts[name] = strToU8(text.slice(0, at) + text.slice(end + 1));
      break;
    case 2:
      parts[name] = strToU8(text.slice(0, at) + text.slice(at, end + 1) + text.slice(at));
      break;
    case 3:
      parts[name] = strToU8(text.replace(/"[^"]*"/, `"${oneOf(draw, oddities, '')}"`));
      break;
    default:
      parts[name] = parts[oneOf(draw, names, name)] ?? new Uint8Array();
  }
  return zipSync(parts);
}

/** A table as the file of a program: text with commas, or a workbook. */
export function exportFileOf(cells: Cells, isText: boolean): Uint8Array {
  if (!isText) return workbook(cells);
  const quoted = (cell: string | number | undefined): string =>
    `"${String(cell ?? '').replaceAll('"', '""')}"`;
  return strToU8(cells.map((row) => row.map(quoted).join(',')).join('\r\n'));
}

/** The file of a table, spoilt in one of the ways in which it may be. */
export function spoiltFile(cells: Cells, draw: Random): Uint8Array {
  const isText = draw() < 0.4;
  const way = oneOf(draw, isText ? ['cells', 'bytes'] : ['cells', 'bytes', 'parts'], 'cells');
  if (way === 'cells') return ofOtherCells(cells, isText, draw);
  const whole = exportFileOf(cells, isText);
  return way === 'bytes' ? ofOtherBytes(whole, draw) : ofOtherParts(whole, draw);
}
