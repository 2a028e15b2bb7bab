import { MINUTE_MS, type UnixMs, unixMs } from '../time.ts';
import type { Plan } from './plan.ts';

/** How long before a LIVE a reminder may come, in minutes. */
export const leads = [15, 60, 180, 1_440] as const;
export type Lead = (typeof leads)[number];

/** How long before its LIVE a plan reminds; undefined without a reminder, or with one of another length. */
export function leadOf({
  startsAt,
  remindAt,
}: Pick<Plan, 'startsAt' | 'remindAt'>): Lead | undefined {
  if (startsAt === undefined || remindAt === undefined) return undefined;
  return leads.find((lead) => startsAt - remindAt === lead * MINUTE_MS);
}

/** When a reminder comes that stands `lead` minutes before the start. */
export const remindAtOf = (startsAt: UnixMs, lead: Lead): UnixMs =>
  unixMs(startsAt - lead * MINUTE_MS);

type Reminding = Pick<Plan, 'state' | 'startsAt' | 'remindAt' | 'remindedAt'>;

/** Whether a plan's reminder is due: its time has come, it wasn't given, and the LIVE hasn't begun. */
export function isReminderDue(
  { state, startsAt, remindAt, remindedAt }: Reminding,
  at: UnixMs,
): boolean {
  if (state !== 'open' || remindAt === undefined || remindedAt !== undefined) return false;
  return remindAt <= at && (startsAt === undefined || at < startsAt);
}

/** When the next reminder of all plans comes that isn't due yet. */
export function nextReminder(plans: readonly Reminding[], at: UnixMs): UnixMs | undefined {
  const coming = plans.flatMap(({ state, remindAt, remindedAt }) =>
    state === 'open' && remindedAt === undefined && remindAt !== undefined && remindAt > at
      ? [remindAt]
      : [],
  );
  return coming.sort((one, other) => one - other)[0];
}
