import { withFiles } from '../../metrics/better-source.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { type ImportId, type ImportRecord, ImportRecordSchema } from '../../metrics/imports.ts';
import type { Session } from '../../metrics/session.ts';
import type { UnixMs } from '../../metrics/time.ts';
import { writeRoom } from '../store.ts';
import { put, readOrQuarantine, type Writing } from '../transactions.ts';
import { type Filed, filedSessions, parseFiled } from './filed.ts';
import { readKnown } from './known.ts';
import { dropRoom, namedRooms } from './move-stand-in.ts';

interface Undoing {
  readonly at: UnixMs;
  readonly finish: (session: Session) => Session;
}

/**
 * Takes an import back: each of its LIVEs is put together from what else is known of it, and goes where
 * that is nothing. A LIVE of which nothing else is known and that the board or a plan names stays as it
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
  const stay = await Promise.all(filed.map((one) => takeBack(transaction, one, named, undoing)));
  const kept = filed.filter(({ added }, place) => added && stay[place] === true).length;
  const undone: ImportRecord = { ...record, undone: { at: undoing.at, kept } };
  await put(transaction, 'imports', undone, ImportRecordSchema);
  return { record: undone, rooms: filed.map(({ room }) => room) };
}

/** Takes back what an import said of one LIVE; answers whether the LIVE stays. */
async function takeBack(
  transaction: Writing,
  { room, import: id }: Filed,
  named: ReadonlySet<RoomId>,
  { at, finish }: Undoing,
): Promise<boolean> {
  const { own, filed } = await readKnown(transaction, room);
  const others = filed.filter((one) => one.import !== id);
  const isKnown = own !== undefined || others.length > 0;
  if (!isKnown && named.has(room)) return true;
  await transaction.objectStore('filed').delete([room, id]);
  if (isKnown) {
    await writeRoom(transaction, finish(withFiles(room, own, filedSessions(others))), at);
  } else {
    await dropRoom(transaction, room);
  }
  return isKnown;
}
