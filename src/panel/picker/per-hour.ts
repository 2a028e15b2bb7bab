import { completeFigures } from '../../metrics/complete/complete-figures.ts';
import { moneyOf } from '../../metrics/figure.ts';
import { lengthOf } from '../../metrics/live/length.ts';
import type { Money } from '../../metrics/money.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';

/** What a LIVE of the list made per hour, and whether that is direct GMV alone; undefined while it isn't known. */
export function perHourOf({
  room,
  figures,
}: Pick<RoomRecord, 'room' | 'figures'>):
  | { readonly money: Money; readonly direct: boolean }
  | undefined {
  const known = moneyOf(figures, 'gmvPerHour') ?? moneyOf(figures, 'directGmvPerHour');
  // Completing figures takes a while, and a list is long.
  const all =
    known === undefined
      ? completeFigures(figures, { length: lengthOf(room), endedAt: room.endedAt })
      : figures;
  const attributed = moneyOf(all, 'gmvPerHour');
  const direct = attributed === undefined ? moneyOf(all, 'directGmvPerHour') : undefined;
  const money = attributed ?? direct;
  return money && { money, direct: direct !== undefined };
}
