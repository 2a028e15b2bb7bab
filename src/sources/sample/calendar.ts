import {
  seconds,
  type UnixMs,
  type UnixSeconds,
  unixSeconds,
  type Zone,
} from '../../metrics/time.ts';

/** The sample shop's zone. */
const SHOP_ZONE = 'America/Los_Angeles';

const clock = new Intl.DateTimeFormat('en-US', {
  timeZone: SHOP_ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** A calendar day of the shop as days since 1970-01-01 by the shop's own clock. */
export type ShopDay = number;

/** The shop's offset from UTC at an instant, summer time included. */
export function zoneAt(at: UnixSeconds): Zone {
  return { offset: seconds(offsetAt(at)), name: SHOP_ZONE };
}

/** The shop's calendar day at an instant. */
export function dayOf(at: UnixMs): ShopDay {
  return Math.floor((at / 1000 + offsetAt(at / 1000)) / 86_400);
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: ShopDay): number {
  return (day + 3) % 7;
}

/** The instant at which the shop's clock shows so many seconds past midnight of a day. */
export function instantOn(day: ShopDay, secondsOfDay: number): UnixSeconds {
  const local = day * 86_400 + secondsOfDay;
  const guess = local - offsetAt(local + 8 * 3_600);
  return unixSeconds(local - offsetAt(guess));
}

/** The shop's clock at an instant as an hour with its fraction. */
export function hourOf(at: UnixSeconds): number {
  return ((((at + offsetAt(at)) % 86_400) + 86_400) % 86_400) / 3_600;
}

function offsetAt(at: number): number {
  const whole = Math.floor(at);
  const parts = new Map(
    clock.formatToParts(whole * 1000).map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local / 1000 - whole;
}
