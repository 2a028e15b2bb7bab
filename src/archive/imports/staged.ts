import * as v from 'valibot';
import {
  type ImportedLive,
  ImportedLiveSchema,
  type ImportId,
  ImportIdSchema,
} from '../../metrics/imports.ts';
import { DAY_MS, type UnixMs, UnixMsSchema } from '../../metrics/time.ts';
import { put, type Writing } from '../transactions.ts';

/** How long rows wait for the seller's word. */
const KEPT_MS = DAY_MS;

/** The rows of one message. */
const StagedSchema = v.object({
  import: ImportIdSchema,
  number: v.number(),
  at: UnixMsSchema,
  lives: v.array(ImportedLiveSchema),
});
type Staged = v.InferOutput<typeof StagedSchema>;

/** The keys of what is staged of an import. */
const stagedOf = (id: ImportId): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);

/** Lays rows aside; a message that comes twice counts once. Answers how many rows lie aside of the import. */
export async function addStaged(
  transaction: Writing,
  id: ImportId,
  lives: readonly ImportedLive[],
  at: UnixMs,
): Promise<number> {
  const known = await batchesOf(transaction, id);
  const [first] = lives;
  const total = known.reduce((sum, batch) => sum + batch.lives.length, 0);
  if (first === undefined || known.some((batch) => begins(batch, first))) return total;
  const number = 1 + Math.max(0, ...known.map((batch) => batch.number));
  await put(transaction, 'staged', { import: id, number, at, lives }, StagedSchema);
  return total + lives.length;
}

/** What lies aside of an import, in the order in which it was staged. */
export async function stagedLives(
  transaction: Writing,
  id: ImportId,
): Promise<readonly ImportedLive[]> {
  return (await batchesOf(transaction, id)).flatMap(({ lives }) => lives);
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

async function batchesOf(transaction: Writing, id: ImportId): Promise<readonly Staged[]> {
  const records = await transaction.objectStore('staged').getAll(stagedOf(id));
  return records.flatMap((record) => {
    const read = v.safeParse(StagedSchema, record);
    return read.success ? [read.output] : [];
  });
}

const begins = ({ lives: [one] }: Staged, first: ImportedLive): boolean =>
  one !== undefined &&
  one.file === first.file &&
  one.sheet === first.sheet &&
  one.row === first.row;
