import type { RoomId } from '../../metrics/ids.ts';
import { hasEnded } from '../../metrics/live/length.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';

/**
 * The LIVE of one's own that a plan is made from: the one in view, else the latest that is known to have ended. A
 * pinned clip's LIVE may be another shop's, with which nothing of one's own is to be held.
 *
 * @param rooms the account's LIVEs, newest first
 */
export function baseLive(
  inView: RoomId | undefined,
  rooms: readonly Pick<RoomRecord, 'id' | 'room'>[],
): RoomId | undefined {
  return inView ?? rooms.find(({ room }) => hasEnded(room))?.id;
}
