import { type Span, spanLength } from '../../metrics/live/length.ts';
import type {
  PictureMeasures,
  RecordingMeasures,
  SoundMeasures,
} from '../../metrics/recording/measures.ts';
import { LATE, LEAST_LENGTH } from '../../metrics/recording/standing.ts';
import { unixSeconds } from '../../metrics/time.ts';
import { quantile } from '../statistics/quantile.ts';
import { usable } from '../usable.ts';

/** One measure of a recording, and the part of the LIVE that it stands for; no value where it can't be told. */
export interface MeasureOver extends Span {
  readonly value: number | undefined;
}

/** What is asked of each picture, or of each stretch of sound; null or undefined where it can't be told. */
export type MeasureAsked =
  | {
      readonly of: 'picture';
      readonly value: (picture: PictureMeasures) => number | null | undefined;
    }
  | { readonly of: 'sound'; readonly value: (sound: SoundMeasures) => number | null | undefined };

/** A measure over a LIVE, in order of time; each one stands for the time to half way to the next, as the plan has them. */
export function measuresOver(
  recording: RecordingMeasures,
  live: Span,
  measured: MeasureAsked,
): MeasureOver[] {
  const { pictureEvery, soundEvery } = recording.plan;
  const rows: readonly {
    readonly middle: number;
    readonly length: number;
    readonly value: number | null | undefined;
  }[] =
    measured.of === 'picture'
      ? recording.pictures.map((picture) => ({
          middle: picture.second,
          length: pictureEvery,
          value: measured.value(picture),
        }))
      : recording.sounds.map((sound) => ({
          middle: sound.second + sound.seconds / 2,
          length: Math.max(soundEvery, sound.seconds),
          value: measured.value(sound),
        }));
  return rows
    .map(({ middle, length, value }) => {
      const half = Math.max(LEAST_LENGTH, length) / 2;
      return {
        from: unixSeconds(Math.max(live.from, live.from + middle - half)),
        to: unixSeconds(Math.min(live.to, live.from + middle + half)),
        value: usable(value ?? undefined),
      };
    })
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from);
}

/** Those whose value can be told. */
export interface KnownSample extends Span {
  readonly value: number;
}

export const knownOf = (samples: readonly MeasureOver[]): KnownSample[] =>
  samples.flatMap(({ from, to, value }) => (value === undefined ? [] : [{ from, to, value }]));

/** Medians over windows of `length` seconds, of at least `fewest` measures each; a LIVE's last one may be shorter. */
export function windowsOver(
  samples: readonly KnownSample[],
  { length, fewest }: { readonly length: number; readonly fewest: number },
): KnownSample[] {
  const windows: KnownSample[][] = [];
  for (const sample of samples) {
    const window = windows.at(-1);
    const first = window?.[0];
    if (window !== undefined && first !== undefined && sample.to - first.from <= length) {
      window.push(sample);
    } else windows.push([sample]);
  }
  return windows.flatMap((window) => {
    const [first] = window;
    const last = window.at(-1);
    const value = quantile(
      window.map((one) => one.value),
      0.5,
    );
    return first === undefined ||
      last === undefined ||
      value === undefined ||
      window.length < fewest
      ? []
      : [{ from: first.from, to: last.to, value }];
  });
}

/** Whether a measure follows on what came before it: a single one that can't be told, or is a little late, ends no stretch. */
export const followsOn = (before: Span, { from, to }: Span): boolean =>
  from - before.to <= LATE * (to - from);

/** Where nothing was measured, from the beginning to the end of `within`. */
export function gapsIn(samples: readonly Span[], within: Span): Span[] {
  const gaps: Span[] = [];
  let before: Span = { from: within.from, to: within.from };
  for (const sample of samples) {
    if (!followsOn(before, sample)) gaps.push({ from: before.to, to: sample.from });
    if (sample.to > before.to) before = sample;
  }
  const isOpen = before.to === before.from || within.to - before.to > LATE * spanLength(before);
  return isOpen && within.to > before.to ? [...gaps, { from: before.to, to: within.to }] : gaps;
}

/** Where neighbouring measures are alike, for at least `least` seconds. */
export function stretchesWhere(
  samples: readonly KnownSample[],
  is: (value: number) => boolean,
  least: number,
): Span[] {
  const stretches: Span[] = [];
  let open: Span | undefined;
  for (const { from, to, value } of samples) {
    if (!is(value)) open = undefined;
    else if (open !== undefined && followsOn(open, { from, to })) {
      open = { from: open.from, to };
      stretches[stretches.length - 1] = open;
    } else {
      open = { from, to };
      stretches.push(open);
    }
  }
  return stretches.filter(({ from, to }) => to - from >= least);
}
