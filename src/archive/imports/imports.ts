import * as v from 'valibot';
import { failed, fault, ok } from '../../metrics/fault.ts';
import type { RoomId } from '../../metrics/ids.ts';
import {
  type ImportedLive,
  type ImportPreview,
  type ImportRecord,
  ImportRecordSchema,
} from '../../metrics/imports.ts';
import type { Matching } from '../../metrics/live/match-lives.ts';
import type { Session } from '../../metrics/session.ts';
import type { Joined } from '../../platform/archive-news.ts';
import type { Connection } from '../connection.ts';
import { tell } from '../news.ts';
import type { StoreName } from '../stores.ts';
import { put, reading, readOrQuarantine, type Writing, writing } from '../transactions.ts';
import { readAllKnown, readHeads, withStandIns } from './known.ts';
import { joiningStores, moveStandIn } from './move-stand-in.ts';
import { type KnownRoom, matchRows, planImport } from './plan.ts';
import { stagedRows } from './staged.ts';
import type { Imports } from './types.ts';
import { undoImport } from './undo.ts';
import { writePlan } from './write-plan.ts';

/** How many imports are listed. */
const LISTED = 10;

const stores = [...joiningStores, 'imports', 'staged'] as const satisfies readonly StoreName[];

/** The imports of an archive; `finish` works out what follows from what is known of a LIVE. */
export function imports(connection: Connection, finish: (session: Session) => Session): Imports {
  const staged = stagedRows();
  return {
    stageImport: (id, lives, at) =>
      writing(connection, ['staged'], (transaction) => staged.add(transaction, id, lives, at)),

    previewImport: (id) =>
      writing(connection, ['rooms', 'answers', 'filed', 'staged'], async (transaction) => {
        const rows = await staged.lives(transaction, id);
        const { matching, known } = await lookUp(transaction, rows);
        return planImport(rows, matching, known).lives;
      }),

    async commitImport(id, files, at) {
      const done = await writing(connection, stores, async (transaction) => {
        const before = await readOrQuarantine(transaction, 'imports', id, ImportRecordSchema);
        if (before !== undefined) return { record: before, rooms: [], joined: [] };
        const rows = await staged.lives(transaction, id);
        if (rows.length === 0) return undefined;
        const { matching, known } = await lookUp(transaction, rows);
        const plan = planImport(rows, matching, known);
        for (const [from, to] of matching.joined) await moveStandIn(transaction, from, to);
        await writePlan(transaction, plan, { import: id, at, finish });
        const count = (state: ImportPreview['state']): number =>
          plan.rooms.filter((room) => room.state === state).length;
        const record: ImportRecord = {
          id,
          at,
          files: [...files],
          added: count('new'),
          updated: count('updated'),
          same: count('same'),
        };
        await put(transaction, 'imports', record, ImportRecordSchema);
        await staged.drop(transaction, id);
        const joined = [...matching.joined].map(([from, to]) => ({ from, to }));
        return { record, rooms: plan.rooms.map(({ room }) => room), joined };
      });
      if (done === undefined) return failed(fault('import-gone'));
      if (done.rooms.length > 0) tellRooms(done.rooms, done.joined);
      return ok(done.record);
    },

    discardImport: (id) =>
      writing(connection, ['staged'], (transaction) => staged.drop(transaction, id)),

    async undoImport(id, at) {
      const done = await writing(connection, stores, (transaction) =>
        undoImport(transaction, id, { at, finish }),
      );
      if (done === undefined) return failed(fault('import-gone'));
      if (done.rooms.length > 0) tellRooms(done.rooms, []);
      return ok(done.record);
    },

    async imports() {
      const records = await reading(connection, (database) => database.getAll('imports'));
      return records
        .flatMap((record) => {
          const read = v.safeParse(ImportRecordSchema, record);
          return read.success ? [read.output] : [];
        })
        .sort((one, other) => other.at - one.at)
        .slice(0, LISTED);
    },

    sweepImports: (at) =>
      writing(connection, ['staged'], (transaction) => staged.sweep(transaction, at)),
  };
}

/** Tells of LIVEs that changed, and of stand-ins whose board, plans, choices and notes were handed on to a real id. */
export function tellRooms(changed: readonly RoomId[], joined: readonly Joined[]): void {
  if (joined.length > 0) {
    for (const kind of ['pinned', 'plans', 'settings', 'notes'] as const) tell({ kind });
  }
  const rooms = [...changed, ...joined.map(({ from }) => from)];
  tell({ kind: 'rooms', rooms, ...(joined.length === 0 ? {} : { joined: [...joined] }) });
}

/** Where the rows belong, and what is known of the LIVEs among them. */
async function lookUp(
  transaction: Writing,
  rows: readonly ImportedLive[],
): Promise<{
  readonly matching: Matching;
  readonly known: ReadonlyMap<RoomId, KnownRoom>;
}> {
  const heads = await readHeads(transaction);
  const matching = matchRows(heads, rows);
  const there = new Set(heads.map(({ id }) => id));
  const standIns = new Map<RoomId, RoomId[]>();
  for (const [from, to] of matching.joined) standIns.set(to, [...(standIns.get(to) ?? []), from]);
  const rooms = matching.lives.map(({ room }) => room);
  const wanted = rooms.filter((room) => there.has(room) || standIns.has(room));
  const all = await readAllKnown(transaction, new Set([...wanted, ...matching.joined.keys()]));
  const known = new Map(
    wanted.map((room) => {
      const filed = (standIns.get(room) ?? []).map((from) => all.get(from)?.filed ?? []);
      return [room, withStandIns(all.get(room) ?? unknownRoom, filed)];
    }),
  );
  return { matching, known };
}

const unknownRoom: KnownRoom = { own: undefined, filed: [] };
