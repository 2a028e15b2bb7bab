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
  const zoned = lives.filter(({ room }) => room.zone !== undefined);
  if (zoned.length === 0) return lives;
  return lives.map((live) => {
    const { startedAt } = live.room;
    if (live.room.zone !== undefined || startedAt === undefined) return live;
    const zone = zoneOf(live.room, startedAt, zoned);
    return zone === undefined
      ? live
      : { ...live, room: { ...live.room, zone: zoneAt(toMs(startedAt), zone) } };
  });
}

/** The zone in which the newest LIVE that tells one stands; `lives` are newest first. */
export function newestZone(lives: readonly { readonly room: ZonedRoom }[]): Zone | undefined {
  return lives.find(({ room }) => room.zone !== undefined)?.room.zone;
}

function zoneOf(
  room: ZonedRoom,
  startedAt: UnixSeconds,
  zoned: readonly { readonly room: ZonedRoom }[],
): Zone | undefined {
  const others = zoned.flatMap(({ room: other }) => (mayShareShop(room, other) ? [other] : []));
  const nearest = others.reduce<ZonedRoom | undefined>(
    (best, other) =>
      best === undefined || apart(other, startedAt) < apart(best, startedAt) ? other : best,
    undefined,
  )?.zone;
  return nearest !== undefined &&
    others.every(({ zone }) => zone === undefined || isSame(zone, nearest))
    ? nearest
    : undefined;
}

const parts = ['shopId', 'accountId', 'accountHandle', 'region'] as const;

/** Nothing that both tell differs. */
const mayShareShop = (one: ZonedRoom, other: ZonedRoom): boolean =>
  parts.every(
    (part) => one[part] === undefined || other[part] === undefined || one[part] === other[part],
  );

const apart = ({ startedAt }: ZonedRoom, from: UnixSeconds): number =>
  startedAt === undefined ? Number.POSITIVE_INFINITY : Math.abs(startedAt - from);

/** One name; without names as near as summer time moves a clock. */
const isSame = (one: Zone, other: Zone): boolean =>
  one.name !== undefined && other.name !== undefined
    ? one.name === other.name
    : Math.abs(one.offset - other.offset) <= HOUR_SECONDS;
