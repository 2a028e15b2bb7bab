import * as v from 'valibot';
import { BeforeEndSchema, PlanEndSchema } from '../../metrics/board/end-plan.ts';
import { type PinnedId, PinnedIdSchema } from '../../metrics/board/pinned.ts';
import {
  MOST_ITEMS,
  type Plan,
  PlanChangeSchema,
  PlanIdSchema,
  PlanSchema,
} from '../../metrics/board/plan.ts';
import { archiveNames } from './archive-names.ts';
import { defineVerb, reply } from './define-verb.ts';

/** Plans for next LIVEs; `which` names whose archive. */
export const planVerbs = {
  /** The plans for next LIVEs, newest first. */
  'plan.list': defineVerb({
    from: 'panel',
    request: v.object({ which: archiveNames }),
    reply: reply<{ readonly plans: readonly Plan[] }>(),
    idempotent: true,
  }),
  /** Adds a plan; where another one is open, that takes in what the new one holds. */
  'plan.add': defineVerb({
    from: 'panel',
    request: v.object({ which: archiveNames, plan: PlanSchema }),
    /** The plan that stands now. */
    reply: reply<{ readonly plan: Plan }>(),
    idempotent: true,
  }),
  'plan.change': defineVerb({
    from: 'panel',
    request: v.object({ which: archiveNames, ...PlanChangeSchema.entries }),
    reply: reply<{ readonly plan?: Plan }>(),
    idempotent: true,
  }),
  /** Closes a plan as tried in a LIVE, together with what was pinned for it. A second one wouldn't know what the first marked. */
  'plan.end': defineVerb({
    from: 'panel',
    request: v.object({ which: archiveNames, id: PlanIdSchema, end: PlanEndSchema }),
    /** What was marked as tried, for `plan.reopen`; without a plan where it is gone. */
    reply: reply<{ readonly plan?: Plan; readonly tried: readonly PinnedId[] }>(),
    idempotent: false,
  }),
  /** Takes `plan.end` back. */
  'plan.reopen': defineVerb({
    from: 'panel',
    request: v.object({
      which: archiveNames,
      id: PlanIdSchema,
      before: BeforeEndSchema,
      tried: v.pipe(v.array(PinnedIdSchema), v.maxLength(MOST_ITEMS)),
    }),
    reply: reply<{ readonly plan?: Plan }>(),
    idempotent: true,
  }),
  'plan.drop': defineVerb({
    from: 'panel',
    request: v.object({ which: archiveNames, id: PlanIdSchema }),
    reply: reply<Record<string, never>>(),
    idempotent: true,
  }),
};
