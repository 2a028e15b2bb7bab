import * as v from 'valibot';
import { type Pinned, PinnedSchema } from '../../metrics/board/pinned.ts';
import { type Plan, PlanSchema } from '../../metrics/board/plan.ts';
import type { RoomId } from '../../metrics/ids.ts';
import type { ImportedLive } from '../../metrics/imports.ts';
import { NoteSchema } from '../../metrics/note.ts';
import { SettingsSchema } from '../../platform/settings.ts';
import { PictureRecordSchema } from '../board.ts';
import { moveMeasures } from '../fuller-measures.ts';
import { leaveLists } from '../listed.ts';
import { SETTINGS_KEY } from '../records.ts';
import { revisionsOf } from '../store.ts';
import type { StoreName } from '../stores.ts';
import { put, readOrQuarantine, type Schema, type Writing } from '../transactions.ts';
import { FiledSchema, readFiled, rowsUnder } from './filed.ts';

/** Everything that a LIVE's id stands in, and what tells the LIVE. */
export const joiningStores = [
  'rooms',
  'details',
  'answers',
  'revisions',
  'filed',
  'pinned',
  'plans',
  'pictures',
  'settings',
  'notes',
  'findable',
  'lists',
  'measures',
] as const satisfies readonly StoreName[];

/**
 * Hands all that is kept under a stand-in on to the LIVE's real id: what files said, pins, plans, notes,
 * the picture, what was measured and what the seller said of it. The stand-in goes; the LIVE itself is left to be written anew.
 */
export async function moveStandIn(transaction: Writing, from: RoomId, to: RoomId): Promise<void> {
  for (const { rows, ...filed } of await readFiled(transaction, from)) {
    const there = await readOrQuarantine(transaction, 'filed', [to, filed.import], FiledSchema);
    const known = there?.rows ?? [];
    const all = [...known, ...rowsUnder(to, rows).filter((row) => !known.some(isSameRow(row)))];
    await put(transaction, 'filed', { ...filed, room: to, rows: all }, FiledSchema);
    await transaction.objectStore('filed').delete([from, filed.import]);
  }
  await change(transaction, 'pinned', PinnedSchema, (pinned) => pinnedUnder(pinned, from, to));
  await change(transaction, 'plans', PlanSchema, (plan) => planUnder(plan, from, to));
  await change(transaction, 'notes', NoteSchema, (note) =>
    note.room === from ? { ...note, room: to } : note,
  );
  await movePicture(transaction, from, to);
  await moveMeasures(transaction, from, to);
  await moveChoices(transaction, from, to);
  await dropRoom(transaction, from);
}

/** Whether rows are one row of one file, as where two archives with one import were put together. */
const isSameRow =
  (one: ImportedLive) =>
  (other: ImportedLive): boolean =>
    one.file === other.file && one.sheet === other.sheet && one.row === other.row;

/** Deletes a LIVE with its revisions. */
export async function dropRoom(transaction: Writing, room: RoomId): Promise<void> {
  const stores = ['rooms', 'details', 'answers', 'findable', 'measures'] as const;
  await Promise.all([
    ...stores.map((store) => transaction.objectStore(store).delete(room)),
    transaction.objectStore('revisions').delete(revisionsOf(room)),
    leaveLists(transaction, [room]),
  ]);
}

/** Every LIVE that something on the board, a plan or a note names. */
export async function namedRooms(transaction: Writing): Promise<ReadonlySet<RoomId>> {
  const pinned = await all(transaction, 'pinned', PinnedSchema);
  const plans = await all(transaction, 'plans', PlanSchema);
  const notes = await all(transaction, 'notes', NoteSchema);
  return new Set([
    ...pinned.map(({ room }) => room.room),
    ...notes.map(({ room }) => room),
    ...plans.flatMap(({ madeFrom, triedIn, keptIn = [] }) => [
      madeFrom,
      ...(triedIn === undefined ? [] : [triedIn]),
      ...keptIn,
    ]),
  ]);
}

function pinnedUnder(pinned: Pinned, from: RoomId, to: RoomId): Pinned {
  return pinned.room.room === from ? { ...pinned, room: { ...pinned.room, room: to } } : pinned;
}

function planUnder(plan: Plan, from: RoomId, to: RoomId): Plan {
  const named = [plan.madeFrom, plan.triedIn, ...(plan.keptIn ?? [])];
  if (!named.includes(from)) return plan;
  const under = (room: RoomId): RoomId => (room === from ? to : room);
  return {
    ...plan,
    madeFrom: under(plan.madeFrom),
    ...(plan.triedIn === undefined ? {} : { triedIn: under(plan.triedIn) }),
    ...(plan.keptIn === undefined ? {} : { keptIn: [...new Set(plan.keptIn.map(under))] }),
  };
}

async function movePicture(transaction: Writing, from: RoomId, to: RoomId): Promise<void> {
  const picture = await readOrQuarantine(transaction, 'pictures', from, PictureRecordSchema);
  if (picture === undefined) return;
  const there = await readOrQuarantine(transaction, 'pictures', to, PictureRecordSchema);
  if (there === undefined) {
    await put(transaction, 'pictures', { ...picture, room: to }, PictureRecordSchema);
  }
  await transaction.objectStore('pictures').delete(from);
}

/** What the seller said of the real LIVE stands above what was said of its stand-in. */
async function moveChoices(transaction: Writing, from: RoomId, to: RoomId): Promise<void> {
  const known = await readOrQuarantine(transaction, 'settings', SETTINGS_KEY, SettingsSchema);
  if (known === undefined) return;
  const { ownLives, roomCategories, hosts } = known;
  if (![ownLives, roomCategories, hosts].some((choices) => from in choices)) return;
  const next = {
    ...known,
    ownLives: renamed(ownLives, from, to),
    roomCategories: renamed(roomCategories, from, to),
    hosts: renamed(hosts, from, to),
  };
  await put(transaction, 'settings', next, SettingsSchema, SETTINGS_KEY);
}

function renamed<T>(
  choices: Readonly<Record<string, T>>,
  from: string,
  to: string,
): Record<string, T> {
  const { [from]: moved, ...rest } = choices;
  return moved === undefined ? rest : { [to]: moved, ...rest };
}

async function change<T>(
  transaction: Writing,
  store: StoreName,
  schema: Schema<T>,
  next: (known: T) => T,
): Promise<void> {
  for (const known of await all(transaction, store, schema)) {
    const changed = next(known);
    if (changed !== known) await put(transaction, store, changed, schema);
  }
}

async function all<T>(
  transaction: Writing,
  store: StoreName,
  schema: Schema<T>,
): Promise<readonly T[]> {
  const records = await transaction.objectStore(store).getAll();
  return records.flatMap((record) => {
    const read = v.safeParse(schema, record);
    return read.success ? [read.output] : [];
  });
}
