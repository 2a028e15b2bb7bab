import * as v from 'valibot';
import { PinnedSchema } from '../metrics/board/pinned.ts';
import { PlanSchema } from '../metrics/board/plan.ts';
import { KeptSliceSchema } from '../metrics/feed/kept-feed.ts';
import type { RoomId } from '../metrics/ids.ts';
import { NoteSchema } from '../metrics/note.ts';
import { type RecordingMeasures, RecordingMeasuresSchema } from '../metrics/recording/measures.ts';
import { namedRooms } from './imports/move-stand-in.ts';
import type { StoreName } from './stores.ts';
import { readOrQuarantine, type Schema, type Writing } from './transactions.ts';
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

/** What may name LIVEs beside the shop's own; a record of these that can't be read tells of those that stand in it. */
const naming = [
  ['slices', KeptSliceSchema],
  ['pinned', PinnedSchema],
  ['plans', PlanSchema],
  ['notes', NoteSchema],
] as const satisfies readonly (readonly [StoreName, Schema<unknown>])[];

/**
 * Deletes what was measured of LIVEs that nothing tells of any more: none of the shop's, in no feed, and with nothing
 * on the board, in a plan or a note that hangs on them. What can't be read, at its place or set aside, tells of every
 * LIVE whose id stands in it. Answers what was deleted and could be read; what couldn't be is set aside.
 */
export async function takeUntold(transaction: Writing): Promise<readonly RecordingMeasures[]> {
  const keys = await transaction.objectStore('measures').getAllKeys();
  if (keys.length === 0) return [];
  const told = await toldRooms(transaction);
  const untold = keys.filter((key) => !told.has(key));
  if (untold.length === 0) return [];
  const unreadable = await unreadableTexts(transaction);
  const taken: RecordingMeasures[] = [];
  for (const key of untold) {
    if (unreadable.some((text) => text.includes(String(key)))) continue;
    const measures = await readOrQuarantine(transaction, 'measures', key, RecordingMeasuresSchema);
    if (measures === undefined) continue;
    taken.push(measures);
    await transaction.objectStore('measures').delete(key);
  }
  return taken;
}

/** What can't be read of all that tells of LIVEs, as text. */
async function unreadableTexts(transaction: Writing): Promise<readonly string[]> {
  const there = await Promise.all(
    naming.map(async ([store, schema]) => {
      const records = await transaction.objectStore(store).getAll();
      return records.filter((record) => !v.is(schema, record));
    }),
  );
  const aside = validOf(await transaction.objectStore('broken').getAll(), AsideSchema);
  return [...there.flat(), ...aside].map((record) => JSON.stringify(record));
}

const AsideSchema = v.looseObject({
  store: v.picklist(tellingStores.filter((store) => store !== 'measures')),
});

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
