import type { RoomId } from '../../metrics/ids.ts';
import { FindableSchema, findableOf } from '../../metrics/live/findable.ts';
import type { Session } from '../../metrics/session.ts';
import type { UnixMs } from '../../metrics/time.ts';
import { putAll } from '../bulk.ts';
import { leaveLists } from '../listed.ts';
import { DetailsSchema, HeadSchema, RevisionSchema, recordHead } from '../records.ts';
import { type LastRevision, nextRevision, writeRoom } from '../store.ts';
import { readOrQuarantine, type Writing } from '../transactions.ts';

/** So many are written one by one, and each is read back. */
const FEW = 100;

/** Writes rooms as they are shown, with a revision of each whose figures changed; thousands with few questions. */
export async function writeRooms(
  transaction: Writing,
  sessions: readonly Session[],
  at: UnixMs,
): Promise<void> {
  if (sessions.length <= FEW) {
    await Promise.all(sessions.map((session) => writeRoom(transaction, session, at)));
    return;
  }
  const last = await lastRevisions(transaction, new Set(sessions.map(({ room }) => room.id)));
  const written = sessions.map((session) => {
    const known = last.get(session.room.id) ?? { number: 0 };
    const revision = nextRevision(session, known, at);
    return { session, revision, head: recordHead(session, revision?.number ?? known.number) };
  });
  const details = sessions.map((session) => ({ id: session.room.id, session }));
  const heads = written.map(({ head }) => head);
  const revisions = written.flatMap(({ revision }) => revision ?? []);
  await Promise.all([
    putAll(transaction, 'details', details, DetailsSchema),
    putAll(transaction, 'rooms', heads, HeadSchema),
    putAll(transaction, 'findable', sessions.map(findableOf), FindableSchema),
    putAll(transaction, 'revisions', revisions, RevisionSchema),
    leaveLists(
      transaction,
      heads.map(({ id }) => id),
    ),
  ]);
}

/** The last revision of each of these rooms that has one. */
async function lastRevisions(
  transaction: Writing,
  rooms: ReadonlySet<RoomId>,
): Promise<ReadonlyMap<RoomId, LastRevision>> {
  const wanted = new Set<unknown>(rooms);
  const keys = new Map<unknown, IDBValidKey>();
  // In the order of their numbers, so that the last one stands.
  for (const key of await transaction.objectStore('revisions').getAllKeys()) {
    if (Array.isArray(key) && wanted.has(key[0])) keys.set(key[0], key);
  }
  const found = await Promise.all(
    [...rooms].map(async (room): Promise<readonly (readonly [RoomId, LastRevision])[]> => {
      const key = keys.get(room);
      if (!Array.isArray(key)) return [];
      const last = await readOrQuarantine(transaction, 'revisions', key, RevisionSchema);
      return [[room, { number: Number(key[1]), last }]];
    }),
  );
  return new Map(found.flat());
}
