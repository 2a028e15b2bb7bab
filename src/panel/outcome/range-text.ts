import type { Estimate } from '../../diagnosis/report.ts';
import type { MetricId } from '../../metrics/catalogue.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import type { I18n } from '../design/i18n.ts';
import { formatBound, formatFigure } from '../figures.ts';

/** A figure with its range, whose ends have two digits ("10.8% (7.4% to 14%)"). */
export function rangeText(
  id: MetricId,
  { value, low, high }: Estimate,
  currency: CurrencyCode | undefined,
  { t, locale }: I18n,
): string {
  const style = { currency, locale };
  const figure = formatFigure(id, value, style);
  if (low === undefined || high === undefined) return figure;
  return t('outcome_interval', {
    value: { kind: 'text', text: figure },
    low: { kind: 'text', text: formatBound(id, low, style) },
    high: { kind: 'text', text: formatBound(id, high, style) },
  });
}
