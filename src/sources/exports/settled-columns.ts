import {
  isMoneyMetric,
  type MetricId,
  type MoneyMetricId,
  metric,
} from '../../metrics/catalogue.ts';
import type { Region } from '../../metrics/feed/category-slice.ts';
import { amountOf, type CurrencyCode, type Money } from '../../metrics/money.ts';
import { markOfColumn } from './cells/column-mark.ts';
import { durationOf, lengthsOfColumn } from './cells/duration.ts';
import { moneyOfCell, numberOfAmount } from './cells/money.ts';
import {
  countOf,
  type DecimalMark,
  decimalOf,
  markOf,
  percentOf,
  shareOf,
  writtenNumber,
} from './cells/number.ts';
import { type SheetCell, type SheetRow, wordsOfCell } from './sheet.ts';

/** A column of figures whose metric is settled. */
export interface FigureColumn {
  readonly at: number;
  readonly written: string;
  readonly metric: MetricId;
  readonly currency: CurrencyCode | undefined;
}

/** A column that was read in the one way which the whole of it settled: a value a row, in their order. */
export type SettledColumn = Pick<FigureColumn, 'at' | 'written'> &
  (
    | { readonly metric: MoneyMetricId; readonly money: readonly (Money | undefined)[] }
    | {
        readonly metric: Exclude<MetricId, MoneyMetricId>;
        readonly numbers: readonly (number | undefined)[];
      }
  );

/** A row's value as a plain number, money in major units; undefined where its cell holds none. */
export function numberAt(column: SettledColumn, row: number): number | undefined {
  if (!('money' in column)) return column.numbers[row];
  const money = column.money[row];
  return money === undefined ? undefined : amountOf(money);
}

/** No mean length of watching comes near to the longest, in days, or falls below the shortest, in seconds. */
const viewLengths = { longest: 0.1, shortest: 0.05 };

type Kind = 'money' | 'count' | 'ratio';

const kindOf = (id: MetricId): Kind =>
  isMoneyMetric(id) ? 'money' : metric(id).unit === 'count' ? 'count' : 'ratio';

/**
 * Settles how the cells of each column are read. What a number like 1.234 is, its own column tells, by
 * another number that can be read in one way alone; else the columns of the same kind beside it. Where
 * none tells, a lone mark before three digits separates the thousands of money and counts; a rate of
 * that form is left unread, and so is any such number of a column that contradicts itself.
 */
export function settleColumns(
  columns: readonly FigureColumn[],
  rows: readonly SheetRow[],
  region: Region,
): readonly SettledColumn[] {
  const told = columns.map(({ at, metric: id }) => markOfColumn(numbersIn(rows, at, kindOf(id))));
  const ofKind = (kind: Kind): DecimalMark | undefined => {
    const marks = new Set(
      columns.flatMap(({ metric: id }, place) =>
        kindOf(id) === kind && told[place] !== undefined ? [told[place]] : [],
      ),
    );
    const [only, ...others] = marks;
    return others.length === 0 && only !== 'mixed' ? only : undefined;
  };
  const marks = { money: ofKind('money'), count: ofKind('count'), ratio: ofKind('ratio') };
  return columns.map((column, place) => {
    const kind = kindOf(column.metric);
    const mixed = told[place] === 'mixed';
    const known = told[place] === 'mixed' ? undefined : (told[place] ?? marks[kind]);
    const markFor = (text: string | undefined): DecimalMark | undefined => {
      const written = writtenNumber(text);
      const own = written === undefined ? undefined : markOf(written);
      if (own !== undefined || mixed) return own ?? (hasMark(text) ? undefined : '.');
      return known ?? (kind === 'ratio' && hasMark(text) ? undefined : thousandsApart(text));
    };
    return settled(column, markFor, rows, region);
  });
}

const hasMark = (text: string | undefined): boolean => /[.,]/.test(text ?? '');

/** The mark that a lone one before three digits is not. */
const thousandsApart = (text: string | undefined): DecimalMark =>
  text?.includes('.') === true ? ',' : '.';

function numbersIn(rows: readonly SheetRow[], at: number, kind: Kind): string[] {
  return rows.flatMap(({ cells }) => {
    const cell = cells[at];
    if (typeof cell !== 'string') return [];
    const text = kind === 'money' ? numberOfAmount(cell) : (percentOf(cell) ?? wordsOfCell(cell));
    return text === undefined ? [] : [text];
  });
}

function settled(
  { at, written, metric: id, currency }: FigureColumn,
  markFor: (text: string | undefined) => DecimalMark | undefined,
  rows: readonly SheetRow[],
  region: Region,
): SettledColumn {
  const cellsOfColumn = rows.map(({ cells }) => cells[at]);
  if (isMoneyMetric(id)) {
    const money = cellsOfColumn.map((cell) => {
      const mark = markFor(numberOfAmount(cell));
      return mark && moneyOfCell(cell, currency, region, mark);
    });
    return { at, written, metric: id, money };
  }
  const numbers = cellsOfColumn.map(numberReader(id, markFor, cellsOfColumn));
  return { at, written, metric: id, numbers };
}

function numberReader(
  id: Exclude<MetricId, MoneyMetricId>,
  markFor: (text: string | undefined) => DecimalMark | undefined,
  cellsOfColumn: readonly SheetCell[],
): (cell: SheetCell) => number | undefined {
  const { unit } = metric(id);
  if (unit === 'seconds') {
    const lengths = lengthsOfColumn(cellsOfColumn, viewLengths);
    return (cell) => durationOf(cell, lengths);
  }
  return (cell) => {
    const mark = markFor(percentOf(cell) ?? wordsOfCell(cell));
    if (mark === undefined) return undefined;
    if (unit === 'count') return countOf(cell, mark);
    if (unit === 'rate') return shareOf(cell, mark);
    const decimal = decimalOf(cell, mark);
    return decimal === undefined ? undefined : Number(decimal);
  };
}
