import type { SamplingPlan } from '../../metrics/recording/measures.ts';
import { DAY_SECONDS, seconds } from '../../metrics/time.ts';

/** A key picture every 30 seconds and a whole segment's sound a minute: a sixth of the bytes and of the time of all. */
export const defaultPlan: SamplingPlan = { pictureEvery: seconds(30), soundEvery: seconds(60) };

/** No LIVE runs for longer, in seconds: what says so is no recording of one, and looking through it would never end. */
export const LONGEST_RECORDING = seconds(7 * DAY_SECONDS);

/** What is read of a stretch of a recording, in seconds of it. */
export interface Sample {
  /** Where the pictures that are wanted lie. */
  readonly pictures: readonly number[];
  /** Whether its sound is wanted. */
  readonly sound: boolean;
}

/** A stretch of a recording, in seconds of it. */
export interface PieceTimes {
  readonly start: number;
  readonly length: number;
}

/** Where one of its stretches has something to be measured, each with what that is; the others aren't read. */
export function samplesOf<S extends PieceTimes>(
  stretches: readonly S[],
  { pictureEvery, soundEvery }: SamplingPlan,
): readonly { readonly stretch: S; readonly sample: Sample }[] {
  return stretches.flatMap((stretch) => {
    const sample = {
      pictures: multiplesIn(stretch, pictureEvery),
      sound: multiplesIn(stretch, soundEvery).length > 0,
    };
    return sample.sound || sample.pictures.length > 0 ? [{ stretch, sample }] : [];
  });
}

/** The multiples of a step within a stretch. */
function multiplesIn({ start, length }: PieceTimes, step: number): number[] {
  const found: number[] = [];
  for (let at = Math.ceil(start / step); at * step < start + length; at += 1) found.push(at * step);
  return found;
}
