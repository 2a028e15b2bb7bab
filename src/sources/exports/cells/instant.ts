import * as v from 'valibot';
import { DAY_MS, type UnixSeconds, unixSeconds, type Zone } from '../../../metrics/time.ts';
import { instantOf as instantOn } from '../../../metrics/zone.ts';
import { type SheetCell, wordsOfCell } from '../sheet.ts';

/** Which of two numbers of a date is its day; a file's own rows don't always tell. */
export const DayOrderSchema = v.picklist(['day-first', 'month-first']);
export type DayOrder = v.InferOutput<typeof DayOrderSchema>;

/** The clock's reading of a cell, in ms as if the clock stood at UTC: the one it can only be, or both. */
export type ClockReading =
  | { readonly ms: number }
  | { readonly byOrder: Readonly<Partial<Record<DayOrder, number>>> };

/** Days of a spreadsheet are counted from here; those of LIVEs lie between 2016 and 2100. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
const [FIRST_SERIAL, LAST_SERIAL] = [42_370, 73_051];
/** What the Buddhist calendar is ahead of ours by; its years are read where ours would be far off. */
const BUDDHIST = 543;

const clock = String.raw`(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s?(am|pm|sa|ch)?`;
const yearFirst = new RegExp(
  String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\/?[ T,]+${clock}Z?$`,
  'i',
);
const yearLast = new RegExp(
  String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})[ T,]+${clock}$`,
  'i',
);

/**
 * A time of the shop's own clock: "2026-07-01 19:30:00", "2026/04/18/ 22:14", "01/07/2026 18:30",
 * "7/1/2026 6:30 PM", the year 2569, a spreadsheet's date, or its number (46170.8125). Undefined where
 * a cell holds none of the calendar, or a day without its time.
 */
export function clockReading(cell: SheetCell): ClockReading | undefined {
  if (cell instanceof Date) {
    const ms = cell.getTime();
    return Number.isNaN(ms) ? undefined : { ms: inOurCalendar(ms) };
  }
  const text = wordsOfCell(cell);
  if (text === undefined) return undefined;
  const serial = Number(text);
  if (serial >= FIRST_SERIAL && serial < LAST_SERIAL)
    return { ms: Math.round((SERIAL_ZERO + serial * DAY_MS) / 1000) * 1000 };
  const [, year, month = '', day = '', ...time] = yearFirst.exec(text) ?? [];
  if (year !== undefined) {
    const ms = msOf([year, month, day], time);
    return ms === undefined ? undefined : { ms };
  }
  const [, one = '', two = '', last, ...clockTime] = yearLast.exec(text) ?? [];
  if (last === undefined) return undefined;
  const full = last.length === 2 ? `20${last}` : last;
  const dayFirst = msOf([full, two, one], clockTime);
  const monthFirst = msOf([full, one, two], clockTime);
  if (dayFirst === undefined && monthFirst === undefined) return undefined;
  if (dayFirst === monthFirst) return { ms: dayFirst ?? 0 };
  return {
    byOrder: {
      ...(dayFirst === undefined ? {} : { 'day-first': dayFirst }),
      ...(monthFirst === undefined ? {} : { 'month-first': monthFirst }),
    },
  };
}

/**
 * The order of day and month that a column is written in: the one in which all its dates are of the
 * calendar and none lies outside of what is known of them. Undefined where both are possible, `none`
 * where it doesn't matter or neither is.
 */
export function dayOrderOf(
  readings: readonly ClockReading[],
  within: { readonly from?: number; readonly to: number },
): DayOrder | 'none' | undefined {
  const open = readings.flatMap((reading) => ('byOrder' in reading ? [reading.byOrder] : []));
  if (open.length === 0) return 'none';
  const possible = (['day-first', 'month-first'] as const).filter((order) =>
    open.every((times) => {
      const ms = times[order];
      return ms !== undefined && ms <= within.to && ms >= (within.from ?? ms);
    }),
  );
  const [order, other] = possible;
  return other === undefined ? (order ?? 'none') : undefined;
}

/** A cell as an instant, by the clock of a zone; undefined where it can't be read in that order. */
export function instantOfCell(
  cell: SheetCell,
  zone: Zone,
  order?: DayOrder,
): UnixSeconds | undefined {
  const reading = clockReading(cell);
  if (reading === undefined) return undefined;
  const ms =
    'ms' in reading ? reading.ms : order === undefined ? undefined : reading.byOrder[order];
  return ms === undefined ? undefined : unixSeconds(instantOn(ms, zone) / 1000);
}

/** ms of a date of the calendar; undefined for one that isn't in it, as it would be read as another. */
function msOf(date: readonly string[], time: readonly (string | undefined)[]): number | undefined {
  const [year = 0, month = 0, day = 0] = date.map(Number);
  const [hour = 0, minute = 0, second = 0] = time.slice(0, 3).map((part) => Number(part ?? 0));
  const half = time[3]?.toLowerCase();
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  const isAfternoon = half === 'pm' || half === 'ch';
  const hours = half === undefined ? hour : (hour % 12) + (isAfternoon ? 12 : 0);
  const ours = year > 2400 ? year - BUDDHIST : year;
  const at = Date.UTC(ours, month - 1, day, hours, minute, second);
  const shown = new Date(at);
  const isDay = shown.getUTCMonth() === month - 1 && shown.getUTCDate() === day;
  return isDay && hours < 24 && minute < 60 && second < 60 ? at : undefined;
}

function inOurCalendar(ms: number): number {
  const date = new Date(ms);
  if (date.getUTCFullYear() > 2400) date.setUTCFullYear(date.getUTCFullYear() - BUDDHIST);
  return date.getTime();
}
