import * as v from 'valibot';
import { withFiles } from '../../metrics/better-source.ts';
import { type RoomId, RoomIdSchema } from '../../metrics/ids.ts';
import type { ImportId } from '../../metrics/imports.ts';
import type { Revision } from '../../metrics/revision.ts';
import type { Session } from '../../metrics/session.ts';
import { now } from '../../platform/current-time.ts';
import { sameFigures } from '../figures.ts';
import { FiledSchema, filedSessions, parseFiled, readFiled } from '../imports/filed.ts';
import { readKnown } from '../imports/known.ts';
import { dropRoom, joiningStores, namedRooms } from '../imports/move-stand-in.ts';
import { leaveLists } from '../listed.ts';
import { mergeInTime } from '../merge-by-timestamp.ts';
import { AnswersSchema, HeadSchema, RevisionSchema } from '../records.ts';
import { revisionsOf, writeRoom } from '../store.ts';
import { put, reading, readOrQuarantine, type Writing, writing } from '../transactions.ts';
import { validOf } from '../valid-records.ts';
import type { MergedPair } from './merged-pair.ts';

interface Merging {
  /** Imports that were taken back in the archive that is here. */
  readonly undone: ReadonlySet<ImportId>;
  readonly finish: (session: Session) => Session;
}

interface MergedRooms {
  readonly ids: readonly RoomId[];
  /** Those that only the snapshot had. */
  readonly added: readonly RoomId[];
  readonly completed: number;
}

const stores = ['rooms', 'details', 'answers', 'revisions', 'filed', 'findable', 'lists'] as const;

/** One LIVE as it lies in an archive; undefined where the records are. */
interface RawRoom {
  readonly head: unknown;
  readonly details: unknown;
  readonly answers: unknown;
  readonly revisions: readonly unknown[];
  readonly filed: readonly unknown[];
  readonly findable: unknown;
}

/** Every LIVE of either archive, one after the other, each in a transaction of its own. */
export async function mergeRooms(pair: MergedPair, merging: Merging): Promise<MergedRooms> {
  const [older, here] = await Promise.all([roomIds(pair.base), roomIds(pair.here)]);
  const there = new Set(older);
  let completed = 0;
  for (const id of here) {
    const raw = await rawRoom(pair, id);
    if (!there.has(id)) await copyRoom(pair, id, raw);
    else if (await mergeRoom(pair, id, raw, merging)) completed += 1;
  }
  const known = new Set(here);
  return {
    ids: [...new Set([...older, ...here])],
    added: older.filter((id) => !known.has(id)),
    completed,
  };
}

/**
 * Takes out of the LIVEs that only the snapshot had what imports said that were taken back here, as undoing
 * an import does: a LIVE of which nothing else is known goes, unless the board, a plan or a note names it.
 * Answers how many LIVEs stay.
 */
export function dropTakenBack(
  { base }: MergedPair,
  added: readonly RoomId[],
  { undone, finish }: Merging,
): Promise<number> {
  if (undone.size === 0) return Promise.resolve(added.length);
  return writing(base, joiningStores, async (transaction) => {
    const named = await namedRooms(transaction);
    let stay = 0;
    for (const id of added) {
      const { own, filed } = await readKnown(transaction, id);
      const rest = filed.filter((one) => !undone.has(one.import));
      const isKnown = own !== undefined || rest.length > 0;
      if (isKnown || named.has(id) || filed.length === 0) stay += 1;
      if (rest.length === filed.length || (!isKnown && named.has(id))) continue;
      await dropUndone(transaction, id, undone);
      if (isKnown) {
        await writeRoom(transaction, finish(withFiles(id, own, filedSessions(rest))), now());
      } else {
        await dropRoom(transaction, id);
      }
    }
    return stay;
  });
}

async function roomIds(connection: MergedPair['base']): Promise<RoomId[]> {
  const keys = await reading(connection, (database) => database.getAllKeys('rooms'));
  return validOf(keys, RoomIdSchema);
}

function rawRoom({ here }: MergedPair, id: RoomId): Promise<RawRoom> {
  return reading(here, async (database) => {
    const [head, details, answers, revisions, filed, findable] = await Promise.all([
      database.get('rooms', id),
      database.get('details', id),
      database.get('answers', id),
      database.getAll('revisions', revisionsOf(id)),
      database.getAll('filed', IDBKeyRange.bound([id], [id, []])),
      database.get('findable', id),
    ]);
    return { head, details, answers, revisions, filed, findable };
  });
}

/** A LIVE that the snapshot doesn't have comes over as it lies. */
function copyRoom({ base }: MergedPair, id: RoomId, raw: RawRoom): Promise<void> {
  return writing(base, stores, async (transaction) => {
    const put = (store: (typeof stores)[number], records: readonly unknown[]) =>
      records
        .filter((record) => record !== undefined)
        .map((record) => transaction.objectStore(store).put(record));
    await Promise.all([
      ...put('rooms', [raw.head]),
      ...put('details', [raw.details]),
      ...put('answers', [raw.answers]),
      ...put('revisions', raw.revisions),
      ...put('filed', raw.filed),
      ...put('findable', [raw.findable]),
      leaveLists(transaction, [id]),
    ]);
  });
}

/** Puts a LIVE together that both have; answers whether its figures are others than they were here. */
function mergeRoom(
  { base }: MergedPair,
  id: RoomId,
  raw: RawRoom,
  { undone, finish }: Merging,
): Promise<boolean> {
  const answered = v.safeParse(AnswersSchema, raw.answers);
  const head = v.safeParse(HeadSchema, raw.head);
  return writing(base, stores, async (transaction) => {
    const known = await readOrQuarantine(transaction, 'answers', id, AnswersSchema);
    const own =
      answered.success && known !== undefined
        ? mergeInTime(known, answered.output)
        : answered.success
          ? answered.output
          : known;
    await dropUndone(transaction, id, undone);
    for (const filed of parseFiled(raw.filed)) {
      await put(transaction, 'filed', filed, FiledSchema);
    }
    const files = filedSessions(await readFiled(transaction, id));
    if (own !== undefined) await put(transaction, 'answers', { ...own, id }, AnswersSchema);
    await mergeRevisions(transaction, id, raw.revisions);
    const session = finish(withFiles(id, own?.session, files));
    await writeRoom(transaction, session, now());
    return !head.success || !sameFigures(head.output.figures, session.figures);
  });
}

/** The figures of both as they stood, in the order of time, each once. */
async function mergeRevisions(
  transaction: Writing,
  id: RoomId,
  here: readonly unknown[],
): Promise<void> {
  const shelf = transaction.objectStore('revisions');
  const there = await shelf.getAll(revisionsOf(id));
  const all = validOf([...there, ...here], RevisionSchema);
  const inOrder = all.toSorted((one, other) => one.at - other.at || one.number - other.number);
  const merged: Revision[] = [];
  for (const revision of inOrder) {
    const last = merged.at(-1);
    if (last !== undefined && sameFigures(last.figures, revision.figures)) continue;
    merged.push({ ...revision, number: merged.length + 1 });
  }
  await shelf.delete(revisionsOf(id));
  await Promise.all(
    merged.map((revision) => put(transaction, 'revisions', revision, RevisionSchema)),
  );
}

/** What files said of a LIVE, of imports that were taken back here. */
async function dropUndone(
  transaction: Writing,
  id: RoomId,
  undone: ReadonlySet<ImportId>,
): Promise<void> {
  const filed = await readFiled(transaction, id);
  const gone = filed.filter((one) => undone.has(one.import));
  await Promise.all(gone.map((one) => transaction.objectStore('filed').delete([id, one.import])));
}
