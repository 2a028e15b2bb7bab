import { DAY_SECONDS, HOUR_SECONDS, type Seconds, seconds } from '../../../metrics/time.ts';
import { isElapsed, type SheetCell, wordsOfCell } from '../sheet.ts';

/** Days, hours, minutes and seconds, as the languages of Seller Center write them. */
const units: readonly (readonly [unit: RegExp, length: number])[] = [
  [/^(?:d|days?|hari|ngày|dias?)$/, DAY_SECONDS],
  [/^(?:h|hrs?|hours?|j|jam|giờ|horas?)$/, HOUR_SECONDS],
  [/^(?:m|mins?|minutes?|mnt|menit|ph|phút|minutos?)$/, 60],
  [/^(?:s|secs?|seconds?|dtk|detik|giây|seg|segundos?)$/, 1],
];

/** How the plain numbers of a column of lengths are to be taken; see {@link lengthsOfColumn}. */
export interface Lengths {
  /** A length of one, in seconds: 1, or that of a day. */
  readonly unit: number;
  /** What is shorter, in seconds, is no length of this column. */
  readonly shortest: number;
}

/**
 * A length of time: "3h00m", "1h 40min", "2 jam 5 menit", "46s", "04:00:20", a cell that shows elapsed
 * time, or a plain number. A negative one isn't over yet, and no length.
 */
export function durationOf(
  cell: SheetCell,
  { unit, shortest }: Lengths = { unit: 1, shortest: 0 },
): Seconds | undefined {
  if (isElapsed(cell)) return seconds(cell.seconds);
  const text = wordsOfCell(cell);
  if (text === undefined) return undefined;
  const number = plainNumber(text);
  if (number !== undefined) {
    const length = unit === 1 ? number : Math.round(number * unit);
    return (number === 0 || length >= shortest) && Number.isFinite(length)
      ? seconds(length)
      : undefined;
  }
  const [, hours, minutes, rest, half] = clock.exec(text) ?? [];
  if (hours !== undefined) {
    const whole = half === undefined ? Number(hours) : (Number(hours) % 12) + afternoon(half);
    return seconds(whole * HOUR_SECONDS + Number(minutes) * 60 + Number(rest));
  }
  return inWords(text);
}

/**
 * LibreOffice shows a length below a day as a time of day where the clock has twelve hours
 * (`findings/office-shows-lengths-as-times-of-day.sh`).
 */
const clock = /^(\d{1,6}):([0-5]\d):([0-5]\d)(?:[.,]\d+)?(?: (am|pm|sáng|chiều))?$/i;
const afternoon = (half: string): number => (/pm|chiều/i.test(half) ? 12 : 0);

function plainNumber(text: string): number | undefined {
  return /^\d+(?:[.,]\d+)?(?:e-?\d+)?$/i.test(text) ? Number(text.replace(',', '.')) : undefined;
}

function inWords(text: string): Seconds | undefined {
  const parts = [...text.toLowerCase().matchAll(/(\d{1,9}(?:[.,]\d{1,9})?)\s?([\p{L}]+)\.?\s?/gu)];
  if (parts.length === 0 || parts.map(([whole]) => whole).join('') !== text.toLowerCase())
    return undefined;
  let total = 0;
  let before = Number.POSITIVE_INFINITY;
  for (const [, number = '', unit = ''] of parts) {
    const length = units.find(([name]) => name.test(unit))?.[1];
    // The larger unit stands first, and each once.
    if (length === undefined || length >= before) return undefined;
    total += Number(number.replace(',', '.')) * length;
    before = length;
  }
  return seconds(total);
}

/**
 * How the plain numbers of a column are to be taken. A program that saves "04:00:20" anew may leave
 * 0.1669 of it, a part of a day: so it is where some number has a fraction and all are too small for
 * seconds.
 *
 * @param longest in days, what no length of the column comes near to
 * @param shortest in seconds, what none falls below
 */
export function lengthsOfColumn(
  cells: readonly SheetCell[],
  { longest, shortest }: { readonly longest: number; readonly shortest: number },
): Lengths {
  const numbers = cells.flatMap((cell) => plainNumber(wordsOfCell(cell) ?? '') || []);
  const inDays =
    numbers.every((number) => number < longest) &&
    numbers.some((number) => !Number.isInteger(number));
  return { unit: inDays ? DAY_SECONDS : 1, shortest };
}
