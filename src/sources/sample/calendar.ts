import {
  DAY_SECONDS,
  HOUR_SECONDS,
  seconds,
  toMs,
  type UnixMs,
  type UnixSeconds,
  unixMs,
  unixSeconds,
  type Zone,
} from '../../metrics/time.ts';
import { zoneAt } from '../../metrics/zone.ts';

/** The sample shop's zone. */
const SHOP_ZONE = 'America/Los_Angeles';

const ZONE: Zone = { offset: seconds(0), name: SHOP_ZONE };

/** A calendar day of the shop as days since 1970-01-01 by the shop's own clock. */
export type ShopDay = number;

/** The shop's offset from UTC at an instant, summer time included. */
export function shopZoneAt(at: UnixSeconds): Zone {
  return zoneAt(toMs(at), ZONE);
}

/** The shop's calendar day at an instant. */
export function shopDayOf(at: UnixMs): ShopDay {
  return Math.floor((at / 1000 + offsetAt(at / 1000)) / DAY_SECONDS);
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: ShopDay): number {
  return (day + 3) % 7;
}

/** The instant at which the shop's clock shows so many seconds past midnight of a day. */
export function instantOn(day: ShopDay, secondsOfDay: number): UnixSeconds {
  const local = day * DAY_SECONDS + secondsOfDay;
  const guess = local - offsetAt(local + 8 * HOUR_SECONDS);
  return unixSeconds(local - offsetAt(guess));
}

/** The shop's clock at an instant as an hour with its fraction. */
export function hourOf(at: UnixSeconds): number {
  return ((((at + offsetAt(at)) % DAY_SECONDS) + DAY_SECONDS) % DAY_SECONDS) / HOUR_SECONDS;
}

const offsetAt = (at: number): number => zoneAt(unixMs(at * 1000), ZONE).offset;
