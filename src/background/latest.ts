import type { RoomId } from '../metrics/ids.ts';
import { phaseOf } from '../metrics/live/phase.ts';
import type { RoomRecord } from '../metrics/room-record.ts';
import type { UnixMs } from '../metrics/time.ts';

/**
 * The room to show when none was asked for: of rooms newest start first, the first whose figures are
 * final, else the first that ended, else the first. Undefined where there is none.
 */
export function latestOf(rooms: readonly RoomRecord[], now: UnixMs): RoomId | undefined {
  const first = (...phases: string[]): RoomRecord | undefined =>
    rooms.find(({ room }) => phases.includes(phaseOf(room, now).name));
  return (first('final') ?? first('provisional') ?? rooms[0])?.id;
}
