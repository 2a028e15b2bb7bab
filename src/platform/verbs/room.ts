import * as v from 'valibot';
import { type RoomId, RoomIdSchema } from '../../metrics/ids.ts';
import type { FoundLives } from '../../metrics/live/find-lives.ts';
import { ShortVerdictSchema } from '../../metrics/short-verdict.ts';
import { archiveNames } from './archive-names.ts';
import { defineVerb, reply } from './define-verb.ts';

/** How a request for a room ended: nothing to do, archived anew, or partly. */
export interface Fetched {
  readonly room: RoomId;
  readonly outcome: 'fresh' | 'updated' | 'partial';
  /** Endpoints that failed although the room as a whole was read. */
  readonly missing: readonly string[];
}

/** The seller's LIVEs. */
export const roomVerbs = {
  /** Makes sure the room is as fresh as the caching table asks; `force` fetches whatever its age. */
  'room.fetch': defineVerb({
    from: 'panel',
    request: v.object({ room: RoomIdSchema, force: v.optional(v.boolean()) }),
    reply: reply<Fetched>(),
    idempotent: true,
  }),
  /** Asks where the replay of a LIVE is to be had now, whatever is known of that; without an address where none was answered. */
  'room.replay': defineVerb({
    from: 'panel',
    request: v.object({ room: RoomIdSchema }),
    reply: reply<{ readonly url?: string }>(),
    idempotent: true,
  }),
  /** Reads the room list anew. */
  'rooms.fetch': defineVerb({
    from: 'panel',
    request: v.object({}),
    reply: reply<{ readonly rooms: number }>(),
    idempotent: true,
  }),
  /** What was worked out of a LIVE of the seller's, for the closed panel's tab; without a verdict that nothing can be said. */
  'room.verdict': defineVerb({
    from: 'panel',
    request: v.object({
      room: RoomIdSchema,
      /** What it rests on, see `metrics/live/ground.ts`. */
      ground: v.number(),
      verdict: v.exactOptional(ShortVerdictSchema),
    }),
    reply: reply<Record<string, never>>(),
    idempotent: true,
  }),
  /** The LIVEs of an archive that words find: by title, account, presenter, product, note or id. */
  'room.find': defineVerb({
    from: 'panel',
    request: v.object({ which: archiveNames, typed: v.pipe(v.string(), v.maxLength(1_000)) }),
    reply: reply<FoundLives>(),
    idempotent: true,
  }),
  /** The most recently started LIVE whose figures are final, else the most recent. */
  'room.latest': defineVerb({
    from: 'panel',
    request: v.object({}),
    reply: reply<{ readonly room: RoomId }>(),
    idempotent: true,
  }),
};
