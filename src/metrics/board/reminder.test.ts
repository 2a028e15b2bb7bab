import { describe, expect, it } from 'vitest';
import { unixMs } from '../time.ts';
import { isReminderDue, leadOf, leads, nextReminder, remindAtOf } from './reminder.ts';

const at = (minutes: number) => unixMs(minutes * 60_000);
const plan = { state: 'open', startsAt: at(200), remindAt: at(140) } as const;

describe('a reminder', () => {
  it('is due from its time until the LIVE begins, once', () => {
    expect(isReminderDue(plan, at(139))).toBe(false);
    expect(isReminderDue(plan, at(140))).toBe(true);
    expect(isReminderDue(plan, at(199))).toBe(true);
    expect(isReminderDue(plan, at(200))).toBe(false);
    expect(isReminderDue({ ...plan, remindedAt: at(141) }, at(142))).toBe(false);
    expect(isReminderDue({ ...plan, state: 'closed' }, at(142))).toBe(false);
    expect(isReminderDue({ state: 'open', startsAt: at(200) }, at(142))).toBe(false);
  });

  it('keeps its distance to the start', () => {
    for (const lead of leads) {
      expect(leadOf({ startsAt: at(5_000), remindAt: remindAtOf(at(5_000), lead) })).toBe(lead);
    }
    expect(leadOf({ startsAt: at(200) })).toBeUndefined();
    expect(leadOf({ startsAt: at(200), remindAt: at(199) })).toBeUndefined();
  });

  it('that comes first of all plans wakes the worker', () => {
    const later = { ...plan, remindAt: at(150) };
    expect(nextReminder([later, plan], at(0))).toBe(at(140));
    expect(nextReminder([later, plan], at(140))).toBe(at(150));
    expect(nextReminder([{ ...plan, remindedAt: at(1) }], at(0))).toBeUndefined();
    expect(nextReminder([{ ...plan, state: 'closed' }], at(0))).toBeUndefined();
  });
});
