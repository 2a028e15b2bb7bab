import * as v from 'valibot';
import { withFiles } from '../../metrics/better-source.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { lengthOf } from '../../metrics/live/length.ts';
import { isNameless, standIns } from '../../metrics/live/nameless.ts';
import { answeredAccounts } from '../../metrics/live/own.ts';
import { nearestPairs } from '../../metrics/live/same-live.ts';
import type { Session } from '../../metrics/session.ts';
import { MINUTE_SECONDS, type UnixMs } from '../../metrics/time.ts';
import type { Joined } from '../../platform/archive-news.ts';
import type { Connection } from '../connection.ts';
import { HeadSchema } from '../records.ts';
import { writeRoom } from '../store.ts';
import { reading, type Writing, writing } from '../transactions.ts';
import { type Filed, filedSessions, readFiled } from './filed.ts';
import { readHeads, readKnown } from './known.ts';
import { joiningStores, moveStandIn } from './move-stand-in.ts';

interface Joining {
  readonly at: UnixMs;
  readonly finish: (session: Session) => Session;
}

/**
 * LIVEs were answered by their ids: where one of them is a LIVE of a file that named none, the two become
 * one under the real id, with all that hangs on the stand-in. One transaction; answers which
 * became which.
 */
export async function joinArrived(
  connection: Connection,
  rooms: readonly RoomId[],
  { at, finish }: Joining,
): Promise<readonly Joined[]> {
  const real = rooms.filter((room) => !isNameless(room));
  if (!(await mayJoin(connection, real))) return [];
  return writing(connection, joiningStores, async (transaction) => {
    const heads = await readHeads(transaction);
    const arrived = new Set<string>(real);
    const pairs = nearestPairs(
      heads.filter(({ id }) => isNameless(id)),
      // A LIVE that runs is in no file yet; what lies in its minute is another one.
      heads.filter(
        ({ id, room }) => arrived.has(id) && room.status !== 'live' && lengthOf(room) !== undefined,
      ),
      answeredAccounts(heads),
    );
    const joined: Joined[] = [];
    for (const { one, other } of pairs) {
      const [from, to] = [one.id, other.id];
      if (await areRowsOfOneSheet(transaction, from, to)) continue;
      await moveStandIn(transaction, from, to);
      const { own, filed } = await readKnown(transaction, to);
      const session = finish(withFiles(to, own, filedSessions(filed)));
      await writeRoom(transaction, session, at);
      joined.push({ from, to });
    }
    return joined;
  });
}

/** Whether a stand-in started within a minute of one of the LIVEs: for most archives one quick look says no. */
async function mayJoin(connection: Connection, rooms: readonly RoomId[]): Promise<boolean> {
  if (rooms.length === 0) return false;
  return reading(connection, async (database) => {
    const shelf = database.transaction('rooms').store;
    const range = IDBKeyRange.bound(standIns.from, standIns.before, false, true);
    if ((await shelf.count(range)) === 0) return false;
    const near = await Promise.all(
      rooms.map(async (id) => {
        const head = v.safeParse(HeadSchema, await shelf.get(id));
        if (!head.success) return [];
        const { order } = head.output;
        const around = IDBKeyRange.bound(order - MINUTE_SECONDS, order + MINUTE_SECONDS);
        return shelf.index('startedAt').getAllKeys(around);
      }),
    );
    return near.flat().some((key) => typeof key === 'string' && key < standIns.before);
  });
}

/** Two rows of one sheet are two LIVEs, however near; one row, told of twice, is one. */
async function areRowsOfOneSheet(
  transaction: Writing,
  one: RoomId,
  other: RoomId,
): Promise<boolean> {
  const rows = rowsBySheet(await readFiled(transaction, one));
  return [...rowsBySheet(await readFiled(transaction, other))].some(([sheet, numbers]) => {
    const theirs = rows.get(sheet);
    return theirs !== undefined && [...numbers].every((number) => !theirs.has(number));
  });
}

/** The numbers of a LIVE's rows, by the sheet of an import. */
function rowsBySheet(filed: readonly Filed[]): ReadonlyMap<string, ReadonlySet<number>> {
  const sheets = new Map<string, Set<number>>();
  for (const of of filed) {
    for (const { file, sheet, row, session } of of.rows) {
      const key = JSON.stringify([of.import, file, sheet, session.origins.figures?.endpoint]);
      sheets.set(key, (sheets.get(key) ?? new Set()).add(row));
    }
  }
  return sheets;
}
