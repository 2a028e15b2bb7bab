import { ok } from '../../metrics/fault.ts';
import { now } from '../../platform/current-time.ts';
import type { noteVerbs } from '../../platform/verbs/note.ts';
import { archiveOf } from '../archives.ts';
import { currentGeneration } from '../data-generation.ts';
import type { HandlersOf } from '../messaging/router.ts';

/** Answers the verbs of `platform/verbs/note.ts`. */
export const noteHandlers: HandlersOf<typeof noteVerbs> = {
  /** The notes on one LIVE. */
  'note.list': async ({ which, room }) => ok({ notes: await (await archiveOf(which)).notes(room) }),

  /** Adds a note. */
  'note.keep': async ({ which, note }) => {
    const generation = currentGeneration();
    const archive = await archiveOf(which);
    return ok({ note: await generation.write(() => archive.keepNote(note)) });
  },

  /** Gives a note other words, where it is still there. */
  'note.change': async ({ which, id, words, began }) => {
    const changed = await (await archiveOf(which)).changeNote(id, words, now(), began);
    if (!changed.ok) return changed;
    return ok(changed.value === undefined ? {} : { note: changed.value });
  },

  /** Removes a note. */
  'note.drop': async ({ which, id }) => {
    await (await archiveOf(which)).dropNote(id);
    return ok({});
  },
};
