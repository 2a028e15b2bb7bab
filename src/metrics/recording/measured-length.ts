import type { Cut } from '../live/recording.ts';
import type { Text } from '../text.ts';
import { HOUR_SECONDS, MINUTE_SECONDS, type Seconds, seconds } from '../time.ts';
import type { RecordingMeasures } from './measures.ts';
import { standingMeasures } from './standing.ts';

/**
 * How much of a recording, or of a part of it, its measures stand for, see `standingMeasures`. Of picture and sound
 * the one that tells less, where there are both.
 */
export function measuredLength(
  { pictures, sounds, plan, length }: RecordingMeasures,
  { from, to }: Cut = { from: seconds(0), to: length },
): Seconds {
  const covered = (rows: readonly { readonly second: number }[], every: number): number =>
    standingMeasures(rows, every, length).reduce(
      (sum, one) => sum + Math.max(0, Math.min(one.to, to) - Math.max(one.from, from)),
      0,
    );
  const each = [
    ...(pictures.length > 0 ? [covered(pictures, plan.pictureEvery)] : []),
    ...(sounds.length > 0 ? [covered(sounds, plan.soundEvery)] : []),
  ];
  return seconds(each.length === 0 ? 0 : Math.min(...each));
}

/** Less of a part isn't worth saying, in seconds: half of what a piece of sound stands for. */
const LEAST_SAID = 30;

/** Whether so many seconds that lack of a part are worth saying. Times of an hour or more are written by the minute. */
export const isWorthSaying = (missing: number, length: number): boolean =>
  missing > 0 &&
  missing >= Math.min(length < HOUR_SECONDS ? LEAST_SAID : MINUTE_SECONDS, length / 2);

/** How much of a part of a recording is measured where that isn't all of it, and how long the part is; undefined else. */
function partlyMeasured(
  measures: RecordingMeasures,
  part: Cut,
): { readonly measured: Seconds; readonly length: Seconds } | undefined {
  const length = Math.max(0, Math.min(part.to, measures.length) - part.from);
  const measured = measuredLength(measures, part);
  return isWorthSaying(length - measured, length)
    ? { measured, length: seconds(length) }
    : undefined;
}

const lasting = (value: number) => ({ kind: 'duration', seconds: value }) as const;

/** Says how much of a recording isn't measured, yet or at all; undefined where all of it is. */
export function unmeasuredText(measures: RecordingMeasures): Text | undefined {
  const { complete, left, length } = measures;
  const measured = measuredLength(measures);
  if (!complete) {
    // Written by the minute, both times would be the same.
    if (length >= HOUR_SECONDS && length - measured < MINUTE_SECONDS) {
      return { key: 'measure_part_nearly', values: { length: lasting(length) } };
    }
    return {
      key: 'measure_part',
      values: { measured: lasting(measured), length: lasting(length) },
    };
  }
  if (left.length === 0) return undefined;
  const unread = left.reduce((sum, { from, to }) => sum + to - from, 0);
  return {
    key: 'measure_missing',
    values: { missing: lasting(Math.max(unread, length - measured)), length: lasting(length) },
  };
}

/** Says how much of a part is measured, where that isn't all of it. */
export function unmeasuredPartText(
  key: 'measured_beside_part' | 'measured_beside_part_yours',
  measures: RecordingMeasures,
  part: Cut,
): Text | undefined {
  const partly = partlyMeasured(measures, part);
  return (
    partly && {
      key,
      values: { measured: lasting(partly.measured), length: lasting(partly.length) },
    }
  );
}
