import type { Archive } from '../../archive/types.ts';
import { REACH_MS } from '../../metrics/live/reach.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import { DAY_MS, type UnixMs, unixSeconds } from '../../metrics/time.ts';

/** The longest LIVE, and the time until its figures are final. */
const LONGEST_MS = 7 * DAY_MS;

/** LIVEs that Seller Center may still answer for, newest start first: of an archive of years a small part. */
export function recentRooms(
  archive: Pick<Archive, 'roomsWithin'>,
  at: UnixMs,
): Promise<readonly RoomRecord[]> {
  const from = unixSeconds(Math.floor((at - REACH_MS - LONGEST_MS) / 1000));
  // TikTok's clock may be ahead of this one.
  return archive.roomsWithin({ from, to: unixSeconds(Math.floor((at + LONGEST_MS) / 1000)) });
}
