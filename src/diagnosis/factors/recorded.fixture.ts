import type { FixtureMeasures } from '../../metrics/recording/measures.fixture.ts';

/** A factor that is one measure of the recording, with measures that its tests judge. */
export interface RecordedFactor {
  readonly id: string;
  /** What stands out, by the stated line and beside an ordinary LIVE. */
  readonly bad: FixtureMeasures;
  readonly brief: string;
  /** Nothing of it tells. */
  readonly untold: FixtureMeasures;
  /** Whether there is a line where no own LIVEs were measured. */
  readonly isStated: boolean;
}

const from = 60;
const to = 80;

/** In the minutes that stand out. */
const then =
  <T extends object>(values: T) =>
  (minute: number): T | object =>
    minute >= from && minute < to ? values : {};

const factor = (
  id: string,
  brief: string,
  bad: FixtureMeasures,
  untold: FixtureMeasures = {},
  isStated = true,
): RecordedFactor => ({ id, brief, bad, untold, isStated });

const noPictures: FixtureMeasures = { parts: { pictures: [] } };
const noSounds: FixtureMeasures = { parts: { sounds: [] } };

/** Factors that say no more than where one measure of the recording stands out, all from 60 to 80 minutes. */
export const recordedFactors: readonly RecordedFactor[] = [
  factor('dark-picture', 'brief', { picture: then({ light: 30 }) }, noPictures),
  factor('burnt-out-picture', 'brief', { picture: then({ highlights: 0.2 }) }, noPictures),
  factor('soft-picture', 'brief', { picture: then({ sharpness: 0.01 }) }, noPictures),
  factor(
    'colour-cast',
    'briefWarm',
    { picture: then({ cast: -0.9 }) },
    { picture: () => ({ cast: null }) },
  ),
  factor(
    'colour-cast',
    'briefCold',
    { picture: then({ cast: 0.5 }) },
    { picture: () => ({ cast: null }) },
    false,
  ),
  factor('still-picture', 'brief', { picture: then({ moved: 0 }) }, noPictures),
  factor(
    'nobody-in-sight',
    'brief',
    { picture: then({ person: 0 }) },
    { picture: () => ({ person: null }) },
  ),
  factor('quiet-sound', 'brief', { sound: then({ loudness: -40 }) }, noSounds),
  factor('clipped-sound', 'brief', { sound: then({ clippedRuns: 900 }) }, noSounds),
  factor('silent-sound', 'brief', { sound: then({ silentShare: 1, loudness: null }) }, noSounds),
  factor('pin-without-voice', 'brief', { sound: then({ speechShare: 0 }) }, noSounds),
  factor(
    'speech-tempo',
    'briefFast',
    { sound: then({ tempo: 6 }) },
    { sound: () => ({ tempo: null }) },
    false,
  ),
  factor(
    'speech-tempo',
    'briefSlow',
    { sound: then({ tempo: 2.5 }) },
    { sound: () => ({ tempo: null }) },
    false,
  ),
];
