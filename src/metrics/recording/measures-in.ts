import type { Cut } from '../live/recording.ts';
import type { RecordingMeasures } from './measures.ts';

/** What a part of a recording is like on average; what wasn't measured in it, or can't be told, is absent. */
export interface MeasuresIn {
  /** 0 to 255. */
  readonly light?: number;
  /** LUFS. */
  readonly loudness?: number;
  /** Share of the time, 0 to 1. */
  readonly speech?: number;
}

/** Averages over what was measured in a part, in seconds of the LIVE; of sound what begins in it. */
export function measuresIn({ pictures, sounds }: RecordingMeasures, { from, to }: Cut): MeasuresIn {
  const isIn = ({ second }: { readonly second: number }): boolean => second >= from && second < to;
  const heard = sounds.filter(isIn);
  return {
    ...mean(
      'light',
      pictures.filter(isIn).map((one) => one.light),
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
