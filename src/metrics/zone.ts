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
  const offset = (around: number): number => zoneAt(unixMs(local + around), zone).offset * 1000;
  const [before, after] = [offset(-DAY_MS), offset(DAY_MS)];
  const fits = [before, after]
    .map((one) => local - one)
    .filter((at) => zoneAt(unixMs(at), zone).offset * 1000 === local - at);
  return unixMs(fits.length === 0 ? local - before : Math.min(...fits));
}

/** Clocks change at whole quarters of an hour; within one the distance stays. */
const QUARTER_MS = 15 * MINUTE_MS;
const MOST_KEPT = 20_000;
const offsets = new Map<string, number>();

/** Seconds east of UTC of an IANA zone, summer time included. */
function offsetOf(name: string, at: number): number {
  const key = `${name} ${Math.floor(at / QUARTER_MS)}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size >= MOST_KEPT) offsets.clear();
  const offset = offsetByClock(name, at);
  offsets.set(key, offset);
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
