import type { RoomRecord } from '../room-record.ts';

/**
 * What verdicts rest on, in a number that changes whenever figures of an ended LIVE do: a LIVE's own, and those of
 * the LIVEs that tell what is usual.
 */
export function groundOf(rooms: readonly Pick<RoomRecord, 'room' | 'revision'>[]): number {
  return rooms.reduce(
    (sum, { room, revision }) => sum + (room.status === 'live' ? 0 : revision),
    0,
  );
}
