import { DAY_MS, type UnixMs } from '../../metrics/time.ts';
import { customsOf } from '../../sources/exports/regions.ts';
import type { CollectedShop } from './options.ts';

/** A day of a zone as the API writes it: `2026-11-24`. */
export const dayIn = (zone: string, at: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at);

/** The zone in which a day begins first: by it a LIVE's day is never taken for an earlier one. */
const EARLIEST = 'Etc/GMT-14';

/** The zone of a shop's days; of a shop whose region isn't known the one that takes no day for too early. */
export const zoneOf = ({ region }: CollectedShop): string => customsOf(region)?.zone ?? EARLIEST;

/** The days that are asked for, in the shop's zone; where its region isn't known, a day more on both sides. */
export function daysAsked(
  { region }: CollectedShop,
  days: number,
  now: UnixMs,
): { readonly from: string; readonly to: string } {
  const zone = customsOf(region)?.zone;
  const more = zone === undefined ? DAY_MS : 0;
  return {
    from: dayIn(zone ?? 'UTC', now - days * DAY_MS - more),
    to: dayIn(zone ?? 'UTC', now + DAY_MS + more),
  };
}
