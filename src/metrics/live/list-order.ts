import type { RoomInfo } from '../session.ts';
import { startedOrCreated } from './latest.ts';

/** The order of lists, for `sort`: newest start first; of those that started at once the one with the higher id. */
export function inLists(
  one: { readonly room: RoomInfo },
  other: { readonly room: RoomInfo },
): number {
  const later = startedOrCreated(other.room) - startedOrCreated(one.room);
  return later === 0 ? (other.room.id < one.room.id ? -1 : 1) : later;
}
