import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import * as v from 'valibot';
import { type Pinned, type Rank, RankSchema } from './pinned.ts';

/** A thing of an order that the seller may change. */
interface Ranked<Id extends string = string> {
  readonly id: Id;
  readonly rank: string;
}

type InOrder = Pick<Pinned, 'id' | 'rank' | 'pinnedAt'>;

/** The board's order: by rank; equal ranks, as two panels may make them, newest first, then by id. */
export function byRank(one: InOrder, other: InOrder): number {
  if (one.rank !== other.rank) return one.rank < other.rank ? -1 : 1;
  if (one.pinnedAt !== other.pinnedAt) return other.pinnedAt - one.pinnedAt;
  return one.id < other.id ? -1 : 1;
}

/** A rank before all others. */
export function rankAtTop(order: readonly Ranked[]): Rank {
  return keysBetween(null, order[0]?.rank ?? null, 1)?.[0] ?? keyOf(generateKeyBetween(null, null));
}

/**
 * The ranks to be changed so that `id` stands right before or after `beside`: its own alone, unless
 * its neighbours' ranks leave nothing between them. Empty where it stands there already, or where
 * one of both is gone. `order` is the whole order as it stands.
 */
export function ranksAfterMove<Id extends string>(
  order: readonly Ranked<Id>[],
  id: Id,
  beside: Id,
  side: 'before' | 'after',
): ReadonlyMap<Id, Rank> {
  const moved = order.find((one) => one.id === id);
  const rest = order.filter((one) => one.id !== id);
  const found = rest.findIndex((one) => one.id === beside);
  if (moved === undefined || found < 0) return new Map();
  const place = side === 'after' ? found + 1 : found;
  if (order[place]?.id === id) return new Map();
  const lower = rest[place - 1]?.rank ?? null;
  // What has the same rank as the one before makes way too.
  const tied = rest.slice(place).findIndex(({ rank }) => lower === null || rank > lower);
  const end = tied < 0 ? rest.length : place + tied;
  const pushed = [moved, ...rest.slice(place, end)];
  const keys = keysBetween(lower, rest[end]?.rank ?? null, pushed.length);
  if (keys !== undefined) return paired(pushed, keys);
  const all = [...rest.slice(0, place), moved, ...rest.slice(place)];
  return paired(all, generateNKeysBetween(null, null, all.length).map(keyOf));
}

function paired<Id extends string>(
  ranked: readonly Ranked<Id>[],
  keys: readonly Rank[],
): ReadonlyMap<Id, Rank> {
  return new Map(
    ranked.flatMap(({ id }, place) => {
      const key = keys[place];
      return key === undefined ? [] : [[id, key] as const];
    }),
  );
}

/** Undefined where a rank is none that this package made, or where the keys would grow too long. */
function keysBetween(
  lower: string | null,
  upper: string | null,
  count: number,
): Rank[] | undefined {
  try {
    const keys = generateNKeysBetween(lower, upper, count);
    const read = v.safeParse(v.array(RankSchema), keys);
    return read.success ? read.output : undefined;
  } catch {
    return undefined;
  }
}

const keyOf = (key: string): Rank => v.parse(RankSchema, key);
