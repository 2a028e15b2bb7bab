import type { TextValue } from '../../metrics/text.ts';
import { comparablePast, gmvPerHourOfLive } from '../comparable-past.ts';
import type { Factor } from '../factor.ts';
import { evidenceRow } from '../text/evidence-row.ts';
import { weekdays } from '../text/weekdays.ts';
import { amount, cell, count, message, phrase, words } from '../text/wording.ts';
import { clockTime, SLOT_HOURS } from '../timeline/clock.ts';
import { compareSlots, type Paid, type SlotPay } from '../timeline/slots.ts';

/** Own LIVEs below which habits can't be told from chance; the least for an own band as well. */
const FEWEST_LIVES = 8;

const hour = (value: number): string => `${String(value).padStart(2, '0')}:00`;

const slotName = (slot: number): TextValue =>
  phrase({
    key: 'factor_startSlot_hours',
    values: { from: words(hour(slot * SLOT_HOURS)), to: words(hour((slot + 1) * SLOT_HOURS)) },
  });

const weekdayName = (day: number): TextValue => message(weekdays[day] ?? 'factor_shared_sunday');

/** What LIVEs that started at this time of day, or on this weekday, paid among the seller's own. */
export const startSlot: Factor = {
  id: 'start-slot',
  title: 'factor_startSlot_title',
  lever: 'how-to-stream',
  group: 'entry-stay',
  owners: ['operator'],
  advises: [
    { key: 'factor_startSlot_advice', deed: 'factor_startSlot_deed', how: 'factor_startSlot_how' },
  ],
  evaluate: (input) => {
    const { startedAt, zone } = input.session.room;
    if (startedAt === undefined || zone === undefined) {
      return { state: 'missing', needs: { key: 'factor_startSlot_needs' } };
    }
    const hours: Paid[] = [];
    const days: Paid[] = [];
    for (const live of comparablePast(input)) {
      const perHour = gmvPerHourOfLive(live);
      if (perHour === undefined || perHour <= 0) continue;
      const { slot, weekday } = clockTime(live.startedAt, zone);
      hours.push({ slot, perHour });
      days.push({ slot: weekday, perHour });
    }
    const more = FEWEST_LIVES - hours.length;
    if (more > 0) {
      return {
        state: 'scarce',
        needs: { key: 'factor_shared_moreLives', values: { count: count(more) } },
      };
    }
    const now = clockTime(startedAt, zone);
    const byHour = compareSlots(hours, now.slot);
    const byDay = compareSlots(days, now.weekday);
    if (byHour === undefined && byDay === undefined) {
      return { state: 'scarce', needs: { key: 'factor_startSlot_needsSpread' } };
    }
    const { currency } = input;
    const perHour = ({ perHour: value }: SlotPay) => ({
      key: 'factor_shared_perHour' as const,
      values: { value: amount(value, currency) },
    });
    const shown =
      byHour !== undefined && (byHour.better !== undefined || byDay?.better === undefined)
        ? { name: slotName, ...byHour }
        : { name: weekdayName, ...(byDay ?? byHour) };
    const { own, better, name } = shown;
    if (own === undefined) {
      return { state: 'scarce', needs: { key: 'factor_startSlot_needsSpread' } };
    }
    const slotRow = (pay: SlotPay) =>
      evidenceRow(
        {
          key: 'factor_startSlot_row',
          values: { slot: name(pay.slot), count: count(pay.lives) },
        },
        perHour(pay),
      );
    const values = {
      slot: name(own.slot),
      yours: phrase(perHour(own)),
      lives: count(own.lives),
    };
    if (better === undefined) {
      return {
        state: 'fine',
        brief: cell(phrase(perHour(own))),
        seen: { key: 'factor_startSlot_seenFine', values },
        evidence: [slotRow(own)],
        evidenceOf: 'factor_startSlot_column',
      };
    }
    const both = { ...values, better: name(better.slot), best: phrase(perHour(better)) };
    return {
      state: 'gap',
      brief: {
        key: 'factor_startSlot_brief',
        values: { yours: both.yours, best: both.best, better: both.better },
      },
      seen: {
        key: 'factor_startSlot_seen',
        values: { ...both, betterLives: count(better.lives) },
      },
      advice: { key: 'factor_startSlot_advice', values: { better: both.better } },
      evidence: [slotRow(own), slotRow(better)],
      evidenceOf: 'factor_startSlot_column',
    };
  },
};
