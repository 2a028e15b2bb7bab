import type { Plan, PlanPatch } from '../../metrics/board/plan.ts';
import { isReminderDue, nextReminder } from '../../metrics/board/reminder.ts';
import { MINUTE_MS } from '../../metrics/time.ts';
import { browser } from '../../platform/browser.ts';
import { now } from '../../platform/current-time.ts';
import { readerWords } from '../../platform/reader-words.ts';
import { archiveOf } from '../archives.ts';
import { currentGeneration } from '../data-generation.ts';
import { refreshBadge } from '../tabs/badge.ts';
import { type PlanThere, remindingPlans } from './due-reminders.ts';
import { notify } from './notify.ts';
import { reminderWords } from './reminder-words.ts';

/** The alarm of the next reminder. */
export const REMINDER = 'reminder';

/** One after the other: who asks while one looks may know of a change that this one missed. */
let last: Promise<void> = Promise.resolve();

/**
 * Gives every reminder that is due, sets the alarm for the next, and draws the badge. What it needs
 * to know stands in the archive, so it may be called at any time: after a restart it gives what was
 * missed while the LIVE hasn't begun, and a reminder that was given is never given again.
 */
export function remind(): Promise<void> {
  last = last.catch(() => undefined).then(look);
  return last;
}

async function look(): Promise<void> {
  const generation = currentGeneration();
  const at = now();
  for (const there of await remindingPlans()) {
    if (isReminderDue(there.plan, at) && !generation.signal.aborted)
      await generation.write(() => give(there));
  }
  await setAlarm();
  await refreshBadge();
}

/**
 * Shown first and noted after: a worker that ends in between shows the same notification once more in
 * the former's place, while the other order could lose it. Where notifications aren't allowed it stays
 * due, and the badge and the panel say so. A reminder that was moved meanwhile is still to come.
 */
async function give(there: PlanThere): Promise<void> {
  if (
    !(await notify(
      { about: 'plan', plan: there.plan.id, which: there.which },
      reminderWords(there, await readerWords()),
    ))
  )
    return;
  const at = now();
  const noted = ({ remindAt }: Plan): PlanPatch =>
    remindAt === there.plan.remindAt ? { remindedAt: at } : {};
  await (await archiveOf(there.which)).changePlan(there.plan.id, noted, at);
}

/** The next reminder, or the start of a LIVE until which one stays on the badge, whichever is first. */
async function setAlarm(): Promise<void> {
  const at = now();
  const plans = (await remindingPlans()).map(({ plan }) => plan);
  const ends = plans.flatMap((plan) => (isReminderDue(plan, at) ? (plan.startsAt ?? []) : []));
  const when = Math.min(nextReminder(plans, at) ?? Infinity, ...ends);
  if (Number.isFinite(when)) {
    browser.alarms.create(REMINDER, { delayInMinutes: (when - at) / MINUTE_MS });
  } else await browser.alarms.clear(REMINDER);
}
