import * as v from 'valibot';
import type { RoomId } from '../../metrics/ids.ts';
import { AnswersSchema, type Head, HeadSchema } from '../records.ts';
import { readOrQuarantine, type Writing } from '../transactions.ts';
import { type Filed, readFiled } from './filed.ts';
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

/** The same with what files said of its stand-ins, as if it were said of the LIVE. */
export function withStandIns(known: KnownRoom, standIns: readonly (readonly Filed[])[]): KnownRoom {
  const filed = [...known.filed, ...standIns.flat()];
  return { ...known, filed: filed.toSorted((one, other) => one.at - other.at) };
}
