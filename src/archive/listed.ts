import type { IDBPObjectStore } from 'idb';
import * as v from 'valibot';
import type { RoomId } from '../metrics/ids.ts';
import { HISTORY_SECONDS } from '../metrics/live/history-span.ts';
import { startedOrCreated } from '../metrics/live/latest.ts';
import type { Span } from '../metrics/live/length.ts';
import { inLists } from '../metrics/live/list-order.ts';
import type { RoomRecord } from '../metrics/room-record.ts';
import { DAY_SECONDS, unixSeconds } from '../metrics/time.ts';
import {
  type ListedRooms,
  type PackedRooms,
  packRooms,
  unpackRooms,
} from '../platform/packed-rooms.ts';
import type { Connection } from './connection.ts';
import { type Head, HeadSchema, recordOf } from './records.ts';
import type { Stores } from './stores.ts';
import { reading, readOrQuarantine, type Writing, writing } from './transactions.ts';

/**
 * Lists as text: reading thousands of light records takes seconds, reading them packed a fraction. Two records of
 * `lists` hold the LIVEs whose ids begin alike, which for TikTok's ids are those of about four weeks: what tells
 * LIVEs apart, and their figures, which are several times as much and of few LIVEs wanted at once. They follow from
 * `rooms`: whoever writes there takes both away, and the next list writes them anew.
 */
const HeadsSchema = v.object({
  /** Its key: {@link HEADS} and what the ids begin with. */
  bucket: v.string(),
  format: v.number(),
  count: v.number(),
  /** From the first to the last start, in unix seconds; 0 and 0 where no LIVE tells one. */
  from: v.number(),
  to: v.number(),
  rooms: v.string(),
});
type Heads = v.InferOutput<typeof HeadsSchema>;
const FiguresSchema = v.object({ bucket: v.string(), figures: v.string() });

/**
 * Goes up with every change of what a packed record holds or means, such as the rule of `isNotSelling`: texts of
 * another format are written anew. A test holds it by a list of this format.
 */
const FORMAT = 2;

const HEADS = 'heads/';
const FIGURES = 'figures/';
/** So many digits of nineteen leave 10^16 ids of 2^32 a second: 27 days. */
const BUCKET_DIGITS = 3;
const bucketOf = (id: string): string => id.slice(0, BUCKET_DIGITS);

/** The ids of a bucket; the colon stands after the digits. */
const idsOf = (bucket: string): IDBKeyRange => IDBKeyRange.bound(bucket, `${bucket}:`, false, true);
/** The records of one kind; the zero stands after the slash. */
const kept = (kind: string): IDBKeyRange =>
  IDBKeyRange.bound(kind, `${kind.slice(0, -1)}0`, false, true);

/**
 * Says that the lists in which LIVEs stand are to be written anew; belongs into each transaction that writes, changes or
 * deletes in `rooms`. The transaction has to cover `lists`.
 */
export async function leaveLists(transaction: Writing, ids: Iterable<RoomId>): Promise<void> {
  const buckets = new Set([...ids].map(bucketOf));
  const shelf = transaction.objectStore('lists');
  await Promise.all(
    [...buckets].flatMap((bucket) => [
      shelf.delete(`${HEADS}${bucket}`),
      shelf.delete(`${FIGURES}${bucket}`),
    ]),
  );
}

/** Every LIVE as it stands in lists, packed, in no order; what can't be read is set aside. */
export async function packedLists(connection: Connection): Promise<readonly PackedRooms[]> {
  const lists = await read(connection, () => true);
  return lists.flatMap(({ rooms, figures }) => (figures === undefined ? [] : { rooms, figures }));
}

/** Every LIVE as it stands in lists, packed, in no order, and with figures at least those of a time. */
export interface NearLists {
  readonly lists: readonly ListedRooms[];
  /** LIVEs that started in it have their figures. */
  readonly near: Span;
}

/**
 * The lists with the figures that a LIVE is compared with: of LIVEs within reach of its start.
 * Without a LIVE, or of one that isn't kept, those before the newest one.
 */
export async function nearLists(connection: Connection, room?: RoomId): Promise<NearLists> {
  const head = room && (await reading(connection, async (database) => database.get('rooms', room)));
  const asked = v.safeParse(HeadSchema, head);
  const nearIn = (all: readonly Heads[]): Span =>
    reachOf(
      asked.success
        ? startedOrCreated(asked.output.room)
        : all.reduce((latest, { to }) => Math.max(latest, to), 0),
    );
  const lists = await read(connection, (heads, all) => {
    const { from, to } = nearIn(all);
    return heads.to >= from && heads.from <= to;
  });
  return { lists: lists.map(withoutBucket), near: nearIn(lists) };
}

/** The records of packed lists, in the order of lists. */
export const unpackLists = (lists: readonly PackedRooms[]): readonly RoomRecord[] =>
  lists.flatMap(unpackRooms).sort(inLists);

/** What is learnt of a LIVE's time before it, and a week more for those that follow one another. */
function reachOf(start: number): Span {
  const reach = HISTORY_SECONDS + WEEK_SECONDS;
  return { from: unixSeconds(Math.max(0, start - reach)), to: unixSeconds(start + reach) };
}
const WEEK_SECONDS = 7 * DAY_SECONDS;

type List = Heads & { readonly figures?: string };
const withoutBucket = ({ rooms, figures }: List): ListedRooms =>
  figures === undefined ? { rooms } : { rooms, figures };

/** The lists, with the figures of those that are `wanted`; what isn't as it should be is written anew. */
async function read(
  connection: Connection,
  wanted: (heads: Heads, all: readonly Heads[]) => boolean,
): Promise<readonly List[]> {
  const { lists, count } = await reading(connection, async (database) => {
    const transaction = database.transaction(['rooms', 'lists']);
    const shelf = transaction.objectStore('lists');
    const [records, rooms] = await Promise.all([
      shelf.getAll(kept(HEADS)),
      transaction.objectStore('rooms').count(),
    ]);
    const heads = records.flatMap(headsIn);
    const all = await Promise.all(
      heads.map(async (list): Promise<readonly List[]> => {
        if (!wanted(list, heads)) return [list];
        const figures = v.safeParse(FiguresSchema, await shelf.get(figuresKey(list)));
        return figures.success ? [{ ...list, figures: figures.output.figures }] : [];
      }),
    );
    return { lists: all.flat(), count: rooms };
  });
  const listed = lists.reduce((sum, list) => sum + list.count, 0);
  if (listed === count) return lists;
  const all = await mended(connection, lists);
  // What is gone may have told of the newest LIVE: then other figures are wanted than were read.
  if (all.some((list) => list.figures === undefined && wanted(list, all))) {
    return read(connection, (heads) => wanted(heads, all));
  }
  return all.map(({ figures, ...list }) =>
    figures !== undefined && wanted(list, all) ? { ...list, figures } : list,
  );
}

const figuresKey = ({ bucket }: Heads): string => `${FIGURES}${bucket.slice(HEADS.length)}`;

function headsIn(record: unknown): readonly Heads[] {
  const found = v.safeParse(HeadsSchema, record);
  return found.success && found.output.format === FORMAT ? [found.output] : [];
}

/** The lists, those that are missing or don't hold as many LIVEs as there are written anew. */
async function mended(connection: Connection, lists: readonly List[]): Promise<readonly List[]> {
  const ids = await reading(connection, (database) => database.getAllKeys('rooms'));
  const counts = new Map<string, number>();
  for (const id of ids) {
    const bucket = `${HEADS}${bucketOf(String(id))}`;
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  }
  const whole = lists.filter(({ bucket, count }) => counts.get(bucket) === count);
  const known = new Set(whole.map(({ bucket }) => bucket));
  const anew: List[] = [];
  for (const bucket of new Set([...counts.keys(), ...lists.map((list) => list.bucket)])) {
    if (!known.has(bucket)) anew.push(await packAnew(connection, bucket.slice(HEADS.length)));
  }
  return [...whole, ...anew];
}

/** Packs the LIVEs of a bucket and keeps the text where there is room for it. */
async function packAnew(connection: Connection, bucket: string): Promise<List> {
  try {
    return await writing(connection, ['rooms', 'lists'], async (transaction) => {
      const heads: Head[] = [];
      for (const { key, head } of await roomsIn(transaction.objectStore('rooms'), bucket)) {
        const found = head ?? (await readOrQuarantine(transaction, 'rooms', key, HeadSchema));
        if (found !== undefined) heads.push(found);
      }
      const { figures, ...list } = listOf(bucket, heads);
      const shelf = transaction.objectStore('lists');
      // As lists were kept before they were split in two.
      await shelf.delete(bucket);
      if (heads.length === 0) {
        await Promise.all([shelf.delete(list.bucket), shelf.delete(figuresKey(list))]);
      } else {
        await Promise.all([shelf.put(list), shelf.put({ bucket: figuresKey(list), figures })]);
      }
      return { ...list, figures };
    });
  } catch {
    // A full disk is no reason not to read.
    const heads = await reading(connection, (database) =>
      roomsIn(database.transaction('rooms').store, bucket),
    );
    return listOf(
      bucket,
      heads.flatMap(({ head }) => head ?? []),
    );
  }
}

function listOf(bucket: string, heads: readonly Head[]): Required<List> {
  const starts = heads.flatMap(({ room }) => room.startedAt ?? []);
  const packed = packRooms(heads.map(recordOf).sort(inLists));
  return {
    bucket: `${HEADS}${bucket}`,
    format: FORMAT,
    count: heads.length,
    from: starts.reduce((least, one) => Math.min(least, one), starts[0] ?? 0),
    to: starts.reduce((most, one) => Math.max(most, one), 0),
    ...packed,
  };
}

/** The records of a bucket; without a head where one can't be read. */
async function roomsIn(
  shelf: Pick<IDBPObjectStore<Stores, ['rooms']>, 'getAll' | 'getAllKeys'>,
  bucket: string,
): Promise<readonly { readonly key: IDBValidKey; readonly head?: Head }[]> {
  const range = idsOf(bucket);
  const [keys, values] = await Promise.all([shelf.getAllKeys(range), shelf.getAll(range)]);
  return keys.map((key, place) => {
    const found = v.safeParse(HeadSchema, values[place]);
    return found.success ? { key, head: found.output } : { key };
  });
}
