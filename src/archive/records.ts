import * as v from 'valibot';
import { FiguresSchema, ListedFiguresSchema } from '../metrics/figure.ts';
import { CategoryIdSchema, ProductIdSchema, RoomIdSchema } from '../metrics/ids.ts';
import { topProductFields } from '../metrics/live/category.ts';
import { startedOrCreated } from '../metrics/live/latest.ts';
import { isNotSelling } from '../metrics/live/unusual.ts';
import { CurrencyCodeSchema } from '../metrics/money.ts';
import type { RoomRecord } from '../metrics/room-record.ts';
import { RoomInfoSchema, type Session, SessionSchema } from '../metrics/session.ts';
import { UnixMsSchema } from '../metrics/time.ts';

/** Where the settings store keeps what the seller has chosen. */
export const SETTINGS_KEY = 'settings';

/** A record of `rooms`: what {@link RoomRecord} says, and the number lists are ordered by. */
export const HeadSchema = v.object({
  id: RoomIdSchema,
  room: RoomInfoSchema,
  figures: ListedFiguresSchema,
  currency: v.optional(CurrencyCodeSchema),
  topProduct: v.optional(ProductIdSchema),
  category: v.optional(CategoryIdSchema),
  fetchedAt: v.optional(UnixMsSchema),
  revision: v.number(),
  simulated: v.boolean(),
  order: v.number(),
});
export type Head = v.InferOutput<typeof HeadSchema>;

export const DetailsSchema = v.object({ id: RoomIdSchema, session: SessionSchema });

/** A record of `answers`: what was answered, undecorated, and when each field was (see in-time.ts). */
export const AnswersSchema = v.object({
  id: RoomIdSchema,
  session: SessionSchema,
  times: v.record(v.string(), UnixMsSchema),
});

export const RevisionSchema = v.object({
  room: RoomIdSchema,
  number: v.number(),
  at: UnixMsSchema,
  figures: FiguresSchema,
});

/** The light record of a room. */
export function recordHead(session: Session, revision: number): Head {
  const { room, figures, currency, origins } = session;
  return {
    id: room.id,
    room,
    figures,
    ...(currency === undefined ? {} : { currency }),
    ...topProductFields(session.products ?? []),
    ...(origins.figures === undefined ? {} : { fetchedAt: origins.figures.at }),
    revision,
    simulated: session.simulated === true,
    order: startedOrCreated(room),
  };
}

/** A head as the rest of the product sees it. */
export function recordOf({ order: _order, ...record }: Head): RoomRecord {
  return { ...record, notSelling: isNotSelling(record.figures) };
}
