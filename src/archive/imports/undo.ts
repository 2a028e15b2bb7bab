import { withFiles } from '../../metrics/better-source.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { type ImportId, type ImportRecord, ImportRecordSchema } from '../../metrics/imports.ts';
import type { Session } from '../../metrics/session.ts';
import type { UnixMs } from '../../metrics/time.ts';
import { deleteAll } from '../bulk.ts';
import { leaveLists } from '../listed.ts';
import { put, readOrQuarantine, type Writing } from '../transactions.ts';
import { filedKeys, filedSessions } from './filed.ts';
import { readAllKnown } from './known.ts';
import { namedRooms } from './move-stand-in.ts';
import type { KnownRoom } from './plan.ts';
import { writeRooms } from './write-rooms.ts';

interface Undoing {
  readonly at: UnixMs;
  readonly finish: (session: Session) => Session;
}

/**
 * Takes an import back: each of its LIVEs is put together from what else is known of it, and goes where
 * that is nothing. A LIVE of which nothing else is known and that the board, a plan or a note names stays as it
 * is. Undefined where there is no such import.
 */
export async function undoImport(
  transaction: Writing,
  id: ImportId,
  undoing: Undoing,
): Promise<{ readonly record: ImportRecord; readonly rooms: readonly RoomId[] } | undefined> {
  const record = await readOrQuarantine(transaction, 'imports', id, ImportRecordSchema);
  if (record === undefined || record.undone !== undefined) {
    return record && { record, rooms: [] };
  }
  const rooms = await roomsOf(transaction, id);
  const named = await namedRooms(transaction);
  const told = await toldElsewhere(transaction, id);
  const left = rooms.filter((room) => told.has(room) || named.has(room));
  const known = await readAllKnown(transaction, new Set(left));
  const became = left.map((room) => withoutImport({ room, id, known: known.get(room), named }));
  await writeRooms(
    transaction,
    became.flatMap((one) => (typeof one === 'object' ? undoing.finish(one) : [])),
    undoing.at,
  );
  const kept = left.filter(
    (room, place) => became[place] !== 'gone' && isAdded(known.get(room), id),
  );
  const asTheyAre = new Set(left.filter((_, place) => became[place] === 'as-it-is'));
  const changed = rooms.filter((room) => !asTheyAre.has(room));
  await dropFiled(transaction, changed, id);
  const stay = new Set(left.filter((_, place) => became[place] !== 'gone'));
  await dropRooms(
    transaction,
    rooms.filter((room) => !stay.has(room)),
  );
  const undone: ImportRecord = { ...record, undone: { at: undoing.at, kept: kept.length } };
  await put(transaction, 'imports', undone, ImportRecordSchema);
  return { record: undone, rooms };
}

/** The LIVEs that an import says something of. */
async function roomsOf(transaction: Writing, id: ImportId): Promise<readonly RoomId[]> {
  const keys = await transaction.objectStore('filed').index('import').getAllKeys(id);
  return filedKeys(keys).map(({ room }) => room);
}

/** The LIVEs that were answered, or that another import says something of, as their keys tell. */
async function toldElsewhere(transaction: Writing, id: ImportId): Promise<ReadonlySet<unknown>> {
  const answered = await transaction.objectStore('answers').getAllKeys();
  const filed = filedKeys(await transaction.objectStore('filed').getAllKeys());
  const others = filed.filter((one) => one.import !== id).map(({ room }) => room);
  return new Set<unknown>([...answered, ...others]);
}

const isAdded = (known: KnownRoom | undefined, id: ImportId): boolean =>
  known?.filed.some((filed) => filed.import === id && filed.added) === true;

/** Deletes what an import said of LIVEs, which stand in the order of their ids. */
async function dropFiled(
  transaction: Writing,
  rooms: readonly RoomId[],
  id: ImportId,
): Promise<void> {
  const [first, last] = [rooms[0], rooms.at(-1)];
  if (first === undefined || last === undefined) return;
  const gone = new Set<unknown>(rooms);
  const isGone = (key: IDBValidKey): boolean =>
    Array.isArray(key) && key[1] === id && gone.has(key[0]);
  await deleteAll(transaction, 'filed', IDBKeyRange.bound([first], [last, []]), isGone);
}

/** Deletes LIVEs of which nothing that can be read was answered, in the order of their ids. */
async function dropRooms(transaction: Writing, rooms: readonly RoomId[]): Promise<void> {
  const [first, last] = [rooms[0], rooms.at(-1)];
  if (first === undefined || last === undefined) return;
  const gone = new Set<unknown>(rooms);
  const isPart = (key: IDBValidKey): boolean => Array.isArray(key) && gone.has(key[0]);
  const range = IDBKeyRange.bound(first, last);
  await Promise.all([
    ...(['rooms', 'details', 'answers', 'findable', 'measures'] as const).map((store) =>
      deleteAll(transaction, store, range, (key) => gone.has(key)),
    ),
    deleteAll(transaction, 'revisions', IDBKeyRange.bound([first], [last, []]), isPart),
    leaveLists(transaction, rooms),
  ]);
}

interface Taking {
  readonly room: RoomId;
  readonly id: ImportId;
  readonly known: KnownRoom | undefined;
  /** LIVEs that the board, a plan or a note names. */
  readonly named: ReadonlySet<RoomId>;
}

/** A LIVE without what an import said of it, or what becomes of it where nothing is to be written. */
function withoutImport({
  room,
  id,
  known: { own, filed } = { own: undefined, filed: [] },
  named,
}: Taking): Session | 'as-it-is' | 'the-same' | 'gone' {
  const others = filed.filter((one) => one.import !== id);
  if (own === undefined && others.length === 0) return named.has(room) ? 'as-it-is' : 'gone';
  const before = withFiles(room, own, filedSessions(filed));
  const after = withFiles(room, own, filedSessions(others));
  return withoutTimes(before) === withoutTimes(after) ? 'the-same' : after;
}

/** A LIVE with where everything is from, but not when it was read: of one file imported twice that alone differs. */
const withoutTimes = (session: Session): string =>
  JSON.stringify(session, (key, value: unknown) => (key === 'at' ? undefined : value));
