import { KeptSliceSchema } from '../metrics/feed/kept-feed.ts';
import type { RoomId } from '../metrics/ids.ts';
import { type RecordingMeasures, RecordingMeasuresSchema } from '../metrics/recording/measures.ts';
import { namedRooms } from './imports/move-stand-in.ts';
import type { StoreName } from './stores.ts';
import type { Writing } from './transactions.ts';
import { validOf } from './valid-records.ts';

/** Where measures lie, and all that may tell of the LIVE that they are of. */
export const tellingStores = [
  'measures',
  'rooms',
  'answers',
  'filed',
  'slices',
  'pinned',
  'plans',
  'notes',
] as const satisfies readonly StoreName[];

/**
 * Deletes what was measured of LIVEs that nothing tells of any more: none of the shop's, in no feed, and with nothing
 * on the board, in a plan or a note that hangs on them. Answers what was deleted and could be read.
 */
export async function takeUntold(transaction: Writing): Promise<readonly RecordingMeasures[]> {
  const shelf = transaction.objectStore('measures');
  const keys = await shelf.getAllKeys();
  if (keys.length === 0) return [];
  const told = await toldRooms(transaction);
  const taken: unknown[] = [];
  for (const key of keys) {
    if (told.has(key)) continue;
    taken.push(await shelf.get(key));
    await shelf.delete(key);
  }
  return validOf(taken, RecordingMeasuresSchema);
}

/** Every LIVE that something tells of. */
async function toldRooms(transaction: Writing): Promise<ReadonlySet<unknown>> {
  const own = await Promise.all([
    transaction.objectStore('rooms').getAllKeys(),
    transaction.objectStore('answers').getAllKeys(),
  ]);
  const filed = await transaction.objectStore('filed').getAllKeys();
  const slices = validOf(await transaction.objectStore('slices').getAll(), KeptSliceSchema);
  return new Set<unknown>([
    ...own.flat(),
    ...filed.map((key) => (Array.isArray(key) ? key[0] : key)),
    ...slices.flatMap(({ slice }) => slice?.rooms.map(({ room }): RoomId => room) ?? []),
    ...(await namedRooms(transaction)),
  ]);
}
