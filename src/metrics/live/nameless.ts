import * as v from 'valibot';
import { type RoomId, RoomIdSchema } from '../ids.ts';

const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/**
 * A room id for a LIVE whose file names none, the same for the same key: eighteen digits that begin
 * with 0, as no id of TikTok's does. FNV-1a with 64 bits; two LIVEs of a million share one with a
 * chance below one in ten thousand.
 */
export function standInId(key: string): RoomId {
  let hash: bigint = OFFSET;
  for (const byte of new TextEncoder().encode(key))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  return v.parse(RoomIdSchema, `0${(hash % 10n ** 17n).toString().padStart(17, '0')}`);
}

/**
 * Whether a room id is a stand-in: TikTok knows no such room, so nobody is to be asked for it and
 * there is no page to open.
 */
export const isNameless = (id: RoomId): boolean => /^0\d{17}$/.test(id);

/** The least and the first past the greatest of all stand-ins, in the order of texts. */
export const standIns = { from: '0', before: '1' } as const;
