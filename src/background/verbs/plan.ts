import { ok } from '../../metrics/fault.ts';
import { now } from '../../platform/current-time.ts';
import { archiveOf } from '../archives.ts';
import { remind } from '../reminders.ts';
import type { Handler } from '../router.ts';

/** The plans for next LIVEs, newest first. */
export const planList: Handler<'plan.list'> = async ({ which }) =>
  ok({ plans: await (await archiveOf(which)).plans() });

/** Keeps a plan, in the open one where there is one. */
export const planAdd: Handler<'plan.add'> = async ({ which, plan }) => {
  const kept = await (await archiveOf(which)).keepPlan(plan);
  if (!kept.ok) return kept;
  await remind();
  return ok({ plan: kept.value });
};

/** What decides whether and when a plan reminds. */
const remindersOf = ['state', 'startsAt', 'remindAt', 'remindedAt'] as const;

/** Changes a plan, where there still is one. */
export const planChange: Handler<'plan.change'> = async ({ which, id, patch, began }) => {
  const changed = await (await archiveOf(which)).changePlan(id, patch, now(), began);
  if (!changed.ok) return changed;
  if (remindersOf.some((field) => field in patch)) await remind();
  return ok(changed.value === undefined ? {} : { plan: changed.value });
};

/** Drops a plan. */
export const planDrop: Handler<'plan.drop'> = async ({ which, id }) => {
  await (await archiveOf(which)).dropPlan(id);
  await remind();
  return ok({});
};
