import * as v from 'valibot';
import { RoomIdSchema } from '../../metrics/ids.ts';
import { findableOf } from '../../metrics/live/findable.ts';
import { UnixSecondsSchema } from '../../metrics/time.ts';
import type { Migration } from './migration.ts';
import { eachRecord } from './rewrite-records.ts';

/** Of a record of `details` what a LIVE is found by. */
const text = v.optional(v.string());
const DetailSchema = v.object({
  session: v.object({
    room: v.object({
      id: RoomIdSchema,
      title: text,
      creator: v.optional(v.object({ handle: text, name: text })),
      accountHandle: text,
      startedAt: v.optional(UnixSecondsSchema),
    }),
    products: v.optional(v.array(v.object({ id: v.string(), name: text }))),
    pins: v.optional(v.array(v.object({ product: v.string(), productName: text }))),
  }),
});

/** Writes what each LIVE is found by; of a record that can't be read nothing, as it is set aside when it is read. */
function fill(transaction: IDBTransaction): Promise<void> {
  const target = transaction.objectStore('findable');
  return eachRecord(transaction, 'details', ({ value }) => {
    const read = v.safeParse(DetailSchema, value);
    if (read.success) target.put(findableOf(read.output.session));
  });
}

/** The seller's notes, and what each LIVE is found by. */
export const notesAndFindable: Migration = {
  async migrate(database, transaction) {
    database.createObjectStore('notes', { keyPath: 'id' }).createIndex('room', 'room');
    database.createObjectStore('findable', { keyPath: 'id' });
    await fill(transaction);
  },
};
