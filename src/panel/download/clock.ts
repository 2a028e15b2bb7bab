import type { Session } from '../../metrics/session.ts';
import { seconds, toMs, type UnixMs, type Zone } from '../../metrics/time.ts';
import { readersZone, zoneAt } from '../../metrics/zone.ts';

/**
 * The clock by which all of a LIVE's files tell their times: its shop's as the LIVE began, else the
 * reader's as on the screen. One distance to UTC for all of them, so that a head can name it.
 */
export function fileClock({ room: { zone, startedAt }, origins }: Session): Zone {
  const at = startedAt === undefined ? origins.figures?.at : toMs(startedAt);
  if (at === undefined) return zone ?? { offset: seconds(0) };
  return zone === undefined ? readersZone(at) : zoneAt(at, zone);
}

/** What the clock shows at an instant, to the second ("2026-11-27 20:00:00"). */
export function shopReading(at: UnixMs, { offset }: Zone): string {
  return new Date(at + offset * 1000).toISOString().slice(0, 19).replace('T', ' ');
}
