import * as v from 'valibot';
import { FiguresSchema } from '../../metrics/figure.ts';
import { CategoryIdSchema, parseRoomId, type RoomId } from '../../metrics/ids.ts';
import { CurrencyCodeSchema } from '../../metrics/money.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import { type RoomInfo, RoomInfoSchema } from '../../metrics/session.ts';
import { DAY_SECONDS, HOUR_SECONDS, unixMs } from '../../metrics/time.ts';
import { fixtureFigures, type Values } from '../factors/fixture.ts';

/** When the first LIVE of the fixtures started: Monday, June 1, 2026, 12:00 UTC. */
export const START_IN_TIME = Date.UTC(2026, 5, 1, 12) / 1000;

/** Long after the last of them. */
export const NOW_IN_TIME = unixMs((START_IN_TIME + 300 * DAY_SECONDS) * 1000);

/** The room id of the LIVE at a place. */
export function idInTime(place: number): RoomId {
  const id = parseRoomId(`76499518053633${String(place).padStart(5, '0')}`);
  if (id === undefined) throw new Error('not a room id');
  return id;
}

/** A LIVE of two hours of one account in US dollars, so many days after the first. */
export function ownRecord(
  place: number,
  {
    daysIn = 0,
    hours = 2,
    values = {},
    category,
    room = {},
  }: {
    daysIn?: number;
    hours?: number;
    values?: Values;
    category?: string | undefined;
    room?: Partial<RoomInfo>;
  } = {},
): RoomRecord {
  const id = idInTime(place);
  const startedAt = START_IN_TIME + Math.round(daysIn * DAY_SECONDS);
  const endedAt = startedAt + hours * HOUR_SECONDS;
  return {
    id,
    room: v.parse(RoomInfoSchema, {
      id,
      accountId: '123456',
      startedAt,
      status: 'ended',
      ...(room.status === 'live' ? {} : { endedAt }),
      ...room,
    }),
    figures: v.parse(FiguresSchema, fixtureFigures(values)),
    currency: v.parse(CurrencyCodeSchema, 'USD'),
    ...(category === undefined ? {} : { category: v.parse(CategoryIdSchema, category) }),
    revision: 1,
    simulated: false,
  };
}
