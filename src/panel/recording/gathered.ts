import type { Cut } from '../../metrics/live/recording.ts';
import { clockDoubtOf } from '../../metrics/live/recording-clock.ts';
import type { RecordingMeasures } from '../../metrics/recording/measures.ts';
import { unsettledIn } from '../../metrics/recording/settled.ts';
import { seconds } from '../../metrics/time.ts';
import type { MeasuredPiece } from './measure-pieces.ts';
import type { MeasuringTask } from './measuring.ts';
import type { OpenRecording, Piece } from './recording-source.ts';

/** Seconds that lie nearer to each other are taken for one: a playlist may be off by so much within a piece. */
const SAME = 1;

/** Measures of a recording of which nothing was measured yet. */
export function begunMeasures(
  { room, from, plan, at }: MeasuringTask,
  { course }: OpenRecording,
): RecordingMeasures {
  return {
    version: 1,
    room,
    source: from.kind === 'file' ? 'file' : 'replay',
    readAt: at,
    bytes: 0,
    plan,
    length: course().length,
    unsureFrom: null,
    pictures: [],
    sounds: [],
    complete: false,
    left: [],
  };
}

/** Measures with those of one more piece, and with what is known of the clock by now. */
export function withPiece(
  measures: RecordingMeasures,
  { pictures, sounds, left }: MeasuredPiece,
  {
    bytes,
    course,
    lasted,
  }: { readonly bytes: number } & Pick<OpenRecording, 'course'> & Pick<MeasuringTask, 'lasted'>,
): RecordingMeasures {
  const runs = course();
  const doubt = clockDoubtOf(lasted, runs);
  const unsure = doubt && (doubt.from ?? 0);
  return {
    ...measures,
    bytes,
    length: runs.length,
    unsureFrom: unsure === undefined ? null : seconds(unsure),
    pictures: bySecond([...measures.pictures, ...pictures]),
    sounds: bySecond([...measures.sounds, ...sounds]),
    left: [...measures.left, ...left].sort((one, other) => one.from - other.from),
  };
}

/** Whether a piece was measured before, or couldn't be. `stretch` is how many seconds one of its playlist's takes. */
export function isMeasured(
  { start, length }: Piece,
  { pictures, sounds, left }: RecordingMeasures,
  stretch: number,
): boolean {
  const from = start * stretch;
  const to = from + length * stretch;
  const lies = (second: number): boolean => second >= from - SAME && second < to - SAME;
  return (
    [...pictures, ...sounds].some(({ second }) => lies(second)) ||
    left.some((part) => part.from <= from + SAME && part.to >= to - SAME)
  );
}

/** Measures of a part all of whose pieces were read: what still tells nothing of it can't be read. */
export function withoutMore(measures: RecordingMeasures, part: Cut): RecordingMeasures {
  const gaps = unsettledIn(measures, part);
  const left = [
    ...measures.left,
    ...gaps.map((gap) => ({ ...gap, reason: 'unreadable' }) as const),
  ];
  return { ...measures, left: left.sort((one, other) => one.from - other.from) };
}

const bySecond = <T extends { readonly second: number }>(all: readonly T[]): T[] =>
  all.toSorted((one, other) => one.second - other.second);
