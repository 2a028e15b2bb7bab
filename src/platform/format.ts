import { amountOf, fractionDigits, type Money } from '../metrics/money.ts';
import type { MoneyDetail } from '../metrics/text.ts';
import type { UnixMs, Zone } from '../metrics/time.ts';
import { isShortened, rateDigits, WHOLE_SECONDS_FROM } from '../metrics/written.ts';
import { readersZone } from '../metrics/zone.ts';

interface NumberFormat {
  readonly format: (value: number) => string;
}

const numbers = new Map<string, NumberFormat>();

/**
 * Number formats are costly to make: one each per locale and options. Where a language writes a hyphen before
 * what is negative, as English does, it is the minus sign here.
 */
function numberFormat(locale: string, options: Intl.NumberFormatOptions): NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = numbers.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, options);
  const format = { format: (value: number) => made.format(value).replace('-', '−') };
  numbers.set(key, format);
  return format;
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

/** A count in as few letters as there are ("20K"). */
export function formatShort(value: number, locale: string): string {
  return numberFormat(locale, { notation: 'compact', maximumSignificantDigits: 2 }).format(value);
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

/**
 * A rate with as many decimals as its neighbours in a column have, so that their points stand below each
 * other: two below 10 %, else one ("2.83%", "4.50%", "33.2%").
 */
export function formatRate(rate: number, locale: string): string {
  const digits = rateDigits(rate);
  return numberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(rate);
}

/** A share in a column of shares of one whole: always one decimal ("14.0%", "44.9%"). */
export function formatShare(share: number, locale: string): string {
  return numberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
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

/** A length of time in its two largest units ("1 hr 44 min", "1 min 12 sec", "23.1 sec"). */
export function formatDuration(seconds: number, locale: string): string {
  if (seconds < WHOLE_SECONDS_FROM) return unitText(seconds, 'second', locale, 1);
  const whole = Math.round(seconds);
  const [large, small] = whole < 3_600 ? pair(whole, 60) : pair(Math.round(seconds / 60), 60);
  const [first, second] =
    whole < 3_600 ? (['minute', 'second'] as const) : (['hour', 'minute'] as const);
  const most = unitText(large, first, locale);
  return small === 0 ? most : `${most} ${unitText(small, second, locale)}`;
}

const unitText = (
  value: number,
  unit: 'second' | 'minute' | 'hour',
  locale: string,
  maximumFractionDigits = 0,
): string =>
  numberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits }).format(
    value,
  );

/** How far into a LIVE something is, in whole minutes ("42 min", "1 hr 10 min"): a colon would read as minutes and seconds. */
export function formatInto(seconds: number, locale: string): string {
  const minutes = Math.round(seconds / 60);
  return minutes === 0 ? unitText(0, 'minute', locale) : formatDuration(minutes * 60, locale);
}

/** How often `size` goes into a whole number, and what is left. */
const pair = (value: number, size: number): readonly [number, number] => [
  Math.floor(value / size),
  value % size,
];

/** Money in its own currency, as far written out as `detail` says ("$1,103", "$24.30", "₫12.4M"). */
export function formatMoney(money: Money, locale: string, detail: MoneyDetail): string {
  return writeMoney(money, locale, detail, 'negative');
}

/** Money that adds or takes away, with its sign; what rounds to nothing has none. */
export function formatChange(money: Money, locale: string, detail: MoneyDetail): string {
  return writeMoney(money, locale, detail, 'exceptZero');
}

function writeMoney(
  money: Money,
  locale: string,
  detail: MoneyDetail,
  signDisplay: 'negative' | 'exceptZero',
): string {
  const base: Intl.NumberFormatOptions = {
    style: 'currency',
    currency: money.currency,
    currencyDisplay: 'narrowSymbol',
    signDisplay,
  };
  const amount = amountOf(money);
  const size = Math.abs(amount);
  const fraction = fractionDigits(money.currency);
  const write = (options: Intl.NumberFormatOptions, value = amount): string =>
    wholeSymbol(numberFormat(locale, { ...base, ...options }).format(value));
  if (detail !== 'full' && isShortened(amount, money.currency)) {
    const digits = detail === 'bound' ? 2 : 3;
    return write({ notation: 'compact', maximumSignificantDigits: digits });
  }
  const decimals = { minimumFractionDigits: fraction, maximumFractionDigits: fraction };
  if (detail === 'full' || detail === 'figure') return write(decimals);
  if (size === 0 || detail === 'whole' || (detail === 'units' && size >= 10)) {
    return write({ minimumFractionDigits: 0, maximumFractionDigits: 0 });
  }
  if (detail === 'units') return write(decimals);
  // Two digits, written as money is: "$7.50" and not "$7.5".
  if (size < 10 && fraction > 0) {
    return write(decimals, Number(amount.toPrecision(2)));
  }
  if (detail === 'estimate' && size < 1000) {
    return write({ minimumFractionDigits: 0, maximumFractionDigits: 0 });
  }
  return write({ maximumSignificantDigits: detail === 'bound' ? 2 : 3 });
}

/**
 * Money of a language that is read from the right, where the browser would show “US$” at its end as “$US”: the sign has
 * no direction of its own and takes that of the text around it, unless a mark behind it says that it goes with its letters.
 */
function wholeSymbol(text: string): string {
  return /[\u200f\u061c]/.test(text) ? text.replace(/[A-Z]\$/, '$&\u200e') : text;
}

/** The clock of the whole panel: 24 hours, as Seller Center shows its times. */
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** A time of day ("20:00") as it stands in every instant. */
export function formatClock(time: string, locale: string): string {
  const at = Date.parse(`1970-01-01T${time}Z`);
  return dateFormat(locale, { ...clock, timeZone: 'UTC' }).format(at);
}

/** How large stored data are, in megabytes or gigabytes ("12.4 MB", "10.7 GB"). */
export function formatSize(bytes: number, locale: string): string {
  const isLarge = bytes >= 1e9;
  return numberFormat(locale, {
    style: 'unit',
    unit: isLarge ? 'gigabyte' : 'megabyte',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(bytes / (isLarge ? 1e9 : 1e6));
}

/** A date of the calendar ("2026-11-27") with its day of the week and no year ("Fri, Nov 27"). */
export function formatDay(date: string, locale: string): string {
  const day = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return dateFormat(locale, day).format(Date.parse(`${date}T00:00Z`));
}

/**
 * An instant in the shop's zone where it is known, else in the reader's; the zone is always named, in one way. `short` is
 * day and time without the year, for LIVEs of the last three months; `name` adds the weekday and leaves out the
 * zone, for a LIVE that is called by its start; `day` is the day alone, beside a start that names the zone;
 * `dated` adds the year, for a past day in a title.
 */
export function formatInstant(
  at: UnixMs,
  zone: Zone | undefined,
  locale: string,
  style: 'date' | 'time' | 'both' | 'short' | 'name' | 'day' | 'dated',
): string {
  const options: Intl.DateTimeFormatOptions = {
    ...(style === 'name' ? { weekday: 'short' } : {}),
    ...(style === 'time' ? {} : { day: 'numeric', month: 'short' }),
    ...(style === 'date' || style === 'dated' || style === 'both' ? { year: 'numeric' } : {}),
    ...(style === 'date' || style === 'dated' || style === 'day' ? {} : clock),
  };
  const isBare = style === 'name' || style === 'day' || style === 'dated';
  const stands = zone ?? readersZone(at);
  const text = dateFormat(locale, { ...options, timeZone: 'UTC' }).format(
    at + stands.offset * 1000,
  );
  return isBare ? text : `${text} ${zoneLabel(stands)}`;
}

/** The zone as sellers read it beside a time ("GMT+7"); "UTC" where it has no offset. */
export function zoneLabel(zone: Zone): string {
  const sign = zone.offset < 0 ? '−' : '+';
  const minutes = Math.abs(Math.round(zone.offset / 60));
  const rest = minutes % 60;
  if (minutes === 0) return 'UTC';
  return `GMT${sign}${Math.floor(minutes / 60)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}
