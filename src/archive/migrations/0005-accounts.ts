import * as v from 'valibot';
import { accountOf } from '../../metrics/live/account.ts';
import type { Migration } from './migration.ts';
import { rewriteRecords } from './rewrite-records.ts';

const RoomSchema = v.looseObject({
  creator: v.optional(
    v.looseObject({ id: v.optional(v.string()), handle: v.optional(v.string()) }),
  ),
});
const HeadSchema = v.looseObject({ room: RoomSchema });
const DetailSchema = v.looseObject({ session: HeadSchema });

const named = <T extends v.InferOutput<typeof HeadSchema>>(record: T): T => ({
  ...record,
  room: { ...accountOf(record.room.creator ?? {}), ...record.room },
});

/** A record of `rooms` with the account of its creator. */
export function headWithAccount(record: unknown): unknown {
  const head = v.safeParse(HeadSchema, record);
  return head.success ? named(head.output) : record;
}

/** The same of a record of `details` or `answers`. */
export function detailWithAccount(record: unknown): unknown {
  const detail = v.safeParse(DetailSchema, record);
  if (!detail.success) return record;
  return { ...detail.output, session: named(detail.output.session) };
}

/**
 * The account of each LIVE, out of what was shown as its creator until then: by it own LIVEs are told
 * from others. A record that can't be read is left to be set aside when it is read.
 */
export const accounts: Migration = {
  tells: 'migration_accounts',
  async migrate(_database, transaction) {
    await rewriteRecords(transaction, 'rooms', headWithAccount);
    for (const store of ['details', 'answers']) {
      await rewriteRecords(transaction, store, detailWithAccount);
    }
  },
};
