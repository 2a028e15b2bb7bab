import * as v from 'valibot';
import { RoomIdSchema } from './ids.ts';
import { SecondsSchema, UnixMsSchema } from './time.ts';

export const NoteIdSchema = v.pipe(v.string(), v.uuid(), v.brand('NoteId'));
/** A note of the seller's; whoever writes it draws the id. */
export type NoteId = v.InferOutput<typeof NoteIdSchema>;

/** Most characters of a note. */
export const MOST_OF_NOTE = 1_000;

/** The words of a note; one without any is none. */
export const NoteWordsSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(MOST_OF_NOTE),
);

/** What the seller wrote down about a LIVE, or about a moment of it. */
export const NoteSchema = v.object({
  id: NoteIdSchema,
  room: RoomIdSchema,
  /** Seconds since the LIVE's start; absent of a note on the whole LIVE. */
  at: v.exactOptional(
    v.pipe(
      SecondsSchema,
      v.check((at) => at >= 0),
    ),
  ),
  words: NoteWordsSchema,
  writtenAt: UnixMsSchema,
  changedAt: UnixMsSchema,
});
export type LiveNote = v.InferOutput<typeof NoteSchema>;

/** Notes of one LIVE: those on the whole of it first, then by their moment, what was written first before what came later. */
export const byMoment = (one: LiveNote, other: LiveNote): number =>
  (one.at ?? -1) - (other.at ?? -1) || one.writtenAt - other.writtenAt;
