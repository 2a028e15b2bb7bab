import { ok } from '../../metrics/fault.ts';
import { now } from '../../platform/current-time.ts';
import type { planVerbs } from '../../platform/verbs/plan.ts';
import { archiveOf } from '../archives.ts';
import type { HandlersOf } from '../messaging/router.ts';
import { remind } from '../reminders/reminders.ts';

/** What decides whether and when a plan reminds. */
const remindersOf = ['state', 'startsAt', 'remindAt', 'remindedAt'] as const;

/** Answers the verbs of `platform/verbs/plan.ts`. */
export const planHandlers: HandlersOf<typeof planVerbs> = {
  /** The plans for next LIVEs, newest first. */
  'plan.list': async ({ which }) => ok({ plans: await (await archiveOf(which)).plans() }),

  /** Keeps a plan, in the open one where there is one. */
  'plan.add': async ({ which, plan }) => {
    const kept = await (await archiveOf(which)).keepPlan(plan);
    if (!kept.ok) return kept;
    await remind();
    return ok({ plan: kept.value });
  },

  /** Changes a plan, where there still is one. */
  'plan.change': async ({ which, id, patch, began }) => {
    const changed = await (await archiveOf(which)).changePlan(id, patch, now(), began);
    if (!changed.ok) return changed;
    if (remindersOf.some((field) => field in patch)) await remind();
    return ok(changed.value === undefined ? {} : { plan: changed.value });
  },

  /** Closes a plan; what was pinned for it goes with it. */
  'plan.end': async ({ which, id, end }) => {
    const ended = await (await archiveOf(which)).endPlan(id, end, now());
    if (!ended.ok) return ended;
    await remind();
    return ok(ended.value ?? { tried: [] });
  },

  /** Opens a plan again. */
  'plan.reopen': async ({ which, id, before, tried }) => {
    const opened = await (await archiveOf(which)).reopenPlan(id, before, tried, now());
    if (!opened.ok) return opened;
    await remind();
    return ok(opened.value === undefined ? {} : { plan: opened.value.plan });
  },

  /** Drops a plan. */
  'plan.drop': async ({ which, id }) => {
    await (await archiveOf(which)).dropPlan(id);
    await remind();
    return ok({});
  },
};
