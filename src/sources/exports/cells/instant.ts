import { type UnixSeconds, unixSeconds } from '../../../metrics/time.ts';
import { type Cell, wordsOf } from '../sheet.ts';

/** Day 0 of a spreadsheet's serial dates, and the days they may lie in (2016 to 2100). */
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
const [FIRST_SERIAL, LAST_SERIAL] = [42_370, 73_051];
const DAY_MS = 86_400_000;

const written =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\/?[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?$/;

/**
 * A time of the shop's own clock as an instant: "2026-07-01 19:30:00", "2026/04/18/ 22:14", a
 * spreadsheet's date, or its serial number (46170.8125).
 *
 * @param zone the shop's zone by its IANA name, since files don't name it
 */
export function instantOf(cell: Cell, zone: string): UnixSeconds | undefined {
  const local = localMs(cell);
  return local === undefined ? undefined : unixSeconds(inZone(local, zone) / 1000);
}

/** The clock's reading in ms as if the clock stood at UTC. */
function localMs(cell: Cell): number | undefined {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? undefined : cell.getTime();
  const text = wordsOf(cell);
  if (text === undefined) return undefined;
  const serial = Number(text);
  if (serial >= FIRST_SERIAL && serial < LAST_SERIAL)
    return Math.round((SERIAL_ZERO + serial * DAY_MS) / 1000) * 1000;
  const [, year, month, day, hour, minute, second = '0'] = written.exec(text) ?? [];
  if (year === undefined) return undefined;
  const fields = [year, month, day, hour, minute, second].map(Number);
  const [y = 0, m = 0, d = 0, h = 0, min = 0, s = 0] = fields;
  const at = Date.UTC(y, m - 1, d, h, min, s);
  // A day that isn't in the calendar would be read as another one.
  return new Date(at).getUTCDate() === d && h < 24 && min < 60 && s < 60 ? at : undefined;
}

/** The instant at which the clock of that zone reads so; in the hour that comes twice, the first. */
function inZone(local: number, zone: string): number {
  const before = local - offsetAt(local - DAY_MS, zone);
  const after = local - offsetAt(local + DAY_MS, zone);
  const fits = [before, after].filter((at) => at + offsetAt(at, zone) === local);
  return fits.length > 0 ? Math.min(...fits) : before;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the zone's clock is ahead of UTC at that instant, in ms. */
export function offsetAt(at: number, zone: string): number {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  clocks.set(zone, clock);
  const fields = new Map(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const field = (name: Intl.DateTimeFormatPartTypes): number => fields.get(name) ?? 0;
  const reads = Date.UTC(
    field('year'),
    field('month') - 1,
    field('day'),
    field('hour'),
    field('minute'),
    field('second'),
  );
  return reads - Math.floor(at / 1000) * 1000;
}
