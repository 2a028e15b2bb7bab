import * as v from 'valibot';
import type { RoomId } from './ids.ts';
import { SessionSchema } from './session.ts';
import { UnixMsSchema } from './time.ts';

export const ImportIdSchema = v.pipe(v.string(), v.uuid(), v.brand('ImportId'));
/** One import of export files, however many files and LIVEs; whoever begins it draws the id. */
export type ImportId = v.InferOutput<typeof ImportIdSchema>;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const fileName = v.pipe(v.string(), v.maxLength(1_000));

/** Most LIVEs of one message. */
export const MOST_STAGED = 250;
const MOST_FILES = 1_000;

/** A LIVE as a row of a file has it. */
export const ImportedLiveSchema = v.object({
  file: fileName,
  sheet: v.optional(v.string()),
  /** 1 is the first of its sheet. */
  row: count,
  session: SessionSchema,
  /** Whether the file names no room id, so that the session has a stand-in (`live/nameless.ts`). */
  nameless: v.boolean(),
});
export type ImportedLive = v.InferOutput<typeof ImportedLiveSchema>;

export const ImportedFilesSchema = v.pipe(
  v.array(v.object({ name: fileName, lives: count })),
  v.maxLength(MOST_FILES),
);
export type ImportedFiles = v.InferOutput<typeof ImportedFilesSchema>;

/** What would become of one row of an import. */
export interface ImportPreview extends Pick<ImportedLive, 'file' | 'sheet' | 'row'> {
  /** The LIVE under which it would be stored. */
  readonly room: RoomId;
  /**
   * `new`: no such LIVE is known, and no earlier row of the import has it. `updated`: it says something
   * that is better than what is known, or than what an earlier row says. `same`: it adds nothing to a
   * LIVE that is known. `twice`: it adds nothing to what an earlier row says.
   */
  readonly state: 'new' | 'updated' | 'same' | 'twice';
  /** Whether a known LIVE was found by account and start, not by its id. */
  readonly matched: boolean;
}

/** What was done by an import, in LIVEs. */
export const ImportRecordSchema = v.object({
  id: ImportIdSchema,
  at: UnixMsSchema,
  files: ImportedFilesSchema,
  added: count,
  updated: count,
  same: count,
  undone: v.optional(
    v.object({
      at: UnixMsSchema,
      /** LIVEs that it had added and that stay: newer answers came, or something hangs on them. */
      kept: count,
    }),
  ),
});
export type ImportRecord = v.InferOutput<typeof ImportRecordSchema>;
