import type { Archive } from '../../archive/types.ts';
import { groundOf, groundSpan } from '../../metrics/live/ground.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';

/** What a verdict on a LIVE rests on, as it is kept now; see `metrics/live/ground.ts`. */
export async function verdictGround(
  archive: Pick<Archive, 'roomsWithin'>,
  { room }: Pick<RoomRecord, 'room'>,
): Promise<number> {
  return groundOf(room, await archive.roomsWithin(groundSpan(room)));
}
