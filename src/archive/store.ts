import { withFiles } from '../metrics/better-source.ts';
import type { RoomId } from '../metrics/ids.ts';
import { FindableSchema, findableOf } from '../metrics/live/findable.ts';
import { emptySession } from '../metrics/merge.ts';
import type { Revision } from '../metrics/revision.ts';
import type { Session, SessionPart } from '../metrics/session.ts';
import { MINUTE_MS, type UnixMs } from '../metrics/time.ts';
import type { Connection } from './connection.ts';
import { sameFigures } from './figures.ts';
import { filedSessions, readFiled } from './imports/filed.ts';
import { leaveLists } from './listed.ts';
import { mergeNewest } from './merge-by-timestamp.ts';
import { AnswersSchema, DetailsSchema, HeadSchema, RevisionSchema, recordHead } from './records.ts';
import { saysSame } from './same-session.ts';
import { put, readOrQuarantine, type Writing, writing } from './transactions.ts';
import type { AskedIds } from './types.ts';

const stores = ['rooms', 'details', 'answers', 'revisions', 'filed', 'findable', 'lists'] as const;

interface Storing {
  readonly at: UnixMs;
  /** Works out what follows from a room's answers. */
  readonly finish: (session: Session) => Session;
  readonly asked?: AskedIds;
}

interface Stored {
  readonly revision: number;
  readonly changed: boolean;
}

/** A LIVE once an answer was laid over it. */
export interface Laid {
  readonly stored: Stored;
  /**
   * What is new of it: `nothing` but when it was answered; `passing`, how it goes while it runs on, if only that it still
   * does; `lasting` all else.
   */
  readonly isNew: 'nothing' | 'passing' | 'lasting';
}

/**
 * Lays an answer over a room and writes the room anew, in one transaction. What is derived is worked
 * out each time from what was answered, so that nothing derived outlives its ground.
 */
export function storePart(
  connection: Connection,
  part: SessionPart,
  storing: Storing,
): Promise<Laid> {
  return writing(connection, stores, (transaction) => lay(transaction, part, storing));
}

/** What answers told of many LIVEs. */
interface Told {
  /** LIVEs of which something is new that lasts. */
  readonly lasting: readonly RoomId[];
  /** LIVEs that run on. */
  readonly passing: readonly RoomId[];
}

/** The same for one answer each of many rooms: all of them are stored, or none. */
export function storeParts(
  connection: Connection,
  parts: readonly SessionPart[],
  storing: Storing,
): Promise<Told> {
  const rooms = new Map<RoomId, SessionPart[]>();
  for (const part of parts) rooms.set(part.room.id, [...(rooms.get(part.room.id) ?? []), part]);
  return writing(connection, stores, async (transaction) => {
    // Side by side, as the database's answers take most of the time; a room's own parts one after the other.
    const told = await Promise.all(
      [...rooms].map(async ([id, own]) => {
        const news = new Set<Laid['isNew']>();
        for (const part of own) news.add((await lay(transaction, part, storing)).isNew);
        return { id, news };
      }),
    );
    const isLasting = ({ news }: (typeof told)[number]): boolean => news.has('lasting');
    return {
      lasting: told.filter(isLasting).map(({ id }) => id),
      passing: told.filter((one) => !isLasting(one) && one.news.has('passing')).map(({ id }) => id),
    };
  });
}

async function lay(
  transaction: Writing,
  part: SessionPart,
  { at, finish, asked }: Storing,
): Promise<Laid> {
  const { id } = part.room;
  const known = await readOrQuarantine(transaction, 'answers', id, AnswersSchema);
  const merged = mergeNewest(known ?? { session: emptySession(id), times: {} }, part, at, asked);
  const files = filedSessions(await readFiled(transaction, id));
  const session = finish(withFiles(id, merged.session, files));
  const [stored] = await Promise.all([
    writeRoom(transaction, session, at),
    put(transaction, 'answers', { id, ...merged }, AnswersSchema),
  ]);
  return { stored, isNew: newsOf(known?.session, merged.session) };
}

function newsOf(before: Session | undefined, after: Session): Laid['isNew'] {
  if (before === undefined) return 'lasting';
  if (before.room.status === 'live' && after.room.status === 'live') return 'passing';
  return saysSame(before, after) ? 'nothing' : 'lasting';
}

/** Writes a room as it is shown, with a revision where its figures changed. */
export async function writeRoom(
  transaction: Writing,
  session: Session,
  at: UnixMs,
): Promise<Stored> {
  const { id } = session.room;
  const { number, changed } = await revise(transaction, session, at);
  await Promise.all([
    put(transaction, 'details', { id, session }, DetailsSchema),
    put(transaction, 'rooms', recordHead(session, number), HeadSchema),
    put(transaction, 'findable', findableOf(session), FindableSchema),
    leaveLists(transaction, [id]),
  ]);
  return { revision: number, changed };
}

async function revise(
  transaction: Writing,
  session: Session,
  at: UnixMs,
): Promise<{ readonly number: number; readonly changed: boolean }> {
  const known = await lastRevision(transaction, session.room.id);
  const revision = nextRevision(session, known, at);
  if (revision === undefined) return { number: known.number, changed: false };
  await put(transaction, 'revisions', revision, RevisionSchema);
  return { number: revision.number, changed: true };
}

/** A room's last revision; its number, 0 where there is none, counts even when the record itself can't be read. */
export interface LastRevision {
  readonly number: number;
  readonly last?: Revision | undefined;
}

/**
 * The revision that a room's figures make; undefined where they didn't change. While a LIVE runs the figures
 * of one minute share one revision: the last one is replaced until its minute is over.
 */
export function nextRevision(
  { room, figures }: Session,
  { number, last }: LastRevision,
  at: UnixMs,
): Revision | undefined {
  if (sameFigures(last?.figures ?? {}, figures)) return undefined;
  const sameMinute =
    last !== undefined && Math.floor(last.at / MINUTE_MS) === Math.floor(at / MINUTE_MS);
  const next = sameMinute && room.status === 'live' ? number : number + 1;
  const since = last !== undefined && last.at > at ? last.at : at;
  return { room: room.id, number: next, at: since, figures };
}

async function lastRevision(transaction: Writing, room: RoomId): Promise<LastRevision> {
  const cursor = await transaction
    .objectStore('revisions')
    .openKeyCursor(revisionsOf(room), 'prev');
  const key = cursor?.primaryKey;
  if (!Array.isArray(key)) return { number: 0 };
  const last = await readOrQuarantine(transaction, 'revisions', key, RevisionSchema);
  return { number: Number(key[1]), last };
}

/** The keys of a room's revisions, oldest first. */
export function revisionsOf(room: RoomId): IDBKeyRange {
  return IDBKeyRange.bound([room, 0], [room, Number.POSITIVE_INFINITY]);
}
