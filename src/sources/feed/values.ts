import * as v from 'valibot';
import { DaySchema } from '../../metrics/feed/category-slice.ts';
import { DAY_SECONDS, type UnixMs, UnixSecondsSchema, unixSeconds } from '../../metrics/time.ts';
import { ABSURD } from './problem.ts';

/** Whether a time in unix seconds lies more than a day after `now`: clocks differ, but not by that. */
export function isInFuture(at: number, now: UnixMs): boolean {
  return at > now / 1000 + DAY_SECONDS;
}

/** A number that is one; JSON's 1e999 is read as infinite. */
export const FiniteSchema = v.pipe(v.number(), v.finite(ABSURD));

/** A whole number from 0 on. */
export const CountSchema = v.pipe(
  v.number(),
  v.finite(ABSURD),
  v.integer(),
  v.minValue(0, ABSURD),
  v.maxValue(1e12, ABSURD),
);

/** Unix seconds between 2016 and 2100: milliseconds in their place are told apart. */
export const DateSchema = v.pipe(
  UnixSecondsSchema,
  v.minValue(unixSeconds(1_451_606_400), ABSURD),
  v.maxValue(unixSeconds(4_102_444_800), ABSURD),
);

/** A day of the calendar: "2026-02-30" has the shape of one and is none. */
export const CalendarDaySchema = v.pipe(
  DaySchema,
  v.check((day) => {
    const at = Date.parse(`${day}T00:00:00Z`);
    return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
  }),
);
