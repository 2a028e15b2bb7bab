import { HOUR_SECONDS, type Seconds, seconds } from '../../../metrics/time.ts';
import { type SheetCell, wordsOfCell } from '../sheet.ts';

const parts =
  /^(?:(\d+)\s?h(?:ours?|rs?)?)?\s?(?:(\d+)\s?m(?:in(?:utes?|s)?)?)?\s?(?:(\d+(?:\.\d+)?)\s?s(?:ec(?:onds?|s)?)?)?$/i;

/** A length of time: "3h00m", "1h 40min", "1h1m37s", "46s", "01:02:03", or a number of seconds. */
export function durationOf(cell: SheetCell): Seconds | undefined {
  if (typeof cell === 'number') return cell >= 0 ? seconds(cell) : undefined;
  const text = wordsOfCell(cell);
  if (text === undefined) return undefined;
  if (/^\d+(?:\.\d+)?$/.test(text)) return seconds(Number(text));
  const clock = /^(\d+):([0-5]\d):([0-5]\d)$/.exec(text);
  const [, hours, minutes, rest] = clock ?? parts.exec(text) ?? [];
  if (hours === undefined && minutes === undefined && rest === undefined) return undefined;
  return seconds(Number(hours ?? 0) * HOUR_SECONDS + Number(minutes ?? 0) * 60 + Number(rest ?? 0));
}
