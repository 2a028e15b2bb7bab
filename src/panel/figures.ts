import { type MetricId, metric } from '../metrics/catalogue.ts';
import { type CurrencyCode, money } from '../metrics/money.ts';
import type { MoneyDetail } from '../metrics/text.ts';
import {
  formatChange,
  formatCount,
  formatDecimal,
  formatDuration,
  formatMoney,
  formatPercent,
  formatRate,
  formatShort,
} from '../platform/format.ts';

/** How a figure is to be read: in which currency and locale, and how far money is written out. */
export interface FigureStyle {
  readonly currency: CurrencyCode | undefined;
  readonly locale: string;
  /** Money in place of what its metric has: cents for amounts, none for money per hour. */
  readonly detail?: MoneyDetail;
}

/** A metric's plain number in its own unit ("2.83%", "23.1 sec", "$1,103"); money in major units. */
export function formatFigure(id: MetricId, value: number, style: FigureStyle): string {
  switch (metric(id).unit) {
    case 'count':
    case 'count-per-hour':
      return formatCount(value, style.locale);
    case 'rate':
      return formatRate(value, style.locale);
    case 'seconds':
      return formatDuration(value, style.locale);
    case 'ratio':
      return formatDecimal(value, 2, style.locale);
    case 'money':
      return formatAmount(value, { detail: 'figure', ...style });
    case 'money-per-hour':
      return formatAmount(value, style);
  }
}

/** A metric's figure, or a dash where it isn't known. */
export const figureOrDash = (id: MetricId, value: number | undefined, style: FigureStyle): string =>
  orDash(value, (known) => formatFigure(id, known, style));

/** A value as `show` writes it, or a dash where it isn't known. */
export const orDash = <T>(value: T | undefined, show: (value: T) => string): string =>
  value === undefined ? '–' : show(value);

/** The end of a figure's range, in two digits and in the figure's own unit ("7.4%", "$33", "140"). */
export function formatBound(id: MetricId, value: number, style: FigureStyle): string {
  const rounded = twoDigits(value);
  switch (metric(id).unit) {
    case 'rate':
      return formatPercent(rounded, style.locale);
    case 'ratio':
      return formatDecimal(rounded, decimalsOf(rounded), style.locale);
    case 'money':
    case 'money-per-hour':
      return formatAmount(value, { ...style, detail: 'bound' });
    default:
      return formatFigure(id, rounded, style);
  }
}

/** A round value on an axis, as short as it gets ("5%", "20K", "$1K"). */
export function formatTick(id: MetricId, value: number, style: FigureStyle): string {
  const { unit } = metric(id);
  const counts = unit === 'count' || unit === 'count-per-hour';
  return counts ? formatShort(value, style.locale) : formatBound(id, value, style);
}

/** A number rounded to two significant digits: more would claim what no interval knows. */
export const twoDigits = (value: number): number => Number(value.toPrecision(2));

/** Decimals of a number of two significant digits. */
const decimalsOf = (value: number): number => {
  const size = Math.abs(value);
  return size === 0 || size >= 10 ? 0 : size >= 1 ? 1 : 2;
};

/** Money in major units, without its fraction unless the style says else; a bare number while the currency is not known. */
export function formatAmount(
  value: number,
  { currency, locale, detail = 'units' }: FigureStyle,
): string {
  if (currency === undefined) return formatDecimal(value, Math.abs(value) < 1000 ? 2 : 0, locale);
  return formatMoney(money(value.toFixed(2), currency), locale, detail);
}

/** Money that adds or takes away, with its sign as the language writes it; zero has none. */
export function signedAmount(value: number, style: FigureStyle): string {
  const { currency, locale, detail = 'units' } = style;
  if (currency !== undefined)
    return formatChange(money(value.toFixed(2), currency), locale, detail);
  return `${value > 0 ? '+' : ''}${formatAmount(value, style)}`;
}
