import type { RoomInfo } from '../session.ts';
import { HOUR_SECONDS, toMs, type UnixSeconds, type Zone } from '../time.ts';
import { zoneAt } from '../zone.ts';

/** As much of a LIVE as tells in which zone its shop lives. */
export type ZonedRoom = Pick<
  RoomInfo,
  'zone' | 'startedAt' | 'shopId' | 'accountId' | 'accountHandle' | 'region'
>;

/**
 * LIVEs that all have their shop's zone where it is known. A list of LIVEs comes without one: such a LIVE gets
 * the zone of the LIVE nearest in time among those that may be of the same shop, with the offset of its own
 * start. Where those stand in several zones none is taken.
 */
export function withShopZones<T extends { readonly room: ZonedRoom }>(
  lives: readonly T[],
): readonly T[] {
  const zoneFor = zonesOf(lives.map(({ room }) => room));
  if (zoneFor === undefined) return lives;
  return lives.map((live) => {
    const { startedAt } = live.room;
    if (live.room.zone !== undefined || startedAt === undefined) return live;
    const zone = zoneFor(live.room, startedAt);
    return zone === undefined ? live : inZone(live, zoneAt(toMs(startedAt), zone));
  });
}

/** By LIVE, what it became with the zone it was lent last: lists are made anew at all news, and most LIVEs stay as they were. */
const lent = new WeakMap<object, { readonly zone: Zone; readonly live: object }>();

/** The same LIVE in a zone, and the same object again for the same zone. */
function inZone<T extends { readonly room: ZonedRoom }>(live: T, zone: Zone): T {
  const known = lent.get(live);
  if (known?.zone.offset === zone.offset && known.zone.name === zone.name) {
    if (isLike(live, known.live)) return known.live;
  }
  // What of it is made only when it is looked at isn't looked at here.
  const made: T = Object.create(Object.getPrototypeOf(live), {
    ...Object.getOwnPropertyDescriptors(live),
    room: { value: { ...live.room, zone }, enumerable: true },
  });
  lent.set(live, { zone, live: made });
  return made;
}

const isLike = <T extends object>(live: T, made: object): made is T =>
  Object.getPrototypeOf(live) === Object.getPrototypeOf(made);

/** The zone in which the newest LIVE that tells one stands; `lives` are newest first. */
export function newestZone(lives: readonly { readonly room: ZonedRoom }[]): Zone | undefined {
  return lives.find(({ room }) => room.zone !== undefined)?.room.zone;
}

/** Rooms of which the same is known, with the zones they tell. An archive of years has few of these. */
interface Group {
  readonly like: ZonedRoom;
  readonly zones: readonly Zone[];
  /** Of rooms with a start, in its order. */
  readonly starts: readonly { readonly at: UnixSeconds; readonly zone: Zone }[];
}

/** Tells the zone of a room without one; undefined where no room has any. */
function zonesOf(
  rooms: readonly ZonedRoom[],
): ((room: ZonedRoom, startedAt: UnixSeconds) => Zone | undefined) | undefined {
  const groups = [...grouped(rooms).values()].map(groupOf);
  if (groups.length === 0) return undefined;
  const candidates = new Map<string, readonly Group[]>();
  return (room, startedAt) => {
    const key = keyOf(room);
    const shared = candidates.get(key) ?? groups.filter(({ like }) => mayShareShop(room, like));
    candidates.set(key, shared);
    const nearest = nearestOf(shared, startedAt) ?? shared[0]?.zones[0];
    const isOne =
      nearest !== undefined &&
      shared.every(({ zones }) => zones.every((zone) => isSame(zone, nearest)));
    return isOne ? nearest : undefined;
  };
}

function grouped(rooms: readonly ZonedRoom[]): ReadonlyMap<string, readonly ZonedRoom[]> {
  const groups = new Map<string, ZonedRoom[]>();
  for (const room of rooms) {
    if (room.zone === undefined) continue;
    const key = keyOf(room);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [room]);
    else group.push(room);
  }
  return groups;
}

function groupOf(rooms: readonly ZonedRoom[]): Group {
  const zones = new Map<string, Zone>();
  const starts: { at: UnixSeconds; zone: Zone }[] = [];
  for (const { zone, startedAt } of rooms) {
    if (zone === undefined) continue;
    zones.set(`${zone.offset} ${zone.name ?? ''}`, zone);
    if (startedAt !== undefined) starts.push({ at: startedAt, zone });
  }
  starts.sort((one, other) => one.at - other.at);
  return { like: rooms[0] ?? {}, zones: [...zones.values()], starts };
}

function nearestOf(groups: readonly Group[], at: UnixSeconds): Zone | undefined {
  let best: Group['starts'][number] | undefined;
  for (const { starts } of groups) {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle]?.at ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    for (const one of [starts[low - 1], starts[low]]) {
      if (one === undefined) continue;
      if (best === undefined || Math.abs(one.at - at) < Math.abs(best.at - at)) best = one;
    }
  }
  return best?.zone;
}

const parts = ['shopId', 'accountId', 'accountHandle', 'region'] as const;

const keyOf = (room: ZonedRoom): string => parts.map((part) => room[part] ?? '').join('\n');

/** Nothing that both tell differs. */
const mayShareShop = (one: ZonedRoom, other: ZonedRoom): boolean =>
  parts.every(
    (part) => one[part] === undefined || other[part] === undefined || one[part] === other[part],
  );

/** One name; without names as near as summer time moves a clock. */
const isSame = (one: Zone, other: Zone): boolean =>
  one.name !== undefined && other.name !== undefined
    ? one.name === other.name
    : Math.abs(one.offset - other.offset) <= HOUR_SECONDS;
