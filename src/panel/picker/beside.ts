import type { RoomId } from '../../metrics/ids.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';

/**
 * The LIVE before or after another in a list that has the newest first; undefined at its ends, and where
 * the list doesn't hold the other.
 */
export function beside<T extends Pick<RoomRecord, 'id'>>(
  rooms: readonly T[],
  id: RoomId | undefined,
  to: 'earlier' | 'later',
): T | undefined {
  const place = rooms.findIndex((room) => room.id === id);
  if (place < 0) return undefined;
  return rooms[to === 'earlier' ? place + 1 : place - 1];
}
