import * as v from 'valibot';
import type { ImportId } from '../../metrics/imports.ts';
import { FindableSchema, findableOf } from '../../metrics/live/findable.ts';
import type { Session } from '../../metrics/session.ts';
import type { UnixMs } from '../../metrics/time.ts';
import { putAll } from '../bulk.ts';
import { leaveLists } from '../listed.ts';
import { DetailsSchema, HeadSchema, RevisionSchema, recordHead } from '../records.ts';
import type { Writing } from '../transactions.ts';
import { FiledSchema } from './filed.ts';
import type { ImportPlan, PlannedRoom } from './plan.ts';
import { writeRooms } from './write-rooms.ts';

interface Importing {
  readonly import: ImportId;
  readonly at: UnixMs;
  readonly finish: (session: Session) => Session;
}

/** Rows were checked when they were laid aside; only the room's id was set since. */
const FiledAsideRows = v.omit(FiledSchema, ['rows']);
/** The figures are those of the details, and checked with them. */
const RevisionAsideFigures = v.omit(RevisionSchema, ['figures']);

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
  // Not waited for: while the browser writes it, the LIVEs are worked out.
  const filing = putAll(
    transaction,
    'filed',
    rooms.map(({ room, rows, state }) => ({
      room,
      import: importing.import,
      at,
      added: state === 'new',
      rows,
    })),
    FiledAsideRows,
  );
  // Awaited below; without this it would be reported as unhandled, should the working out fail before.
  filing.catch(() => undefined);
  const fresh = rooms.filter(isFresh).map(({ session }) => importing.finish(session));
  const details = fresh.map((session) => ({ id: session.room.id, session }));
  const heads = fresh.map((session) => recordHead(session, 1));
  const revisions = fresh.map(({ room, figures }) => ({ room: room.id, number: 1, at, figures }));
  await Promise.all([
    filing,
    putAll(transaction, 'details', details, DetailsSchema),
    putAll(transaction, 'rooms', heads, HeadSchema),
    putAll(transaction, 'findable', fresh.map(findableOf), FindableSchema),
    leaveLists(
      transaction,
      fresh.map(({ room }) => room.id),
    ),
    putAll(transaction, 'revisions', revisions, RevisionAsideFigures),
    writeRooms(
      transaction,
      rooms
        .filter((room) => room.state !== 'same' && !isFresh(room))
        .map(({ session }) => importing.finish(session)),
      at,
    ),
  ]);
}

async function roomsWithRevisions(transaction: Writing): Promise<ReadonlySet<unknown>> {
  const keys = await transaction.objectStore('revisions').getAllKeys();
  return new Set(keys.map((key) => (Array.isArray(key) ? key[0] : undefined)));
}
