import type { CurrencyCode } from '../money.ts';
import type { ListedRoom, RoomRecord } from '../room-record.ts';
import type { UnixSeconds, Zone } from '../time.ts';
import { startedOrCreated } from './latest.ts';
import type { OwnChoices } from './own.ts';
import { type ShopKey, shopKeysOf } from './shop-key.ts';
import { newestZone } from './shop-zone.ts';

/** An account in one currency, as its LIVEs tell it. */
export interface ShopProfile<T extends ListedRoom = RoomRecord> {
  readonly key: ShopKey;
  /** As its newest LIVE that tells one has it, in that LIVE's letters; without the @. */
  readonly handle?: string;
  /** What the account calls itself. */
  readonly name?: string;
  /** The number of an account without handle or name. */
  readonly number?: string;
  /** Regions that its LIVEs name, in the order of the alphabet; usually one. */
  readonly regions: readonly string[];
  /** Absent where it has no money yet, and where its LIVEs may be in several. */
  readonly currency?: CurrencyCode;
  /** Of its newest LIVE that tells one. */
  readonly zone?: Zone;
  /** Newest first; at least one. */
  readonly lives: readonly T[];
  /** When its first and its last known LIVE started; absent where no start is known. */
  readonly first?: UnixSeconds;
  readonly last?: UnixSeconds;
}

/**
 * The shop profiles of an archive: one for each account and currency, in which a LIVE stands exactly once, as own
 * LIVEs are grouped. That which was on air last comes first, LIVEs of nobody known last. The order in which the
 * LIVEs are given makes no difference.
 */
export function shopProfiles<T extends ListedRoom>(
  records: readonly T[],
  choices: OwnChoices,
): readonly ShopProfile<T>[] {
  const keyOf = shopKeysOf(records, choices);
  const groups = new Map<ShopKey, T[]>();
  for (const record of records.toSorted(newestFirst)) {
    const key = keyOf(record);
    const group = groups.get(key) ?? [];
    group.push(record);
    groups.set(key, group);
  }
  const profiles = [...groups].map(([key, lives]) => profileOf(key, lives));
  // Groups stand in the order of their newest LIVEs already.
  return [
    ...profiles.filter(({ key }) => key !== 'unknown'),
    ...profiles.filter(({ key }) => key === 'unknown'),
  ];
}

function newestFirst(one: ListedRoom, other: ListedRoom): number {
  const apart = startedOrCreated(other.room) - startedOrCreated(one.room);
  return apart !== 0 ? apart : one.id < other.id ? 1 : -1;
}

function profileOf<T extends ListedRoom>(key: ShopKey, lives: readonly T[]): ShopProfile<T> {
  const rooms = lives.map(({ room }) => room);
  const first = <T>(told: readonly (T | undefined)[]): T | undefined =>
    told.find((one) => one !== undefined);
  // Many accounts stand under `unknown`: none of their names is that of the group.
  const isNamed = key !== 'unknown';
  const handle = first(rooms.map((room) => room.creator?.handle ?? room.accountHandle));
  const name = first(rooms.map(({ creator }) => creator?.name));
  const number = /^id:(\d+)/.exec(key)?.[1];
  const currency = /[A-Z]{3}$/.test(key) ? first(lives.map((live) => live.currency)) : undefined;
  const zone = isNamed ? newestZone(lives) : undefined;
  const starts = rooms.flatMap(({ startedAt }) => startedAt ?? []);
  const [last, earliest] = [starts[0], starts.at(-1)];
  return {
    key,
    ...(isNamed && handle !== undefined ? { handle: handle.replace(/^@/, '') } : {}),
    ...(isNamed && name !== undefined ? { name } : {}),
    ...(number === undefined ? {} : { number }),
    regions: [...new Set(rooms.flatMap(({ region }) => region ?? []))].sort(),
    ...(currency === undefined ? {} : { currency }),
    ...(zone === undefined ? {} : { zone }),
    lives,
    ...(earliest === undefined ? {} : { first: earliest }),
    ...(last === undefined ? {} : { last }),
  };
}
