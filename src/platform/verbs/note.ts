import * as v from 'valibot';
import { RoomIdSchema } from '../../metrics/ids.ts';
import { type LiveNote, NoteIdSchema, NoteSchema, NoteWordsSchema } from '../../metrics/note.ts';
import { archiveNames } from './archive-names.ts';
import { defineVerb, reply } from './define-verb.ts';

/** The seller's notes on LIVEs; `which` names whose archive. */
export const noteVerbs = {
  /** The notes on one LIVE, in the order of their moments. */
  'note.list': defineVerb({
    from: 'panel',
    request: v.object({ which: archiveNames, room: RoomIdSchema }),
    reply: reply<{ readonly notes: readonly LiveNote[] }>(),
    idempotent: true,
  }),
  /** Adds a note, or puts one back that was removed; one that is there already stays. */
  'note.keep': defineVerb({
    from: 'panel',
    request: v.object({ which: archiveNames, note: NoteSchema }),
    /** What stands now. */
    reply: reply<{ readonly note: LiveNote }>(),
    idempotent: true,
  }),
  /** Gives a note other words, unless they are no longer those that the change began from. */
  'note.change': defineVerb({
    from: 'panel',
    request: v.object({
      which: archiveNames,
      id: NoteIdSchema,
      words: NoteWordsSchema,
      began: v.optional(v.string()),
    }),
    /** Without a note where it was removed meanwhile. */
    reply: reply<{ readonly note?: LiveNote }>(),
    idempotent: true,
  }),
  'note.drop': defineVerb({
    from: 'panel',
    request: v.object({ which: archiveNames, id: NoteIdSchema }),
    reply: reply<Record<string, never>>(),
    idempotent: true,
  }),
};
