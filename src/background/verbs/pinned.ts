import { ok } from '../../metrics/fault.ts';
import type { pinnedVerbs } from '../../platform/verbs/pinned.ts';
import { archiveOf } from '../archives.ts';
import { currentGeneration } from '../data-generation.ts';
import type { HandlersOf } from '../messaging/router.ts';
import { keepPicture, makeMissing } from '../pictures.ts';

/** Nobody waits for a picture, so a failure ends in the extension's own error log. */
function behind(work: Promise<void>): void {
  work.catch((error: unknown) => console.error(error));
}

/** Answers the verbs of `platform/verbs/pinned.ts`. */
export const pinnedHandlers: HandlersOf<typeof pinnedVerbs> = {
  /** The board in its order. */
  'pinned.list': async ({ which }) => ok({ pinned: await (await archiveOf(which)).pinned() }),

  /** Adds to the board. */
  'pinned.add': async ({ which, pinned, picture }) => {
    const generation = currentGeneration();
    const archive = await archiveOf(which);
    const stands = await generation.write(() => archive.pin(pinned));
    const { room, coverUrl } = stands.room;
    if (picture !== undefined) await generation.write(() => archive.keepPicture(room, picture));
    else behind(keepPicture(which, room, coverUrl));
    return ok({ pinned: stands });
  },

  /** Changes a pinned thing, where it is still on the board. */
  'pinned.change': async ({ which, id, patch, began }) => {
    const changed = await (await archiveOf(which)).changePinned(id, patch, began);
    if (!changed.ok) return changed;
    return ok(changed.value === undefined ? {} : { pinned: changed.value });
  },

  /** Takes a thing off the board. */
  'pinned.drop': async ({ which, id }) => {
    await (await archiveOf(which)).unpin(id);
    return ok({});
  },

  /** The pictures kept of LIVEs with something on the board; what is missing is made behind the answer. */
  'pinned.pictures': async ({ which, rooms }) => {
    const archive = await archiveOf(which);
    const kept = await archive.pictures(rooms);
    behind(
      makeMissing(
        which,
        archive,
        rooms.filter((room) => !kept.has(room)),
      ),
    );
    return ok({ pictures: Object.fromEntries(kept) });
  },
};
