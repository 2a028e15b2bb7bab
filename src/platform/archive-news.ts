import * as v from 'valibot';
import { type RoomId, RoomIdSchema } from '../metrics/ids.ts';

const JoinedSchema = v.object({ from: RoomIdSchema, to: RoomIdSchema });
/** A stand-in that is gone, and the real id that all that hung on it lies under now. */
export type Joined = v.InferOutput<typeof JoinedSchema>;

/** Whether nothing that lasts is new of LIVEs: they run on, or were answered once more as they were. */
const passing = v.optional(v.literal(true));

/** What became of the archives, as every part of the extension hears it. */
const NewsSchema = v.variant('kind', [
  v.object({ kind: v.literal('room'), room: RoomIdSchema, passing }),
  /** Many rooms at once, told once; of those that became one with another, also which. */
  v.object({
    kind: v.literal('rooms'),
    rooms: v.array(RoomIdSchema),
    joined: v.optional(v.array(JoinedSchema)),
    passing,
  }),
  /** A choice was made; `panelsOnly` where it is at most one of how docked panels stand. */
  v.object({ kind: v.literal('settings'), panelsOnly: v.optional(v.literal(true)) }),
  v.object({ kind: v.literal('ledger') }),
  v.object({ kind: v.literal('pinned') }),
  /** The picture of a LIVE with something on the board was kept. */
  v.object({ kind: v.literal('picture'), room: RoomIdSchema }),
  v.object({ kind: v.literal('plans') }),
  v.object({ kind: v.literal('notes') }),
  /** More was measured of the recording of a LIVE, or what was is dropped. */
  v.object({ kind: v.literal('measures'), room: RoomIdSchema }),
  /** The reading of earlier LIVEs came on, or stands still. */
  v.object({ kind: v.literal('history') }),
  /** A benchmark feed came, went, or said something else than before. */
  v.object({ kind: v.literal('feeds') }),
  /** Everything was deleted on the seller's word. */
  v.object({ kind: v.literal('forgotten') }),
  /** A snapshot was taken or deleted. */
  v.object({ kind: v.literal('snapshots') }),
  /** An archive was put back as a snapshot has it. */
  v.object({ kind: v.literal('restored') }),
]);
export type ArchiveNews = v.InferOutput<typeof NewsSchema>;

const NewsMessageSchema = v.object({ app: v.literal('live-diagnosis'), news: NewsSchema });
/** The same as a message from the worker to the extension's pages. */
export type NewsMessage = v.InferOutput<typeof NewsMessageSchema>;

/** The archive's news in a message to an extension page; undefined for every other message. */
export function newsIn(message: unknown): ArchiveNews | undefined {
  const read = v.safeParse(NewsMessageSchema, message);
  return read.success ? read.output.news : undefined;
}

/** Whether a LIVE may be another one now than it was read. */
export const tellsOfRoom = (news: ArchiveNews, id: RoomId): boolean =>
  (news.kind === 'room' && news.room === id) || (news.kind === 'rooms' && news.rooms.includes(id));

/** Whether anything that was read of the archives may be different now. */
export const changesAll = ({ kind }: ArchiveNews): boolean =>
  kind === 'forgotten' || kind === 'restored';
