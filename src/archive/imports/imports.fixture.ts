import * as v from 'valibot';
import type { Origin } from '../../metrics/figure.ts';
import { type RoomId, RoomIdSchema } from '../../metrics/ids.ts';
import { type ImportedLive, type ImportId, ImportIdSchema } from '../../metrics/imports.ts';
import { accountOf } from '../../metrics/live/account.ts';
import { standInId } from '../../metrics/live/nameless.ts';
import { emptySession } from '../../metrics/merge.ts';
import { money } from '../../metrics/money.ts';
import type { Session } from '../../metrics/session.ts';
import { DAY_MS, seconds, type UnixMs, unixMs, unixSeconds } from '../../metrics/time.ts';
import { START } from '../parts.fixture.ts';

/** When the LIVEs below begin, in seconds, and a time by which their figures are final. */
export const BEGIN = START / 1000;
export const FINAL = unixMs(START + 5 * DAY_MS);

/** The id of the first, second, … import of a test. */
export const importId = (number: number): ImportId =>
  v.parse(ImportIdSchema, `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);

interface Row {
  readonly id?: RoomId;
  readonly creator?: string | undefined;
  /** Seconds after {@link BEGIN}. */
  readonly start?: number;
  readonly length?: number;
  readonly views?: number;
  readonly gmv?: string;
  readonly currency?: 'VND' | 'USD';
  readonly at?: UnixMs;
  readonly file?: string;
  readonly row?: number;
}

/** A row of an export file; without an id it gets a stand-in, as the reader gives it. */
export function row({
  id,
  creator = 'shop.a',
  start = 0,
  length = 7_200,
  views = 1_000,
  gmv,
  currency = 'VND',
  at = FINAL,
  file = 'july.xlsx',
  row: number = 2,
}: Row = {}): ImportedLive {
  const startedAt = unixSeconds(BEGIN + start);
  const origin: Origin = { how: 'file', endpoint: 'live-analysis', at, summary: true };
  const room = id ?? standInId(`${creator} ${startedAt}`);
  const session: Session = {
    ...emptySession(room),
    room: {
      id: room,
      ...(creator === '' ? {} : accountOf({ handle: creator })),
      startedAt,
      duration: seconds(length),
      endedAt: unixSeconds(startedAt + length),
      status: 'ended',
    },
    currency: money('1', currency).currency,
    figures: {
      views: { value: views, origin },
      ...(gmv === undefined ? {} : { gmv: { money: money(gmv, currency), origin } }),
    },
    origins: { room: origin, figures: origin },
  };
  return { file, row: number, session, nameless: id === undefined };
}

/** A room id of TikTok's. */
export const tiktokId = (place: number): RoomId =>
  v.parse(RoomIdSchema, `76499518053633${String(10_000 + place)}`);
