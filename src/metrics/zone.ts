import { DAY_MS, MINUTE_MS, seconds, type UnixMs, unixMs, type Zone } from './time.ts';

const clocks = new Map<string, Intl.DateTimeFormat>();

/** A zone with the offset that it has at an instant; one without a name keeps the offset it came with. */
export function zoneAt(at: UnixMs, zone: Zone): Zone {
  return zone.name === undefined ? zone : { ...zone, offset: seconds(offsetOf(zone.name, at)) };
}

/** The zone that the browser stands in, at an instant. */
export function readersZone(at: UnixMs): Zone {
  const name = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { offset: seconds(offsetOf(name, at)), name };
}

/** What a clock of the zone shows at an instant, as a date-and-time field holds it ("2026-11-27T20:00"). */
export function wallTime(at: UnixMs, zone: Zone): string {
  return new Date(at + zoneAt(at, zone).offset * 1000).toISOString().slice(0, 16);
}

/**
 * The instant at which a clock of the zone shows a time; undefined for what is no time. Where clocks
 * are put back, the first of the two; where they are put forward over it, the same distance after, as
 * calendars do.
 */
export function instantAt(wall: string, zone: Zone): UnixMs | undefined {
  if (!/^\d{4,6}-\d\d-\d\dT\d\d:\d\d/.test(wall)) return undefined;
  const local = Date.parse(`${wall.slice(0, wall.indexOf('T') + 6)}:00Z`);
  if (!Number.isFinite(local)) return undefined;
  return instantOf(local, zone);
}

/**
 * The instant at which a clock of the zone shows a time, by the same rule as `instantAt`.
 *
 * @param local what the clock shows, in ms as if it stood at UTC
 */
export function instantOf(local: number, zone: Zone): UnixMs {
  const { name } = zone;
  if (name === undefined) return unixMs(local - zone.offset * 1000);
  const offset = (at: number): number => offsetOf(name, at) * 1000;
  const [before, after] = [offset(local - DAY_MS), offset(local + DAY_MS)];
  const fits = [local - before, local - after].filter((at) => offset(at) === local - at);
  return unixMs(fits.length === 0 ? local - before : Math.min(...fits));
}

const QUARTER_MS = 15 * MINUTE_MS;
const QUARTERS_A_WEEK = (7 * DAY_MS) / QUARTER_MS;
const MOST_KEPT = 20_000;
/** By zone and by quarter. */
const offsets = new Map<string, Map<number, number>>();

/** Seconds east of UTC of an IANA zone, summer time included. */
function offsetOf(name: string, at: number): number {
  const quarter = Math.floor(at / QUARTER_MS);
  const week = Math.floor(quarter / QUARTERS_A_WEEK) * QUARTERS_A_WEEK;
  const begins = offsetAt(name, week);
  // Since 2000 no clocks have changed twice within less than a week (findings/clocks-change-twice-in-a-week.sh): one
  // that they begin and end alike is of one offset.
  return begins === offsetAt(name, week + QUARTERS_A_WEEK) ? begins : offsetAt(name, quarter);
}

/** The same at a quarter of an hour since 1970: clocks change at none but these. */
function offsetAt(name: string, quarter: number): number {
  const ofZone = offsets.get(name) ?? new Map<number, number>();
  const known = ofZone.get(quarter);
  if (known !== undefined) return known;
  if (ofZone.size >= MOST_KEPT) ofZone.clear();
  const offset = offsetByClock(name, quarter * QUARTER_MS);
  offsets.set(name, ofZone.set(quarter, offset));
  return offset;
}

function offsetByClock(name: string, at: number): number {
  const clock = clocks.get(name) ?? clockOf(name);
  clocks.set(name, clock);
  const whole = Math.floor(at / 1000);
  const parts = new Map(
    clock.formatToParts(whole * 1000).map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown / 1000 - whole;
}

const clockOf = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
