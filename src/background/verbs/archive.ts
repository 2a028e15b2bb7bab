import { ok } from '../../metrics/fault.ts';
import { browser } from '../../platform/browser.ts';
import { packRooms } from '../../platform/packed-rooms.ts';
import type { archiveVerbs } from '../../platform/verbs/archive.ts';
import { addedOrigins, removeOrigins } from '../added-origins.ts';
import { archiveOf, archives, shopArchive } from '../archives.ts';
import { advanceGeneration } from '../data-generation.ts';
import type { HandlersOf } from '../messaging/router.ts';
import { clearNotifications } from '../reminders/notify.ts';
import { remind } from '../reminders/reminders.ts';
import { clearBackoffs } from '../rooms/kept-backoffs.ts';
import { lastAnswers } from '../rooms/last-answers.ts';

/** Answers the verbs of `platform/verbs/archive.ts`. */
export const archiveHandlers: HandlersOf<typeof archiveVerbs> = {
  /** A room with all its details. */
  'archive.session': async ({ which, room }) => {
    const session = await (await archiveOf(which)).session(room);
    return ok(session === undefined ? {} : { session });
  },

  /** A room as it stands in lists. */
  'archive.room': async ({ which, room }) => {
    const record = await (await archiveOf(which)).room(room);
    return ok(record === undefined ? {} : { record });
  },

  /** The figures of a room as they stood after each reading that changed them. */
  'archive.revisions': async ({ which, room }) =>
    ok({ revisions: await (await archiveOf(which)).revisions(room) }),

  /** Rooms as they stand in lists. */
  'archive.rooms': async ({ which, only }) => {
    const archive = await archiveOf(which);
    if (only === undefined) return ok({ lists: await archive.packedRooms() });
    return ok({ lists: [packRooms(await archive.roomsOf(only))] });
  },

  /** All rooms, with the figures of those that one is compared with. */
  'archive.near': async ({ which, room }) =>
    ok(await (await archiveOf(which)).packedNearRooms(room)),

  /** What the seller has chosen. */
  'archive.settings': async ({ which }) => ok(await (await archiveOf(which)).settings()),

  /** The requests that were made, newest first. */
  'archive.ledger': async ({ which }) => ok({ entries: await (await archiveOf(which)).ledger() }),

  /** What the last upgrade of the seller's own data changed, until it was read. */
  'archive.upgrade': async () => {
    const upgrade = await (await shopArchive()).upgrade();
    return ok(upgrade === undefined ? {} : { upgrade });
  },

  /** The seller has read what the upgrade changed. */
  'archive.upgrade-read': async () => {
    await (await shopArchive()).forgetUpgrade();
    return ok({});
  },

  /**
   * Deletes both archives, every snapshot, and what the worker remembers beside them, and gives back what was allowed
   * beside Seller Center. Here and not in the page that asks, because only the worker's news reach every panel. What
   * is being fetched stops, and what it was told already is deleted too.
   */
  'archive.forget': async () => {
    lastAnswers.forget();
    await advanceGeneration(async () => {
      await archives.deleteAll();
      await browser.storage.local.clear();
      await clearBackoffs();
      await removeOrigins(await addedOrigins().catch(() => []));
      await clearNotifications();
    });
    // What a page asked for meanwhile is of the time before too.
    lastAnswers.forget();
    await remind();
    return ok({});
  },
};
