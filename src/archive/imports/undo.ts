import { withFiles } from '../../metrics/better-source.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { type ImportId, type ImportRecord, ImportRecordSchema } from '../../metrics/imports.ts';
import type { Session } from '../../metrics/session.ts';
import type { UnixMs } from '../../metrics/time.ts';
import { writeRoom } from '../store.ts';
import { put, readOrQuarantine, type Writing } from '../transactions.ts';
import { filedSessions, parseFiled } from './filed.ts';
import { readAllKnown } from './known.ts';
import { dropRoom, namedRooms } from './move-stand-in.ts';
import type { KnownRoom } from './plan.ts';

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
  const filed = parseFiled(await transaction.objectStore('filed').index('import').getAll(id));
  const named = await namedRooms(transaction);
  const known = await readAllKnown(transaction, new Set(filed.map(({ room }) => room)));
  const stay = await Promise.all(
    filed.map(({ room }) =>
      takeBack(transaction, { room, id, known: known.get(room), named }, undoing),
    ),
  );
  const kept = filed.filter(({ added }, place) => added && stay[place] === true).length;
  const undone: ImportRecord = { ...record, undone: { at: undoing.at, kept } };
  await put(transaction, 'imports', undone, ImportRecordSchema);
  return { record: undone, rooms: filed.map(({ room }) => room) };
}

interface Taking {
  readonly room: RoomId;
  readonly id: ImportId;
  readonly known: KnownRoom | undefined;
  /** LIVEs that the board, a plan or a note names. */
  readonly named: ReadonlySet<RoomId>;
}

/** Takes back what an import said of one LIVE; answers whether the LIVE stays. */
async function takeBack(
  transaction: Writing,
  { room, id, known: { own, filed } = { own: undefined, filed: [] }, named }: Taking,
  { at, finish }: Undoing,
): Promise<boolean> {
  const others = filed.filter((one) => one.import !== id);
  const isKnown = own !== undefined || others.length > 0;
  if (!isKnown && named.has(room)) return true;
  await transaction.objectStore('filed').delete([room, id]);
  if (!isKnown) {
    await dropRoom(transaction, room);
    return false;
  }
  const before = withFiles(room, own, filedSessions(filed));
  const after = withFiles(room, own, filedSessions(others));
  if (withoutTimes(before) !== withoutTimes(after)) await writeRoom(transaction, finish(after), at);
  return true;
}

/** A LIVE with where everything is from, but not when it was read: of one file imported twice that alone differs. */
const withoutTimes = (session: Session): string =>
  JSON.stringify(session, (key, value: unknown) => (key === 'at' ? undefined : value));
