import { isAddress } from '../../metrics/address.ts';
import { parseRoomId, type RoomId } from '../../metrics/ids.ts';

/** The room named in the panel's own address (`?room=…` or `#room=…`). */
export function roomInAddress(address: string): RoomId | undefined {
  if (!isAddress(address)) return undefined;
  const { searchParams, hash } = new URL(address);
  const named = searchParams.get('room') ?? new URLSearchParams(hash.slice(1)).get('room');
  return named === null ? undefined : parseRoomId(named);
}

/** The room whose verdict alone is asked for (`?view=verdict&room=…`), without anything to be seen. */
export function roomToJudge(address: string): RoomId | undefined {
  if (!isAddress(address)) return undefined;
  return new URL(address).searchParams.get('view') === 'verdict'
    ? roomInAddress(address)
    : undefined;
}
