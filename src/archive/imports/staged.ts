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

/** The rows of imports that wait for the seller's word. */
export interface StagedRows {
  /** Lays rows aside; a message that comes twice counts once. Answers how many rows lie aside of the import. */
  readonly add: (
    transaction: Writing,
    id: ImportId,
    lives: readonly ImportedLive[],
    at: UnixMs,
  ) => Promise<number>;
  /** What lies aside of an import, in the order in which it was staged. */
  readonly lives: (transaction: Writing, id: ImportId) => Promise<readonly ImportedLive[]>;
  /** Drops what lies aside of an import. */
  readonly drop: (transaction: Writing, id: ImportId) => Promise<void>;
  /** Drops what has lain aside for more than a day, and what can't be read. */
  readonly sweep: (transaction: Writing, at: UnixMs) => Promise<void>;
}

/**
 * The rows that an archive keeps aside. Those of the last import stay in memory too: reading and checking
 * thousands anew takes long. Which of them count is told by the keys in the database, where they lie all the same.
 */
export function stagedRows(): StagedRows {
  let last:
    | { readonly id: ImportId; readonly lives: Map<string, readonly ImportedLive[]> }
    | undefined;

  const remember = (id: ImportId, key: string, lives: readonly ImportedLive[]): void => {
    if (last?.id !== id) last = { id, lives: new Map() };
    last.lives.set(key, lives);
  };

  return {
    async add(transaction, id, lives, at) {
      const shelf = transaction.objectStore('staged');
      const known = (await shelf.getAllKeys(stagedOf(id))).flatMap((key) => {
        const read = v.safeParse(KeySchema, key);
        return read.success ? [read.output] : [];
      });
      const total = Math.max(0, ...known.map(([, , to]) => to));
      const [live] = lives;
      const first = JSON.stringify([live?.file, live?.sheet, live?.row]);
      if (live === undefined || known.some((key) => key[3] === first)) return total;
      const to = total + lives.length;
      // The message was read by its schema, and what is read back is read by it again.
      await shelf.put({ import: id, from: total, to, first, at, lives });
      remember(id, JSON.stringify([id, total, to, first]), lives);
      return to;
    },

    async lives(transaction, id) {
      const shelf = transaction.objectStore('staged');
      const keys = await shelf.getAllKeys(stagedOf(id));
      const parts = keys.map((key) =>
        last?.id === id ? last.lives.get(JSON.stringify(key)) : undefined,
      );
      if (parts.every((part) => part !== undefined)) return parts.flat();
      const records = await shelf.getAll(stagedOf(id));
      return records.flatMap((record) => {
        const read = v.safeParse(StagedSchema, record);
        return read.success ? read.output.lives : [];
      });
    },

    async drop(transaction, id) {
      if (last?.id === id) last = undefined;
      await transaction.objectStore('staged').delete(stagedOf(id));
    },

    async sweep(transaction, at) {
      const shelf = transaction.objectStore('staged');
      for (
        let cursor = await shelf.openCursor();
        cursor !== null;
        cursor = await cursor.continue()
      ) {
        const read = v.safeParse(v.object({ at: UnixMsSchema }), cursor.value);
        if (!read.success || at - read.output.at > KEPT_MS) await cursor.delete();
      }
    },
  };
}
