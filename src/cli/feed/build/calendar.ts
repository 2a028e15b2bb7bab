import { DAY_SECONDS } from '../../../metrics/time.ts';

/** The UTC day of an instant in unix seconds. */
export function utcDayOf(at: number): string {
  return new Date(at * 1000).toISOString().slice(0, 10);
}

/** The end of a UTC day in unix seconds; LIVEs of the day started before it. */
export function endOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 1000 + DAY_SECONDS;
}

/** So many days up to and including the last, the oldest first. */
export function daysBefore(last: string, count: number): string[] {
  return Array.from({ length: count }, (_, place) =>
    utcDayOf(endOfDay(last) - DAY_SECONDS * (count - place)),
  );
}
