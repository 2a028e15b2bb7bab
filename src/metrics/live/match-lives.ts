import type { RoomId } from '../ids.ts';
import { lengthOf } from './length.ts';
import { isNameless, standInId } from './nameless.ts';
import { answeredAccounts } from './own.ts';
import { type LiveFacts, nearestPairs } from './same-live.ts';

/** A LIVE of a file that is to be stored. */
export interface LiveToMatch {
  /** Where it stands: LIVEs of one source are different ones, unless account, start and length are the same. */
  readonly source: string;
  /** Whether its id is a stand-in. */
  readonly nameless: boolean;
  readonly facts: LiveFacts;
}

/** Where a LIVE of a file belongs. */
interface MatchedLive {
  readonly room: RoomId;
  /** Whether a known LIVE of another id was found by account and start. */
  readonly matched: boolean;
}

export interface Matching {
  /** In the order of the LIVEs that were given. */
  readonly lives: readonly MatchedLive[];
  /** Known stand-ins whose real ids the files tell, which become one with these. */
  readonly joined: ReadonlyMap<RoomId, RoomId>;
}

/** LIVEs of one source that have account, start and length in common, and so are one. */
interface Slot extends LiveFacts {
  readonly places: number[];
}

/**
 * Tells under which room each LIVE of some files is to be stored: under its id; a nameless one under the
 * known LIVE that is the same (`same-live.ts`), else under a stand-in of its own. The order of `lives` changes
 * nothing, and the same files match the rooms that they made before.
 */
export function matchLives(known: readonly LiveFacts[], lives: readonly LiveToMatch[]): Matching {
  const accounts = answeredAccounts([...known, ...lives.map(({ facts }) => facts)]);
  const accountOf = remembered(accounts);
  const knownIds = new Set<string>(known.map(({ id }) => id));
  const named = new Map<RoomId, LiveFacts>();
  for (const { facts } of lives.filter(({ nameless }) => !nameless)) {
    named.set(facts.id, firstOf(facts, named.get(facts.id)));
  }
  const joined = new Map(
    nearestPairs(
      known.filter(({ id }) => isNameless(id)),
      [...named.values()],
      accountOf,
    ).map(({ one, other }) => [one.id, other.id]),
  );
  const joinedTo = new Set(joined.values());
  const pool = new Map<string, LiveFacts>();
  for (const one of known) if (!joined.has(one.id)) pool.set(one.id, one);
  for (const [id, one] of named) if (!knownIds.has(id)) pool.set(id, one);
  const taken = new Set<string>([...knownIds, ...named.keys()]);

  const rooms = new Map<number, RoomId>();
  for (const slots of slotsBySource(lives)) {
    const found = findRooms(slots, pool, accountOf);
    for (const slot of slots) {
      const room = found.get(slot) ?? freeId(slot, taken);
      if (!found.has(slot)) {
        taken.add(room);
        pool.set(room, { ...slot, id: room });
      }
      for (const place of slot.places) rooms.set(place, room);
    }
  }
  return {
    joined,
    lives: lives.map(({ facts: { id } }, place) => {
      const room = rooms.get(place) ?? id;
      return { room, matched: (room !== id && knownIds.has(room)) || joinedTo.has(id) };
    }),
  };
}

/** The known LIVEs that those of one source are: first what has the very stand-in and length, then the nearest. */
function findRooms(
  slots: readonly Slot[],
  pool: ReadonlyMap<string, LiveFacts>,
  accountOf: (live: LiveFacts) => string | undefined,
): ReadonlyMap<Slot, RoomId> {
  const found = new Map<Slot, RoomId>();
  for (const slot of slots) {
    const very = [slot.id, idByLength(slot)]
      .map((id) => pool.get(id))
      .find((one) => one !== undefined && lengthOf(one.room) === lengthOf(slot.room));
    if (very !== undefined) found.set(slot, very.id);
  }
  const taken = new Set<string>(found.values());
  const pairs = nearestPairs(
    slots.filter((slot) => !found.has(slot)),
    [...pool.values()].filter(({ id }) => !taken.has(id)),
    accountOf,
  );
  for (const { one, other } of pairs) found.set(one, other.id);
  return found;
}

/** The nameless LIVEs of each source, the sources and their LIVEs in an order that their own order doesn't change. */
function slotsBySource(lives: readonly LiveToMatch[]): readonly (readonly Slot[])[] {
  const sources = new Map<string, Map<string, Slot>>();
  for (const [place, { source, nameless, facts }] of lives.entries()) {
    if (!nameless) continue;
    const slots = sources.get(source) ?? new Map<string, Slot>();
    sources.set(source, slots);
    // The stand-in tells account and start.
    const key = `${facts.id} ${lengthOf(facts.room) ?? ''}`;
    const slot = slots.get(key);
    slots.set(key, { ...firstOf(facts, slot), places: [...(slot?.places ?? []), place] });
  }
  return [...sources]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, slots]) => [...slots.values()].toSorted(longestFirst));
}

/** Of LIVEs with one stand-in the longest keeps it. */
const longestFirst = (one: LiveFacts, other: LiveFacts): number =>
  one.id === other.id
    ? (lengthOf(other.room) ?? 0) - (lengthOf(one.room) ?? 0)
    : one.id < other.id
      ? -1
      : 1;

/** Its own stand-in, else one that its length makes where another LIVE of that minute has it. */
function freeId(slot: LiveFacts, taken: ReadonlySet<string>): RoomId {
  let free = taken.has(slot.id) ? idByLength(slot) : slot.id;
  while (taken.has(free)) free = standInId(free);
  return free;
}

const idByLength = ({ id, room }: LiveFacts): RoomId => standInId(`${id} ${lengthOf(room) ?? ''}`);

/** The same one of two, whichever comes first. */
function firstOf(one: LiveFacts, other: LiveFacts | undefined): LiveFacts {
  if (other === undefined) return one;
  const [text, otherText] = [JSON.stringify(one), JSON.stringify(other)];
  return text <= otherText ? one : other;
}

function remembered(
  accountOf: (live: LiveFacts) => string | undefined,
): (live: LiveFacts) => string | undefined {
  const known = new Map<LiveFacts, string | undefined>();
  return (live) => {
    if (!known.has(live)) known.set(live, accountOf(live));
    return known.get(live);
  };
}
