import type { RoomInfo, Session } from '../../metrics/session.ts';
import { type Seconds, toMs, type UnixSeconds, unixMs } from '../../metrics/time.ts';
import { readersZone } from '../../metrics/zone.ts';
import { dateFormat } from '../../platform/format.ts';

/** A time of day of this LIVE, in the shop's zone. */
export type TimeOfDay = (at: UnixSeconds) => string;

/** Hours and minutes in the shop's zone; the zone itself stands in the caption. */
export function timeOfDay(session: Session, { locale }: { readonly locale: string }): TimeOfDay {
  const offset = session.room.zone?.offset;
  const format = dateFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(offset === undefined ? {} : { timeZone: 'UTC' }),
  });
  return (at) => format.format(toMs(at) + (offset ?? 0) * 1000);
}

/** How far the clock that times are told by is ahead of UTC: the shop's, else the reader's. */
export function clockOffset({ zone, startedAt }: Pick<RoomInfo, 'zone' | 'startedAt'>): Seconds {
  if (zone !== undefined) return zone.offset;
  return readersZone(startedAt === undefined ? unixMs(0) : toMs(startedAt)).offset;
}
