import { isMoneyMetric, type MetricId, metric } from '../../metrics/catalogue.ts';
import type { Region } from '../../metrics/feed/category-slice.ts';
import type { Figures, Origin } from '../../metrics/figure.ts';
import { amountOf } from '../../metrics/money.ts';
import { durationOf } from './cells/duration.ts';
import { moneyOfCell } from './cells/money.ts';
import { countOf, type DecimalMark, decimalOf, shareOf } from './cells/number.ts';
import type { Placed } from './head.ts';
import type { Numbers } from './identity.ts';
import type { SheetCell } from './sheet.ts';

/** A column of figures whose metric is settled. */
export interface FigureColumn extends Pick<Placed, 'at' | 'currency'> {
  readonly metric: MetricId;
}

/** The figures of a row. What a cell doesn't hold, or holds in a way that can't be read, is missing. */
export function figuresOfRow(
  cells: readonly SheetCell[],
  columns: readonly FigureColumn[],
  around: { readonly region: Region; readonly mark: DecimalMark; readonly origin: Origin },
): Figures {
  const { region, mark, origin } = around;
  const figures: Figures = {};
  for (const { at, metric: id, currency } of columns) {
    if (isMoneyMetric(id)) {
      const money = moneyOfCell(cells[at], currency, region, mark);
      if (money !== undefined) figures[id] = { money, origin };
    } else {
      const value = numberIn(cells[at], id, mark);
      if (value !== undefined) figures[id] = { value, origin };
    }
  }
  return figures;
}

/** The plain numbers of a row, for the identities between them. */
export function numbersOf(figures: Figures): Numbers {
  return Object.fromEntries(
    Object.entries(figures).map(([id, figure]) => [
      id,
      'money' in figure ? amountOf(figure.money) : figure.value,
    ]),
  );
}

/** A cell as a metric that is not money has it: a count, a share, seconds or a plain number. */
export function numberIn(cell: SheetCell, id: MetricId, mark: DecimalMark): number | undefined {
  switch (metric(id).unit) {
    case 'count':
      return countOf(cell);
    case 'rate':
      return shareOf(cell, mark);
    case 'seconds':
      return durationOf(cell);
    default: {
      const decimal = decimalOf(cell, mark);
      return decimal === undefined ? undefined : Number(decimal);
    }
  }
}
