import type { RoomId } from '../../metrics/ids.ts';
import { spanLength } from '../../metrics/live/length.ts';
import { DAY_MS, HOUR_SECONDS, toMs, type UnixSeconds, type Zone } from '../../metrics/time.ts';
import { wallTime } from '../../metrics/zone.ts';
import { ratio } from '../usable.ts';
import { type LiveInTime, type LivesInTime, paidTime } from './live-in-time.ts';

/** A day by the shop's clock with the LIVEs that started on it. One over midnight belongs to the day of its start. */
export interface LiveDay {
  /** As in "2026-11-27". */
  readonly date: string;
  /** Of its LIVEs, in the order of their starts. */
  readonly rooms: readonly RoomId[];
  /** Hours of those whose length is known. */
  readonly hours: number;
  /** What those made whose GMV and length are known, ÷ their hours; absent where that is none. */
  readonly perHour?: number;
  /** LIVEs that don't count towards it: GMV or length isn't known, or they still run. */
  readonly uncounted: number;
  /** How it stands among the days shown, from 0 (lowest fifth) to 4 (highest fifth); absent without GMV/h. */
  readonly fifth?: number;
}

/** A day of the calendar, with its LIVEs or without one. */
export interface CalendarDay {
  readonly date: string;
  readonly lives?: LiveDay;
}

/** The days with LIVEs, and which of them paid most per hour. */
export interface LiveCalendar {
  /** Oldest first; days without a LIVE aren't among them. */
  readonly days: readonly LiveDay[];
  /** The same in whole weeks from Monday on, newest week first. */
  readonly weeks: readonly (readonly CalendarDay[])[];
  readonly best?: LiveDay & { readonly perHour: number };
  readonly lowest?: number;
  /** LIVEs that count towards no day's GMV/h: those that still run, and those whose GMV or length isn't known. */
  readonly running: number;
  readonly uncounted: number;
}

/**
 * GMV per hour of each day from an instant on: sum of GMV ÷ sum of hours.
 *
 * @param zone whose clock tells the day of a LIVE that names none
 */
export function calendarOf(
  lives: LivesInTime,
  zone: Zone,
  from: UnixSeconds | undefined,
): LiveCalendar {
  const days = new Map<string, DaySum>();
  let running = 0;
  for (const live of lives.lives) {
    if (from !== undefined && live.startedAt < from) continue;
    const date = wallTime(toMs(live.startedAt), live.zone ?? zone).slice(0, 10);
    const day = days.get(date) ?? { rooms: [], seconds: 0, gmv: 0, paidHours: 0, uncounted: 0 };
    days.set(date, day);
    addTo(day, live, lives);
    if (live.phase === 'running') running += 1;
  }
  const rated = [...days].map(([date, sum]) => dayOf(date, sum));
  const levels = rated.flatMap(({ perHour }) => perHour ?? []).sort((a, b) => a - b);
  const fifthOf = fifths(levels);
  const shown = rated.map(
    (day): LiveDay => (day.perHour === undefined ? day : { ...day, fifth: fifthOf(day.perHour) }),
  );
  const [lowest] = levels;
  const best = bestOf(shown);
  return {
    days: shown,
    weeks: weeksOf(shown),
    ...(best === undefined ? {} : { best }),
    ...(lowest === undefined ? {} : { lowest }),
    running,
    uncounted: shown.reduce((sum, day) => sum + day.uncounted, 0) - running,
  };
}

/** All weeks from the first day to the last, also those without a LIVE. */
function weeksOf(days: readonly LiveDay[]): LiveCalendar['weeks'] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const known = new Map(days.map((day) => [day.date, day]));
  const weeks: CalendarDay[][] = [];
  for (let monday = mondayOf(last.date); monday >= mondayOf(first.date); monday -= 7 * DAY_MS) {
    weeks.push(
      Array.from({ length: 7 }, (_, day): CalendarDay => {
        const date = new Date(monday + day * DAY_MS).toISOString().slice(0, 10);
        const lives = known.get(date);
        return { date, ...(lives === undefined ? {} : { lives }) };
      }),
    );
  }
  return weeks;
}

/** The Monday on or before a date, as midnight UTC in ms. */
function mondayOf(date: string): number {
  const at = Date.parse(`${date}T00:00Z`);
  return at - ((new Date(at).getUTCDay() + 6) % 7) * DAY_MS;
}

interface DaySum {
  readonly rooms: RoomId[];
  seconds: number;
  gmv: number;
  paidHours: number;
  uncounted: number;
}

function addTo(day: DaySum, live: LiveInTime, lives: LivesInTime): void {
  day.rooms.push(live.room);
  if (live.span !== undefined) day.seconds += spanLength(live.span);
  const paid = paidTime(live, lives);
  if (paid === undefined) day.uncounted += 1;
  else {
    day.gmv += paid.gmv;
    day.paidHours += paid.hours;
  }
}

function dayOf(date: string, { rooms, seconds, gmv, paidHours, uncounted }: DaySum): LiveDay {
  const perHour = ratio(gmv, paidHours);
  return {
    date,
    rooms,
    hours: seconds / HOUR_SECONDS,
    ...(perHour === undefined ? {} : { perHour }),
    uncounted,
  };
}

/** Tells in which fifth of the values one of them lies; what is the same lies in the same. */
function fifths(sorted: readonly number[]): (value: number) => number {
  const first = new Map<number, number>();
  for (const [rank, value] of sorted.entries()) if (!first.has(value)) first.set(value, rank);
  return (value) => Math.floor((5 * (first.get(value) ?? 0)) / Math.max(1, sorted.length));
}

function bestOf(days: readonly LiveDay[]): LiveCalendar['best'] {
  let best: LiveCalendar['best'];
  for (const day of days) {
    const { perHour } = day;
    if (perHour !== undefined && perHour > (best?.perHour ?? 0)) best = { ...day, perHour };
  }
  return best;
}
