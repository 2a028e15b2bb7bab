import * as v from 'valibot';
import {
  type PictureMeasures,
  type RecordingMeasures,
  RecordingMeasuresSchema,
  type SoundMeasures,
} from './measures.ts';

type Loose<T> = { readonly [K in keyof T]?: T[K] extends number ? number : T[K] | number | null };

export interface FixtureMeasures {
  readonly room?: string;
  /** How long the recording runs, in minutes; two hours unless given. */
  readonly minutes?: number;
  /** What differs from an ordinary picture, or sound, at a minute of the LIVE. */
  readonly picture?: (minute: number) => Loose<PictureMeasures>;
  readonly sound?: (minute: number) => Loose<SoundMeasures>;
  readonly parts?: Partial<RecordingMeasures>;
}

/** A recording that was measured by the sampled plan: two pictures a minute, six seconds of sound in each. */
export function fixtureMeasures({
  room = '7649951805363391253',
  minutes = 120,
  picture = () => ({}),
  sound = () => ({}),
  parts = {},
}: FixtureMeasures = {}): RecordingMeasures {
  return v.parse(RecordingMeasuresSchema, {
    version: 1,
    room,
    source: 'replay',
    readAt: 1_781_200_000_000,
    bytes: 100_000_000,
    plan: { pictureEvery: 30, soundEvery: 60 },
    length: minutes * 60,
    unsureFrom: null,
    complete: true,
    left: [],
    pictures: Array.from({ length: minutes * 2 }, (_, place) => ({
      second: place * 30,
      light: 120,
      highlights: 0.01,
      contrast: 110,
      cast: -0.2,
      sharpness: 0.08,
      bars: 0,
      moved: place === 0 ? null : 0.4,
      person: 1,
      ...picture(place / 2),
    })),
    sounds: Array.from({ length: minutes }, (_, place) => ({
      second: place * 60,
      seconds: 6,
      loudness: -18,
      clippedRuns: 0,
      silentShare: 0.1,
      speechShare: 0.7,
      longestPause: 1,
      tempo: 4,
      ...sound(place),
    })),
    ...parts,
  });
}

/** Earlier LIVEs of the account with the same measures, each a little apart from the next. */
export function pastMeasures(lives: number, of: FixtureMeasures = {}): RecordingMeasures[] {
  return Array.from({ length: lives }, (_, place) =>
    fixtureMeasures({ ...of, room: `764995180536339${1000 + place}` }),
  );
}
