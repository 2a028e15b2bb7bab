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
  const { endedAt } = room;
  const complete = completeFigures(figures, { length: lengthOf(room), endedAt });
  const attributed = moneyOf(complete, 'gmvPerHour');
  const direct = attributed === undefined ? moneyOf(complete, 'directGmvPerHour') : undefined;
  const money = attributed ?? direct;
  return money && { money, direct: direct !== undefined };
}
