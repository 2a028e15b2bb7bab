import * as v from 'valibot';
import type { RoomId } from '../../metrics/ids.ts';
import type { Session } from '../../metrics/session.ts';
import { AnswersSchema, type Head, HeadSchema } from '../records.ts';
import { readOrQuarantine, type Writing } from '../transactions.ts';
import { type Filed, parseFiled, readFiled } from './filed.ts';
import type { KnownRoom } from './plan.ts';

/** The light records of all LIVEs, or of those whose ids lie in a range; what can't be read is passed over. */
export async function readHeads(
  transaction: Writing,
  range?: IDBKeyRange,
): Promise<readonly Head[]> {
  const records = await transaction.objectStore('rooms').getAll(range);
  return records.flatMap((record) => {
    const read = v.safeParse(HeadSchema, record);
    return read.success ? [read.output] : [];
  });
}

/** What was answered of a LIVE, and what files said of it. */
export async function readKnown(transaction: Writing, room: RoomId): Promise<KnownRoom> {
  const [answers, filed] = await Promise.all([
    readOrQuarantine(transaction, 'answers', room, AnswersSchema),
    readFiled(transaction, room),
  ]);
  return { own: answers?.session, filed };
}

/** Of so many LIVEs what files said is read at once, whatever else is read with it. */
const MANY = 100;

/** The same of many LIVEs, with as few questions to the database as it takes. */
export async function readAllKnown(
  transaction: Writing,
  rooms: ReadonlySet<RoomId>,
): Promise<ReadonlyMap<RoomId, KnownRoom>> {
  if (rooms.size <= MANY) {
    const all = [...rooms].map(
      async (room): Promise<readonly [RoomId, KnownRoom]> => [
        room,
        await readKnown(transaction, room),
      ],
    );
    return new Map(await Promise.all(all));
  }
  const answered = new Set(await transaction.objectStore('answers').getAllKeys());
  const filed = new Map<RoomId, Filed[]>();
  for (const one of parseFiled(await transaction.objectStore('filed').getAll())) {
    const there = filed.get(one.room);
    if (there === undefined) filed.set(one.room, [one]);
    else there.push(one);
  }
  const own = new Map<RoomId, Session>();
  await Promise.all(
    [...rooms].map(async (room) => {
      if (!answered.has(room)) return;
      const answers = await readOrQuarantine(transaction, 'answers', room, AnswersSchema);
      if (answers !== undefined) own.set(room, answers.session);
    }),
  );
  return new Map(
    [...rooms].map((room) => [room, { own: own.get(room), filed: filed.get(room) ?? [] }]),
  );
}

/** The same with what files said of its stand-ins, as if it were said of the LIVE. */
export function withStandIns(known: KnownRoom, standIns: readonly (readonly Filed[])[]): KnownRoom {
  const filed = [...known.filed, ...standIns.flat()];
  return { ...known, filed: filed.toSorted((one, other) => one.at - other.at) };
}
