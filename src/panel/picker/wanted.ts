import { parseRoomId, type RoomId } from '../../metrics/ids.ts';
import type { FoundBy, FoundLives } from '../../metrics/live/find-lives.ts';
import type { ListedRoom } from '../../metrics/room-record.ts';

/** LIVEs that the field offers while it has the focus and nothing is typed. */
const OFFERED = 10;

/** A LIVE to offer, and what found it where a list doesn't show that anyway. */
interface OfferedLive {
  readonly record: ListedRoom;
  readonly by?: readonly FoundBy[];
}

/** What the seller's typing comes to. */
export interface WantedRoom {
  /** LIVEs to offer, best first. */
  readonly offered: readonly OfferedLive[];
  /** How many there are beyond these. */
  readonly more: number;
  /** A well-formed room id that none of the known LIVEs has. */
  readonly unknown?: RoomId;
}

/**
 * Reads what was typed: nothing offers the most recently started LIVEs; a room id, or an address that
 * holds one, finds that room, whichever shop it is of; anything else offers what was found in the whole
 * archive, of every shop.
 *
 * @param rooms LIVEs of the shop that is listed
 * @param found undefined before anything was found: the most recently started stay until then
 * @param all LIVEs of every shop
 */
export function wantedOf(
  typed: string,
  rooms: readonly ListedRoom[],
  found: FoundLives | undefined,
  all: readonly ListedRoom[] = rooms,
): WantedRoom {
  const text = typed.trim();
  const id = roomIdIn(text);
  if (id !== undefined) {
    const known = all.filter((record) => record.id === id).map((record) => ({ record }));
    return { offered: known, more: 0, ...(known.length > 0 ? {} : { unknown: id }) };
  }
  if (text === '' || found === undefined) {
    return { offered: rooms.slice(0, OFFERED).map((record) => ({ record })), more: 0 };
  }
  const wanted = new Map(found.lives.map((live) => [live.id, live]));
  const known = new Map(
    all.filter((record) => wanted.has(record.id)).map((record) => [record.id, record]),
  );
  return {
    offered: found.lives.flatMap((live) => {
      const record = known.get(live.id);
      return record === undefined ? [] : [{ record, by: live.by }];
    }),
    more: found.more,
  };
}

/** Whether what was typed is looked for in the archive, and not a room by its id. */
export const isSearch = (typed: string): boolean =>
  typed.trim() !== '' && roomIdIn(typed.trim()) === undefined;

/** A room id as typed, or as it stands in a pasted LIVE dashboard address. */
function roomIdIn(text: string): RoomId | undefined {
  return parseRoomId(/[?&]room_?id=(\d+)/i.exec(text)?.[1] ?? text);
}
