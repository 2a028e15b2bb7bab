import { DAY_MS } from '../../../metrics/time.ts';
import type { SheetCell, SheetRow } from '../sheet.ts';
import type { NumberKind } from './number-formats.ts';
import { textCollector } from './shared-strings.ts';
import { walkXml } from './walk-xml.ts';

/** What the cells of a sheet refer to. */
export interface WorkbookContext {
  readonly strings: readonly string[];
  readonly kinds: readonly NumberKind[];
  /** Days are counted from 1904-01-01 instead of 1899-12-30. */
  readonly from1904: boolean;
}

/** Exports have below forty columns; what a stray cell far to the right would cost is left out. */
const MOST_COLUMNS = 256;
const DAY_SECONDS = DAY_MS / 1000;
/** A date before 1901 is no LIVE's: what is formatted so is a length that a program took for a date. */
const FIRST_DAY = 400;

/**
 * The rows of a sheet (`xl/worksheets/sheet1.xml`) that hold something. Rows and cells that don't say
 * where they stand follow the one before them, as the standard has it.
 */
export function worksheetRows(xml: string, context: WorkbookContext): readonly SheetRow[] {
  const rows: SheetRow[] = [];
  const text = textCollector();
  let row = 0;
  let cells: SheetCell[] = [];
  let column = -1;
  let type = 'n';
  let style = 0;
  let value: string | undefined;
  let inValue = false;
  walkXml(xml, {
    open(name, attribute) {
      if (name === 'row') {
        row = Number(attribute('r') ?? row + 1);
        cells = [];
        column = -1;
      } else if (name === 'c') {
        column = columnOf(attribute('r')) ?? column + 1;
        type = attribute('t') ?? 'n';
        style = Number(attribute('s') ?? 0);
        value = undefined;
        text.clear();
      } else if (name === 'v') {
        inValue = true;
        value = '';
      } else if (name === 'is') {
        text.clear();
      }
      text.open(name);
    },
    text(part) {
      if (inValue) value = `${value ?? ''}${part}`;
      text.add(part);
    },
    close(name) {
      text.close(name);
      if (name === 'v') inValue = false;
      if (name === 'c' && column < MOST_COLUMNS) {
        const cell =
          type === 'inlineStr'
            ? text.value()
            : value === undefined
              ? undefined
              : cellOf(value, type, context.kinds[style] ?? 'number', context);
        if (cell !== undefined && cell !== '') cells[column] = cell;
      }
      if (name === 'row' && cells.length > 0) rows.push({ row, cells: Array.from(cells) });
    },
  });
  return rows;
}

function cellOf(
  value: string,
  type: string,
  kind: NumberKind,
  { strings, from1904 }: WorkbookContext,
): SheetCell {
  switch (type) {
    case 's':
      return strings[Number(value)];
    case 'str':
      return value;
    case 'b':
      return value === '1';
    case 'e':
      return undefined;
    case 'd':
      return isoDate(value);
    default: {
      const number = value.trim() === '' ? Number.NaN : Number(value);
      if (!Number.isFinite(number)) return undefined;
      if (kind === 'number') return number;
      if (kind === 'elapsed' && number < FIRST_DAY) return elapsed(number);
      return number < FIRST_DAY && !from1904
        ? elapsed(number)
        : new Date(Math.round(msOfDay(number, from1904) / 1000) * 1000);
    }
  }
}

const elapsed = (days: number): SheetCell =>
  days < 0 ? days : { seconds: Math.round(days * DAY_SECONDS) };

/** The clock's reading of a day's number, as if the clock stood at UTC. */
function msOfDay(days: number, from1904: boolean): number {
  return Date.UTC(from1904 ? 1904 : 1899, from1904 ? 0 : 11, from1904 ? 1 : 30) + days * DAY_MS;
}

/** The clock of an ISO date cell: a zone that a writer put behind it is its own, and no shop's. */
function isoDate(text: string): SheetCell {
  const clock = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?/.exec(text.trim());
  if (clock === null) return undefined;
  const ms = Date.parse(`${clock[1]}T${clock[2] ?? '00:00'}Z`);
  return Number.isNaN(ms) ? undefined : new Date(Math.round(ms / 1000) * 1000);
}

/** "C12" is the third column; undefined where a cell doesn't say. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
