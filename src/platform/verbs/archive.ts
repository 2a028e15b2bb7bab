import * as v from 'valibot';
import { RoomIdSchema } from '../../metrics/ids.ts';
import type { Span } from '../../metrics/live/length.ts';
import type { Revision } from '../../metrics/revision.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import type { Session } from '../../metrics/session.ts';
import type { Upgrade } from '../../metrics/snapshot.ts';
import type { LedgerEntry } from '../ledger-entry.ts';
import type { ListedRooms, PackedRooms } from '../packed-rooms.ts';
import type { Settings } from '../settings.ts';
import { archiveNames } from './archive-names.ts';
import { defineVerb, reply } from './define-verb.ts';

/**
 * The archive, read for the panel: in a page's frame a browser that blocks third-party storage
 * denies the extension its own database, the worker never.
 */
export const archiveVerbs = {
  'archive.session': defineVerb({
    from: 'panel',
    request: v.object({ which: archiveNames, room: RoomIdSchema }),
    reply: reply<{ readonly session?: Session }>(),
    idempotent: true,
  }),
  'archive.room': defineVerb({
    from: 'panel',
    request: v.object({ which: archiveNames, room: RoomIdSchema }),
    reply: reply<{ readonly record?: RoomRecord }>(),
    idempotent: true,
  }),
  /** The figures of a room as they stood after each reading that changed them, oldest first. */
  'archive.revisions': defineVerb({
    from: 'panel',
    request: v.object({ which: archiveNames, room: RoomIdSchema }),
    reply: reply<{ readonly revisions: readonly Revision[] }>(),
    idempotent: true,
  }),
  /** Rooms as they stand in lists, in no order: all, or those of these that are kept. */
  'archive.rooms': defineVerb({
    from: 'panel',
    request: v.object({ which: archiveNames, only: v.optional(v.array(RoomIdSchema)) }),
    reply: reply<{ readonly lists: readonly PackedRooms[] }>(),
    idempotent: true,
  }),
  /**
   * All rooms, in no order, those that started `near` with their figures: what one LIVE is compared with. Without
   * one, or where it isn't kept, those before the newest.
   */
  'archive.near': defineVerb({
    from: 'panel',
    request: v.object({ which: archiveNames, room: v.optional(RoomIdSchema) }),
    reply: reply<{ readonly lists: readonly ListedRooms[]; readonly near: Span }>(),
    idempotent: true,
  }),
  'archive.settings': defineVerb({
    from: 'panel',
    request: v.object({ which: archiveNames }),
    reply: reply<Settings>(),
    idempotent: true,
  }),
  /** The requests that were made, newest first. */
  'archive.ledger': defineVerb({
    from: 'panel',
    request: v.object({ which: archiveNames }),
    reply: reply<{ readonly entries: readonly LedgerEntry[] }>(),
    idempotent: true,
  }),
  /** What the last upgrade of the seller's own data changed, until it was read. */
  'archive.upgrade': defineVerb({
    from: 'panel',
    request: v.object({}),
    reply: reply<{ readonly upgrade?: Upgrade }>(),
    idempotent: true,
  }),
  /** The seller has read what the upgrade changed. */
  'archive.upgrade-read': defineVerb({
    from: 'panel',
    request: v.object({}),
    reply: reply<Record<string, never>>(),
    idempotent: true,
  }),
  /** Deletes all that is kept, of the seller's own and of the sample shop, and all snapshots. */
  'archive.forget': defineVerb({
    from: 'panel',
    request: v.object({}),
    reply: reply<Record<string, never>>(),
    idempotent: true,
  }),
};
