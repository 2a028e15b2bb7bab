import { type Seconds, seconds } from '../time.ts';

/** A place where a recording breaks off and goes on later in its LIVE, in seconds of the recording. */
export interface RecordingBreak {
  readonly at: Seconds;
  /** How much of the LIVE is left out; absent where the recording doesn't tell. */
  readonly missing?: Seconds;
}

/** How a recording runs, as far as it is known. */
export interface RecordingCourse {
  readonly length: Seconds;
  readonly breaks: readonly RecordingBreak[];
}

/** From where on moments of a LIVE may lie elsewhere in its recording, and by how much at most. */
export interface ClockDoubt {
  /** Seconds of the recording; absent where nothing says where it breaks. */
  readonly from?: Seconds;
  readonly by: Seconds;
}

/** Lengths differ by so much because they are counted otherwise, in seconds. Chosen by us. */
const LENGTH_SLACK = 5;
/** A break that leaves out less than this can't be seen in moments told by the second. */
const LEAST_BREAK = 1;

/**
 * How far moments of a LIVE may be off in its recording, which is taken to start with it; undefined where
 * nothing speaks for that. `live` is how long the LIVE lasted, undefined where that isn't known.
 */
export function clockDoubtOf(
  live: Seconds | undefined,
  { length, breaks }: RecordingCourse,
): ClockDoubt | undefined {
  const between = live === undefined ? 0 : live - length;
  const apart = Math.abs(between) <= LENGTH_SLACK ? 0 : Math.abs(between);
  const told = breaks.filter(({ missing }) => missing !== undefined && missing >= LEAST_BREAK);
  const left = told.reduce((sum, { missing = 0 }) => sum + missing, 0);
  const by = Math.max(apart, left);
  if (by === 0) return undefined;
  // What is told accounts for all of it, or else the rest may be missing at any break that tells nothing.
  const places = left >= apart - LENGTH_SLACK ? told : breaks.filter(isOpen);
  const from = places.reduce<Seconds | undefined>(
    (first, { at }) => (first === undefined || at < first ? at : first),
    undefined,
  );
  return { by: seconds(by), ...(from === undefined ? {} : { from }) };
}

/** Whether moments behind a break may be off. */
const isOpen = ({ missing }: RecordingBreak): boolean =>
  missing === undefined || missing >= LEAST_BREAK;
