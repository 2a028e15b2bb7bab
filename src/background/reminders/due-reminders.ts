import type { Plan } from '../../metrics/board/plan.ts';
import { isReminderDue } from '../../metrics/board/reminder.ts';
import { now } from '../../platform/current-time.ts';
import { sampleArchive, shopArchive } from '../archives.ts';

/** A plan and the archive that it stands in. */
export interface PlanThere {
  readonly plan: Plan;
  readonly which: 'shop' | 'sample';
}

/** All plans that may remind: the seller's own, and the sample shop's while it is explored. */
export async function remindingPlans(): Promise<readonly PlanThere[]> {
  const shop = await shopArchive();
  const own = (await shop.plans()).map((plan) => ({ plan, which: 'shop' }) as const);
  if (!(await shop.settings()).sample) return own;
  const sample = await (await sampleArchive()).plans();
  return [...own, ...sample.map((plan) => ({ plan, which: 'sample' }) as const)];
}

/** The plan whose reminder is due and could not be shown as a notification. */
export async function dueReminder(): Promise<PlanThere | undefined> {
  const at = now();
  return (await remindingPlans()).find(({ plan }) => isReminderDue(plan, at));
}
