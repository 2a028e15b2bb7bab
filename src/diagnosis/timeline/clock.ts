import { toMs, type UnixSeconds, type Zone } from '../../metrics/time.ts';
import { zoneAt } from '../../metrics/zone.ts';

/** Hours of one slot: wide enough that a few weeks of LIVEs fill it. Chosen by us. */
export const SLOT_HOURS = 4;

/**
 * The shop's clock at an instant, in summer time where it then was: weekday (0 is Sunday) and slot of the
 * day.
 */
export function clockTime(
  at: UnixSeconds,
  zone: Zone,
): { readonly weekday: number; readonly slot: number } {
  const local = new Date((at + zoneAt(toMs(at), zone).offset) * 1000);
  return { weekday: local.getUTCDay(), slot: Math.floor(local.getUTCHours() / SLOT_HOURS) };
}
