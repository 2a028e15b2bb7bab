import { zoneAt } from '../../metrics/zone.ts';
import type { Writer } from '../../platform/text.ts';
import type { PlanThere } from './due-reminders.ts';

/** What a reminder says: when the LIVE starts, and what is still to be done. */
export function reminderWords(
  { plan, which }: PlanThere,
  { write }: Writer,
): {
  readonly title: string;
  readonly message: string;
} {
  const { startsAt, zone, items } = plan;
  const left = items.filter(({ done }) => !done);
  const at =
    startsAt === undefined
      ? undefined
      : ({
          kind: 'instant',
          at: startsAt,
          zone: zone === undefined ? undefined : zoneAt(startsAt, zone),
          style: 'both',
        } as const);
  const title =
    at === undefined
      ? write({ key: 'plan_reminder_title' })
      : write({ key: 'plan_reminder_title_at', values: { at } });
  const next = left.slice(0, 2).map(({ title: text }) => `• ${text}`);
  const progress = write({
    key: 'plan_progress',
    values: {
      done: { kind: 'count', value: items.length - left.length },
      total: { kind: 'count', value: items.length },
    },
  });
  return {
    title:
      which === 'sample'
        ? write({ key: 'plan_reminder_sample', values: { title: { kind: 'text', text: title } } })
        : title,
    message: [progress, ...next].join('\n'),
  };
}
