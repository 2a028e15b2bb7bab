import { moneyIn, ordersOf } from '../../diagnosis/decomposition/funnel-kind.ts';
import type { Report } from '../../diagnosis/report.ts';
import { type MetricId, metric } from '../../metrics/catalogue.ts';
import type { MessageKey } from '../../metrics/text.ts';
import type { I18n } from '../design/i18n.ts';
import { formatFigure } from '../figures.ts';

/** One of the figures that a seller looks for first, and what it counts. */
export interface Total {
  readonly id: MetricId;
  readonly figure: string;
  readonly label: string;
}

/** GMV, orders and viewers of a LIVE, as far as they are known. */
export function totalsOf(report: Report, { write, locale }: I18n): readonly Total[] {
  const money = moneyIn(report.funnel);
  const asked: readonly (readonly [MetricId, MessageKey])[] = [
    [money, metric(money).name],
    [ordersOf(report.funnel), 'verdict_orders'],
    ['viewers', 'verdict_viewers'],
  ];
  return asked.flatMap(([id, key]): Total[] => {
    const value = report.comparisons.find((one) => one.metric === id)?.yours;
    if (value === undefined) return [];
    return [
      {
        id,
        figure: formatFigure(id, value, { currency: report.currency, locale }),
        label: write({ key, values: { count: { kind: 'count', value } } }),
      },
    ];
  });
}

/** An amount of the money that the LIVE is judged by, per hour ("$725/h"). */
export function perHourText(
  value: number,
  { verdict, currency }: Pick<Report, 'verdict' | 'currency'>,
  { t, locale }: I18n,
): string {
  const text = formatFigure(verdict.metric, value, { currency, locale });
  return t('factor_shared_perHour', { value: { kind: 'text', text } });
}
