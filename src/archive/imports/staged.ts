import * as v from 'valibot';
import {
  type ImportedLive,
  ImportedLiveSchema,
  type ImportId,
  ImportIdSchema,
} from '../../metrics/imports.ts';
import { DAY_MS, type UnixMs, UnixMsSchema } from '../../metrics/time.ts';
import type { Writing } from '../transactions.ts';

/** How long rows wait for the seller's word. */
const KEPT_MS = DAY_MS;

/**
 * The rows of one message: which places they take among the import's rows, from 0, and what tells that
 * the message came twice. All of that is its key, so that nothing has to be read for it.
 */
const StagedSchema = v.object({
  import: ImportIdSchema,
  from: v.number(),
  to: v.number(),
  first: v.string(),
  at: UnixMsSchema,
  lives: v.array(ImportedLiveSchema),
});
const KeySchema = v.tuple([ImportIdSchema, v.number(), v.number(), v.string()]);

/** The keys of what is staged of an import. */
const stagedOf = (id: ImportId): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);

/** Lays rows aside; a message that comes twice counts once. Answers how many rows lie aside of the import. */
export async function addStaged(
  transaction: Writing,
  id: ImportId,
  lives: readonly ImportedLive[],
  at: UnixMs,
): Promise<number> {
  const shelf = transaction.objectStore('staged');
  const known = (await shelf.getAllKeys(stagedOf(id))).flatMap((key) => {
    const read = v.safeParse(KeySchema, key);
    return read.success ? [read.output] : [];
  });
  const total = Math.max(0, ...known.map(([, , to]) => to));
  const [live] = lives;
  const first = JSON.stringify([live?.file, live?.sheet, live?.row]);
  if (live === undefined || known.some((key) => key[3] === first)) return total;
  // The message was read by its schema, and is read by it again before it is used.
  await shelf.put({ import: id, from: total, to: total + lives.length, first, at, lives });
  return total + lives.length;
}

/** What lies aside of an import, in the order in which it was staged. */
export async function stagedLives(
  transaction: Writing,
  id: ImportId,
): Promise<readonly ImportedLive[]> {
  const records = await transaction.objectStore('staged').getAll(stagedOf(id));
  return records.flatMap((record) => {
    const read = v.safeParse(StagedSchema, record);
    return read.success ? read.output.lives : [];
  });
}

/** Drops what lies aside of an import. */
export async function dropStaged(transaction: Writing, id: ImportId): Promise<void> {
  await transaction.objectStore('staged').delete(stagedOf(id));
}

/** Drops what has lain aside for more than a day, and what can't be read. */
export async function sweepStaged(transaction: Writing, at: UnixMs): Promise<void> {
  const shelf = transaction.objectStore('staged');
  for (let cursor = await shelf.openCursor(); cursor !== null; cursor = await cursor.continue()) {
    const read = v.safeParse(v.object({ at: UnixMsSchema }), cursor.value);
    if (!read.success || at - read.output.at > KEPT_MS) await cursor.delete();
  }
}
