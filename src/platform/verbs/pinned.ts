import * as v from 'valibot';
import {
  type Picture,
  PictureSchema,
  type Pinned,
  PinnedChangeSchema,
  PinnedIdSchema,
  PinnedSchema,
} from '../../metrics/board/pinned.ts';
import { RoomIdSchema } from '../../metrics/ids.ts';
import { archiveNames } from './archive-names.ts';
import { defineVerb, reply } from './define-verb.ts';

/** The seller's board; `which` names whose archive. */
export const pinnedVerbs = {
  /** The seller's board, in its order; `which` names whose archive, as above. */
  'pinned.list': defineVerb({
    from: 'panel',
    request: v.object({ which: archiveNames }),
    reply: reply<{ readonly pinned: readonly Pinned[] }>(),
    idempotent: true,
  }),
  /**
   * Adds to the board, or puts back what was taken off it; what stands there already stays. Without
   * a picture the worker makes one of the LIVE's cover, behind the answer.
   */
  'pinned.add': defineVerb({
    from: 'panel',
    request: v.object({
      which: archiveNames,
      pinned: PinnedSchema,
      picture: v.optional(PictureSchema),
    }),
    /** What stands on the board now. */
    reply: reply<{ readonly pinned: Pinned }>(),
    idempotent: true,
  }),
  'pinned.change': defineVerb({
    from: 'panel',
    request: v.object({ which: archiveNames, ...PinnedChangeSchema.entries }),
    /** Without a thing where it is not on the board any more. */
    reply: reply<{ readonly pinned?: Pinned }>(),
    idempotent: true,
  }),
  'pinned.drop': defineVerb({
    from: 'panel',
    request: v.object({ which: archiveNames, id: PinnedIdSchema }),
    reply: reply<Record<string, never>>(),
    idempotent: true,
  }),
  /** The pictures kept of LIVEs with something on the board; one that lacks is made behind the answer. */
  'pinned.pictures': defineVerb({
    from: 'panel',
    request: v.object({
      which: archiveNames,
      rooms: v.pipe(v.array(RoomIdSchema), v.maxLength(100)),
    }),
    /** By room. */
    reply: reply<{ readonly pictures: Readonly<Record<string, Picture>> }>(),
    idempotent: true,
  }),
};
