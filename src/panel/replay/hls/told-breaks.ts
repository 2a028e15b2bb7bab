import type { RecordingBreak } from '../../../metrics/live/recording-clock.ts';
import { seconds } from '../../../metrics/time.ts';
import type { SaidSegment } from './segment-clock.ts';

/** A segment with what its playlist says of the time before it. */
export interface ToldSegment extends SaidSegment {
  /** When it was on air, as it is written (`#EXT-X-PROGRAM-DATE-TIME`). */
  readonly date?: string | undefined;
  /** Whether something else begins with it (`#EXT-X-DISCONTINUITY`). */
  readonly isNew: boolean;
}

/** Where a recording breaks off and goes on later, as its playlist says itself. */
export function toldBreaks(segments: readonly ToldSegment[]): RecordingBreak[] {
  return segments.flatMap(({ start, date, isNew }, place): RecordingBreak[] => {
    const before = segments[place - 1];
    if (before === undefined) return [];
    const missing = (airedAt(date) - airedAt(before.date)) / 1000 - before.length;
    const at = seconds(start);
    if (!Number.isNaN(missing)) return missing >= 1 ? [{ at, missing: seconds(missing) }] : [];
    return isNew ? [{ at }] : [];
  });
}

/** Breaks that were told with those that were seen besides. */
export const withSeenBreaks = (
  told: readonly RecordingBreak[],
  seen: readonly RecordingBreak[],
): RecordingBreak[] => [
  ...told,
  // What the playlist says itself needn't be seen.
  ...seen.filter(({ at }) => !told.some((one) => Math.abs(one.at - at) < 1)),
];

/** Milliseconds since 1970; NaN where nothing is written. */
const airedAt = (date: string | undefined): number => Date.parse(date ?? '');
