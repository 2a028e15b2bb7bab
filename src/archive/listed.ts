import type { IDBPObjectStore } from 'idb';
import * as v from 'valibot';
import type { RoomId } from '../metrics/ids.ts';
import { inLists } from '../metrics/live/list-order.ts';
import type { RoomRecord } from '../metrics/room-record.ts';
import { type PackedRooms, packRooms, unpackRooms } from '../platform/packed-rooms.ts';
import type { Connection } from './connection.ts';
import { type Head, HeadSchema, recordOf } from './records.ts';
import type { Stores } from './stores.ts';
import { reading, readOrQuarantine, type Writing, writing } from './transactions.ts';

/**
 * Lists as text: reading thousands of light records takes seconds, reading them packed a fraction. A record of
 * `lists` holds the LIVEs whose ids begin alike, which for TikTok's ids are those of about four weeks. It follows
 * from `rooms`: whoever writes there takes the text away, and the next list writes it anew.
 */
const ListSchema = v.object({
  /** What the ids begin with. */
  bucket: v.string(),
  format: v.number(),
  count: v.number(),
  rooms: v.string(),
  figures: v.string(),
});
type List = v.InferOutput<typeof ListSchema>;

/** Goes up with every change of what a packed record holds or means: texts of another format are written anew. */
const FORMAT = 1;

/** So many digits of nineteen leave 10^16 ids of 2^32 a second: 27 days. */
const BUCKET_DIGITS = 3;
const bucketOf = (id: string): string => id.slice(0, BUCKET_DIGITS);

/** The ids of a bucket; the colon stands after the digits. */
const idsOf = (bucket: string): IDBKeyRange => IDBKeyRange.bound(bucket, `${bucket}:`, false, true);

/**
 * Says that the lists in which LIVEs stand are to be written anew; belongs into each transaction that writes, changes or
 * deletes in `rooms`. The transaction has to cover `lists`.
 */
export async function leaveLists(transaction: Writing, ids: Iterable<RoomId>): Promise<void> {
  const buckets = new Set([...ids].map(bucketOf));
  const shelf = transaction.objectStore('lists');
  await Promise.all([...buckets].map((bucket) => shelf.delete(bucket)));
}

/** Every LIVE as it stands in lists, packed, in no order; what can't be read is set aside. */
export async function packedLists(connection: Connection): Promise<readonly PackedRooms[]> {
  const { lists, count } = await reading(connection, async (database) => {
    const transaction = database.transaction(['rooms', 'lists']);
    const [records, rooms] = await Promise.all([
      transaction.objectStore('lists').getAll(),
      transaction.objectStore('rooms').count(),
    ]);
    return { lists: records.flatMap(listIn), count: rooms };
  });
  const listed = lists.reduce((sum, list) => sum + list.count, 0);
  return (listed === count ? lists : await mended(connection, lists)).map(withoutBucket);
}

/** The records of packed lists, in the order of lists. */
export const unpackLists = (lists: readonly PackedRooms[]): readonly RoomRecord[] =>
  lists.flatMap(unpackRooms).sort(inLists);

function listIn(record: unknown): readonly List[] {
  const read = v.safeParse(ListSchema, record);
  return read.success && read.output.format === FORMAT ? [read.output] : [];
}

const withoutBucket = ({ rooms, figures }: PackedRooms): PackedRooms => ({ rooms, figures });

/** The lists, those that are missing or don't hold as many LIVEs as there are written anew. */
async function mended(
  connection: Connection,
  lists: readonly List[],
): Promise<readonly PackedRooms[]> {
  const ids = await reading(connection, (database) => database.getAllKeys('rooms'));
  const counts = new Map<string, number>();
  for (const id of ids)
    counts.set(bucketOf(String(id)), (counts.get(bucketOf(String(id))) ?? 0) + 1);
  const whole = lists.filter(({ bucket, count }) => counts.get(bucket) === count);
  const known = new Set(whole.map(({ bucket }) => bucket));
  const anew: PackedRooms[] = [];
  for (const bucket of new Set([...counts.keys(), ...lists.map((list) => list.bucket)])) {
    if (!known.has(bucket)) anew.push(await packAnew(connection, bucket));
  }
  return [...whole, ...anew];
}

/** Packs the LIVEs of a bucket and keeps the text where there is room for it. */
async function packAnew(connection: Connection, bucket: string): Promise<PackedRooms> {
  try {
    return await writing(connection, ['rooms', 'lists'], async (transaction) => {
      const heads: Head[] = [];
      for (const { key, head } of await headsIn(transaction.objectStore('rooms'), bucket)) {
        const read = head ?? (await readOrQuarantine(transaction, 'rooms', key, HeadSchema));
        if (read !== undefined) heads.push(read);
      }
      const list = listOf(bucket, heads);
      const shelf = transaction.objectStore('lists');
      await (heads.length === 0 ? shelf.delete(bucket) : shelf.put(list));
      return list;
    });
  } catch {
    // A full disk is no reason not to read.
    const heads = await reading(connection, (database) =>
      headsIn(database.transaction('rooms').store, bucket),
    );
    return listOf(
      bucket,
      heads.flatMap(({ head }) => head ?? []),
    );
  }
}

function listOf(bucket: string, heads: readonly Head[]): List {
  const packed = packRooms(heads.map(recordOf).sort(inLists));
  return { bucket, format: FORMAT, count: heads.length, ...packed };
}

/** The records of a bucket; without a head where one can't be read. */
async function headsIn(
  shelf: Pick<IDBPObjectStore<Stores, ['rooms']>, 'getAll' | 'getAllKeys'>,
  bucket: string,
): Promise<readonly { readonly key: IDBValidKey; readonly head?: Head }[]> {
  const range = idsOf(bucket);
  const [keys, values] = await Promise.all([shelf.getAllKeys(range), shelf.getAll(range)]);
  return keys.map((key, place) => {
    const read = v.safeParse(HeadSchema, values[place]);
    return read.success ? { key, head: read.output } : { key };
  });
}
