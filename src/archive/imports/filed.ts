import * as v from 'valibot';
import { type RoomId, RoomIdSchema } from '../../metrics/ids.ts';
import { ImportedLiveSchema, type ImportId, ImportIdSchema } from '../../metrics/imports.ts';
import type { Session } from '../../metrics/session.ts';
import { UnixMsSchema } from '../../metrics/time.ts';
import type { Writing } from '../transactions.ts';

/** What the rows of one import say of one LIVE, under whose id their sessions are. */
export const FiledSchema = v.object({
  room: RoomIdSchema,
  import: ImportIdSchema,
  /** When it was imported. */
  at: UnixMsSchema,
  /** Whether the LIVE was unknown before. */
  added: v.boolean(),
  rows: v.array(ImportedLiveSchema),
});
export type Filed = v.InferOutput<typeof FiledSchema>;

/** What files say of a LIVE, in the order of imports. */
export async function readFiled(transaction: Writing, room: RoomId): Promise<readonly Filed[]> {
  return parseFiled(await transaction.objectStore('filed').getAll(filedOf(room)));
}

const KeySchema = v.tuple([RoomIdSchema, ImportIdSchema]);

/** Of which LIVE and which import a key of `filed` tells; what can't be read is passed over. */
export function filedKeys(
  keys: readonly IDBValidKey[],
): readonly { readonly room: RoomId; readonly import: ImportId }[] {
  return keys.flatMap((key) => {
    const read = v.safeParse(KeySchema, key);
    return read.success ? [{ room: read.output[0], import: read.output[1] }] : [];
  });
}

/** The keys of what files say of a LIVE. */
const filedOf = (room: RoomId): IDBKeyRange => IDBKeyRange.bound([room], [room, []]);

/** Records of `filed` in the order of imports; what can't be read is passed over. */
export function parseFiled(records: readonly unknown[]): readonly Filed[] {
  return records
    .flatMap((record) => {
      const read = v.safeParse(FiledSchema, record);
      return read.success ? [read.output] : [];
    })
    .sort((one, other) => one.at - other.at || (one.import < other.import ? -1 : 1));
}

/** The sessions of what files say of a LIVE, those of one import in an order that its rows' doesn't change. */
export function filedSessions(filed: readonly Pick<Filed, 'rows'>[]): readonly Session[] {
  return filed.flatMap(({ rows }) => {
    const sessions = rows.map(({ session }) => session);
    return sessions.length < 2
      ? sessions
      : sessions
          .map((session) => ({ session, text: JSON.stringify(session) }))
          .sort((one, other) => (one.text < other.text ? -1 : 1))
          .map(({ session }) => session);
  });
}

/** Rows as those of another LIVE. */
export function rowsUnder(room: RoomId, rows: Filed['rows']): Filed['rows'] {
  return rows.map((row) => ({
    ...row,
    session: { ...row.session, room: { ...row.session.room, id: room } },
  }));
}
