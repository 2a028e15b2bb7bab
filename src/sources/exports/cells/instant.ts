import { DAY_MS, type UnixSeconds, unixSeconds, type Zone } from '../../../metrics/time.ts';
import { instantOf as instantOn } from '../../../metrics/zone.ts';
import { type SheetCell, wordsOfCell } from '../sheet.ts';

/** Day 0 of a spreadsheet's serial dates, and the days they may lie in (2016 to 2100). */
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
const [FIRST_SERIAL, LAST_SERIAL] = [42_370, 73_051];

const written =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\/?[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?$/;

/**
 * A time of the shop's own clock as an instant: "2026-07-01 19:30:00", "2026/04/18/ 22:14", a
 * spreadsheet's date, or its serial number (46170.8125).
 *
 * @param zone the shop's zone, since files don't name it
 */
export function instantOfCell(cell: SheetCell, zone: Zone): UnixSeconds | undefined {
  const local = localMs(cell);
  return local === undefined ? undefined : unixSeconds(instantOn(local, zone) / 1000);
}

/** The clock's reading in ms as if the clock stood at UTC. */
function localMs(cell: SheetCell): number | undefined {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? undefined : cell.getTime();
  const text = wordsOfCell(cell);
  if (text === undefined) return undefined;
  const serial = Number(text);
  if (serial >= FIRST_SERIAL && serial < LAST_SERIAL)
    return Math.round((SERIAL_ZERO + serial * DAY_MS) / 1000) * 1000;
  const [, year, month, day, hour, minute, second = '0'] = written.exec(text) ?? [];
  if (year === undefined) return undefined;
  const fields = [year, month, day, hour, minute, second].map(Number);
  const [y = 0, m = 0, d = 0, h = 0, min = 0, s = 0] = fields;
  const at = Date.UTC(y, m - 1, d, h, min, s);
  // A day or month that isn't in the calendar would be read as another one.
  const shown = new Date(at);
  const isDay = shown.getUTCMonth() === m - 1 && shown.getUTCDate() === d;
  return isDay && h < 24 && min < 60 && s < 60 ? at : undefined;
}
