import type { Finding, Report } from '../../diagnosis/report.ts';
import { isMoneyMetric, metric } from '../../metrics/catalogue.ts';
import { moneyOf } from '../../metrics/figure.ts';
import type { Session } from '../../metrics/session.ts';
import type { I18n } from '../design/i18n.ts';
import { basisNames } from '../diagnosis/basis-names.ts';
import {
  amountCell,
  asides,
  columns,
  type DataTable,
  metricCell,
  moneyCell,
  numberCell,
  readAtCell,
  type TypedCell,
  wordsCell,
} from './cell.ts';

/** Every metric with its benchmark, its usual range and where it was read. */
export function figuresTable(report: Report, session: Session, { t }: I18n): DataTable {
  return {
    id: 'figures',
    title: t('csv_sheet_figures'),
    head: [
      ...columns(t('csv_metric'), t('csv_yours')),
      ...asides(t('csv_unit')),
      ...columns(t('csv_benchmark'), t('csv_basis')),
      ...columns(t('csv_usual_low'), t('csv_usual_middle'), t('csv_usual_high')),
      ...asides(t('csv_usual_count'), t('csv_verdict'), t('csv_endpoint')),
      { name: t('csv_read_at'), of: 'instant', aside: true },
    ],
    rows: report.comparisons.map(
      ({ metric: id, yours, benchmark, usual, verdict }): TypedCell[] => {
        const origin = session.figures[id]?.origin;
        const cell = (value: number | undefined): TypedCell =>
          metricCell(id, value, report.currency);
        const exact = isMoneyMetric(id) ? moneyOf(session.figures, id) : undefined;
        return [
          wordsCell(t(metric(id).name)),
          moneyCell(exact) ?? cell(yours),
          wordsCell(metric(id).unit),
          cell(benchmark?.value),
          benchmark && wordsCell(t(basisNames[benchmark.basis])),
          ...[cell(usual?.p25), cell(usual?.p50), cell(usual?.p75)],
          numberCell('count', usual?.n),
          wordsCell(typeof verdict === 'string' ? verdict : verdict.none),
          wordsCell(origin?.endpoint),
          readAtCell(origin?.at),
        ];
      },
    ),
  };
}

/** What each of the metrics means and how it is worked out. */
export function definitionsTable({ comparisons }: Report, { t }: I18n): DataTable {
  return {
    id: 'definitions',
    title: t('csv_sheet_definitions'),
    head: [
      ...columns(t('csv_metric')),
      ...asides(t('csv_unit')),
      ...columns(t('csv_definition'), t('csv_formula')),
    ],
    rows: comparisons.map(({ metric: id }): TypedCell[] => {
      const { name, unit, definition, formula } = metric(id);
      return [
        wordsCell(t(name)),
        wordsCell(unit),
        wordsCell(t(definition)),
        formula && wordsCell(t(formula)),
      ];
    }),
  };
}

/** Every factor in the order of the report, with its money per hour and the 90 % interval. */
export function factorsTable({ findings, currency }: Report, words: I18n): DataTable {
  const { t } = words;
  const written = (text: Finding['seen']): TypedCell =>
    wordsCell(text === undefined ? undefined : words.write(text));
  return {
    id: 'factors',
    title: t('csv_sheet_factors'),
    head: [
      ...columns(t('csv_factor')),
      ...asides(t('csv_state')),
      ...columns(t('csv_money'), t('csv_low'), t('csv_high')),
      ...columns(t('csv_seen'), t('csv_advice')),
    ],
    rows: findings.map(({ title, state, money, seen, needs, advice }): TypedCell[] => [
      written(title),
      wordsCell(state),
      amountCell(money?.value, currency),
      amountCell(money?.low, currency),
      amountCell(money?.high, currency),
      written(seen ?? needs),
      written(advice),
    ]),
  };
}
