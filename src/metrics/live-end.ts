import type { RoomInfo, Session } from './session.ts';
import { toMs, type UnixSeconds, unixSeconds } from './time.ts';

/** When a LIVE ended: as answered, else start and duration together; undefined when neither is known. */
export function endOf(room: RoomInfo): UnixSeconds | undefined {
  if (room.endedAt !== undefined) return room.endedAt;
  if (room.startedAt === undefined || room.duration === undefined) return undefined;
  return unixSeconds(room.startedAt + room.duration);
}

/**
 * Whether Seller Center was last asked for the figures of a LIVE while it still ran: they tell of a part
 * of it, and its length by now is no measure for them.
 */
export function toldOfPart({
  room,
  origins: { figures },
}: Pick<Session, 'room' | 'origins'>): boolean {
  const end = room.status === 'live' ? undefined : endOf(room);
  const timed = figures?.how === 'observed' || figures?.how === 'fetched';
  return timed && end !== undefined && figures.at < toMs(end);
}
