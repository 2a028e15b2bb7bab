import type { Cut } from '../live/recording.ts';
import type { RecordingMeasures } from './measures.ts';
import { standingMeasures } from './standing.ts';

/** What a part of a recording is like on average; what wasn't measured in it, or can't be told, is absent. */
export interface MeasuresIn {
  /** 0 to 255. */
  readonly light?: number;
  /** LUFS. */
  readonly loudness?: number;
  /** Share of the time, 0 to 1. */
  readonly speech?: number;
}

/**
 * Averages over what was measured in a part, in seconds of the LIVE: what begins in it, or where nothing does what
 * was measured last before it, as far as that stands for the time behind it, see `standingMeasures`.
 */
export function measuresIn(
  { pictures, sounds, plan, length }: RecordingMeasures,
  { from, to }: Cut,
): MeasuresIn {
  const within = <T extends { readonly second: number }>(
    all: readonly T[],
    every: number,
  ): readonly T[] => {
    const standing = standingMeasures(all, every, length);
    const found = standing.filter((one) => one.from >= from && one.from < to);
    const before = standing.findLast((one) => one.from < from && one.to > from);
    return (found.length > 0 || before === undefined ? found : [before]).map(({ of }) => of);
  };
  const heard = within(sounds, plan.soundEvery);
  return {
    ...mean(
      'light',
      within(pictures, plan.pictureEvery).map((one) => one.light),
    ),
    ...mean(
      'loudness',
      heard.flatMap((one) => one.loudness ?? []),
    ),
    ...mean(
      'speech',
      heard.map((one) => one.speechShare),
    ),
  };
}

function mean(of: keyof MeasuresIn, values: readonly number[]): MeasuresIn {
  return values.length === 0
    ? {}
    : { [of]: values.reduce((sum, value) => sum + value, 0) / values.length };
}
