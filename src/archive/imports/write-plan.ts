import * as v from 'valibot';
import { fault } from '../../metrics/fault.ts';
import type { ImportId } from '../../metrics/imports.ts';
import { FindableSchema, findableOf } from '../../metrics/live/findable.ts';
import type { Session } from '../../metrics/session.ts';
import type { UnixMs } from '../../metrics/time.ts';
import { leaveLists } from '../listed.ts';
import { DetailsSchema, HeadSchema, RevisionSchema, recordHead } from '../records.ts';
import { StorageError } from '../storage-error.ts';
import { writeRoom } from '../store.ts';
import type { StoreName } from '../stores.ts';
import type { Schema, Writing } from '../transactions.ts';
import { FiledSchema } from './filed.ts';
import type { ImportPlan, PlannedRoom } from './plan.ts';

interface Importing {
  readonly import: ImportId;
  readonly at: UnixMs;
  readonly finish: (session: Session) => Session;
}

/**
 * Writes what an import makes of its LIVEs. What a LIVE says is kept also where it adds nothing: should an
 * earlier import that said it be taken back, it stays.
 */
export async function writePlan(
  transaction: Writing,
  { rooms }: ImportPlan,
  importing: Importing,
): Promise<void> {
  const { at } = importing;
  const withRevisions = await roomsWithRevisions(transaction);
  const isFresh = ({ room, state }: PlannedRoom): boolean =>
    state === 'new' && !withRevisions.has(room);
  await putAll(
    transaction,
    'filed',
    rooms.map(({ room, rows, state }) => ({
      room,
      import: importing.import,
      at,
      added: state === 'new',
      rows,
    })),
    FiledSchema,
  );
  const fresh = rooms.filter(isFresh).map(({ session }) => importing.finish(session));
  const details = fresh.map((session) => ({ id: session.room.id, session }));
  const heads = fresh.map((session) => recordHead(session, 1));
  const revisions = fresh.map(({ room, figures }) => ({ room: room.id, number: 1, at, figures }));
  await Promise.all([
    putAll(transaction, 'details', details, DetailsSchema),
    putAll(transaction, 'rooms', heads, HeadSchema),
    putAll(transaction, 'findable', fresh.map(findableOf), FindableSchema),
    putAll(transaction, 'revisions', revisions, RevisionSchema),
    leaveLists(
      transaction,
      fresh.map(({ room }) => room.id),
    ),
    ...rooms
      .filter((room) => room.state !== 'same' && !isFresh(room))
      .map(({ session }) => writeRoom(transaction, importing.finish(session), at)),
  ]);
}

async function roomsWithRevisions(transaction: Writing): Promise<ReadonlySet<unknown>> {
  const keys = await transaction.objectStore('revisions').getAllKeys();
  return new Set(keys.map((key) => (Array.isArray(key) ? key[0] : undefined)));
}

/** Writes many records, each checked before; the transaction keeps all of them or none. */
async function putAll(
  transaction: Writing,
  store: StoreName,
  records: readonly unknown[],
  schema: Schema<unknown>,
): Promise<void> {
  const wrong = records.find((record) => !v.is(schema, record));
  if (wrong !== undefined) throw new StorageError(fault('malformed', store));
  const shelf = transaction.objectStore(store);
  await Promise.all(records.map((record) => shelf.put(record)));
}
