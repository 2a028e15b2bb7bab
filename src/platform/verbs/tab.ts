import * as v from 'valibot';
import { PlanIdSchema } from '../../metrics/board/plan.ts';
import { RoomIdSchema } from '../../metrics/ids.ts';
import { archiveNames } from './archive-names.ts';
import { defineVerb, reply } from './define-verb.ts';

/** Tabs of the browser. */
export const tabVerbs = {
  /** Opens a page in a tab; its address is built in the worker. */
  'tab.open': defineVerb({
    from: 'panel',
    request: v.object({
      page: v.picklist([
        'live-dashboard',
        'seller-center',
        'options',
        'panel',
        'first-steps',
        'cue',
        'cue-window',
      ]),
      room: v.optional(RoomIdSchema),
      /** Whose cue card, and in which archive; a cue card opens without one, and says so. */
      plan: v.optional(PlanIdSchema),
      which: v.optional(archiveNames),
    }),
    reply: reply<Record<string, never>>(),
    idempotent: false,
  }),
};
