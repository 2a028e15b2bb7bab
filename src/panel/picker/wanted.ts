import { parseRoomId, type RoomId } from '../../metrics/ids.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';

/** LIVEs that the field offers while it has the focus. */
const OFFERED = 10;

/** What the seller's typing comes to. */
export interface WantedRoom {
  /** LIVEs to offer, newest start first. */
  readonly rooms: readonly RoomRecord[];
  /** A well-formed room id that none of the known LIVEs has. */
  readonly unknown?: RoomId;
}

/**
 * Reads what was typed: nothing offers the most recently started LIVEs; a room id, or an address that
 * holds one, finds that room; anything else searches titles and creators.
 */
export function wantedOf(typed: string, rooms: readonly RoomRecord[]): WantedRoom {
  const text = typed.trim();
  if (text === '') return { rooms: rooms.slice(0, OFFERED) };
  const id = roomIdIn(text);
  if (id !== undefined) {
    const known = rooms.filter((record) => record.id === id);
    return known.length > 0 ? { rooms: known } : { rooms: [], unknown: id };
  }
  const words = text.toLocaleLowerCase();
  const matches = rooms.filter(
    ({ id: own, room }) =>
      own.startsWith(text) ||
      [room.title, room.creator?.handle, room.creator?.name].some((part) =>
        part?.toLocaleLowerCase().includes(words),
      ),
  );
  return { rooms: matches.slice(0, OFFERED) };
}

/** A room id as typed, or as it stands in a pasted LIVE dashboard address. */
function roomIdIn(text: string): RoomId | undefined {
  return parseRoomId(/[?&]room_?id=(\d+)/i.exec(text)?.[1] ?? text);
}
