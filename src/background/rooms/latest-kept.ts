import type { Archive } from '../../archive/types.ts';
import { latestOf } from '../../metrics/live/latest.ts';
import { phaseOf } from '../../metrics/live/phase.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import { now } from '../../platform/current-time.ts';

/** The last final LIVE is nearly always one of these. */
const NEWEST = 20;

/** The LIVE to show when none was asked for, of all that are kept. */
export async function latestKept(
  archive: Pick<Archive, 'newestRooms' | 'rooms'>,
): Promise<RoomRecord | undefined> {
  const at = now();
  const latest = latestOf(await archive.newestRooms(NEWEST), at);
  // One that is final stands before all others, however many older ones there are.
  if (latest !== undefined && phaseOf(latest.room, at).name === 'final') return latest;
  return latestOf(await archive.rooms(), at);
}
