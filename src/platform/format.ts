import { amountOf, type Money } from '../metrics/money.ts';
import type { UnixMs, Zone } from '../metrics/time.ts';

const numbers = new Map<string, Intl.NumberFormat>();

/** Number formats are costly to make: one each per locale and options. */
function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = numbers.get(key) ?? new Intl.NumberFormat(locale, options);
  numbers.set(key, known);
  return known;
}

const dates = new Map<string, Intl.DateTimeFormat>();

/** A format for dates and times, one each per locale and options: making one costs more than all it writes. */
export function dateFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = dates.get(key) ?? new Intl.DateTimeFormat(locale, options);
  dates.set(key, known);
  return known;
}

/** A count or a count per hour, without a fraction ("15,067"). */
export function formatCount(value: number, locale: string): string {
  return numberFormat(locale, { maximumFractionDigits: 0 }).format(value);
}

/** A bare number with a fixed fraction ("1.22"). */
export function formatDecimal(value: number, digits: number, locale: string): string {
  return numberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** A share as percent with three significant digits and at most two decimals ("2.83%", "33.2%"). */
export function formatPercent(share: number, locale: string): string {
  return numberFormat(locale, {
    style: 'percent',
    maximumSignificantDigits: 3,
    maximumFractionDigits: 2,
    roundingPriority: 'lessPrecision',
  }).format(share);
}

/** A relative difference with its sign and no decimals ("−35%"). */
export function formatPoints(difference: number, locale: string): string {
  return numberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 0,
    signDisplay: 'exceptZero',
  }).format(difference);
}

/** A length of time in its two largest units ("1 hr 44 min", "23.1 sec"). */
export function formatDuration(seconds: number, locale: string): string {
  const unit = (value: number, name: string, digits = 0): string =>
    numberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
    }).format(value);
  if (seconds < 60) return unit(seconds, 'second', 1);
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return unit(minutes, 'minute');
  const rest = minutes % 60;
  const hours = unit(Math.floor(minutes / 60), 'hour');
  return rest === 0 ? hours : `${hours} ${unit(rest, 'minute')}`;
}

/** Money in its own currency; `compact` shortens to three digits ("₫1.49M"). */
export function formatMoney(money: Money, locale: string, compact: boolean): string {
  const options: Intl.NumberFormatOptions = {
    style: 'currency',
    currency: money.currency,
    currencyDisplay: 'narrowSymbol',
  };
  return numberFormat(
    locale,
    compact
      ? { ...options, notation: 'compact', maximumSignificantDigits: 3, minimumFractionDigits: 0 }
      : options,
  ).format(amountOf(money));
}

/** An instant in the shop's zone where it is known, else in the reader's; the zone is always named. */
export function formatInstant(
  at: UnixMs,
  zone: Zone | undefined,
  locale: string,
  style: 'date' | 'time' | 'both',
): string {
  const options: Intl.DateTimeFormatOptions = {
    ...(style === 'time' ? {} : { day: 'numeric', month: 'short', year: 'numeric' }),
    ...(style === 'date' ? {} : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  };
  if (zone === undefined) {
    return dateFormat(locale, { ...options, timeZoneName: 'short' }).format(at);
  }
  const text = dateFormat(locale, { ...options, timeZone: 'UTC' }).format(at + zone.offset * 1000);
  return `${text} ${zoneLabel(zone)}`;
}

/** The zone as sellers read it beside a time ("GMT+7"). */
export function zoneLabel(zone: Zone): string {
  const sign = zone.offset < 0 ? '−' : '+';
  const minutes = Math.abs(Math.round(zone.offset / 60));
  const rest = minutes % 60;
  if (minutes === 0) return 'GMT';
  return `GMT${sign}${Math.floor(minutes / 60)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}
