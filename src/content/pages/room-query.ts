import { roomIdPattern } from '../../metrics/room-id-pattern.ts';

/** The room id in an address's `room_id` parameter; undefined when it is missing or no room id. */
export function roomQuery(url: URL): string | undefined {
  const room = url.searchParams.get('room_id');
  return room !== null && roomIdPattern.test(room) ? room : undefined;
}
