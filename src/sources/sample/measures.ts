import * as v from 'valibot';
import type { RoomId } from '../../metrics/ids.ts';
import type { Span } from '../../metrics/live/length.ts';
import {
  type RecordingMeasures,
  RecordingMeasuresSchema,
} from '../../metrics/recording/measures.ts';
import { MINUTE_SECONDS } from '../../metrics/time.ts';
import { normal } from './draws.ts';
import { randomOf } from './random.ts';

/** The default of what is read of a real recording. */
const PICTURE_EVERY = 30;
const SOUND_EVERY = 60;
/** Seconds of sound that are heard each time, as a segment of a recording has them. */
const HEARD = 6;
const BYTES_A_SECOND = 40_000;

/** What this shop's recordings are like; sizes in the order of what was measured of made ones. */
const usual = { light: 128, sharpness: 0.09, cast: -0.18, loudness: -19, speech: 0.68, tempo: 4.1 };

/**
 * Measures as the recording of a simulated LIVE might have them: simulated too, for its film shows the same five
 * seconds over and over. Some LIVEs have a dark stretch, some a quiet one, some one in which nothing is heard.
 */
export function sampleMeasures(room: RoomId, { from, to }: Span): RecordingMeasures {
  const random = randomOf('measures', room);
  const length = Math.floor(to - from);
  const about = (middle: number, spread: number): number => middle + spread * normal(random);
  const share = (value: number): number => Math.min(1, Math.max(0, value));
  /** A stretch of these minutes somewhere behind the opening, in one of so many LIVEs. */
  const stretch = (oneIn: number, least: number, most: number) => {
    const lasts = (least + random() * (most - least)) * MINUTE_SECONDS;
    const begins = 20 * MINUTE_SECONDS + random() * Math.max(0, length - lasts - 1200);
    const isThere = random() < 1 / oneIn && length > 2 * lasts + 1200;
    return (second: number): boolean => isThere && second >= begins && second < begins + lasts;
  };
  const isDark = stretch(2, 12, 26);
  const isQuiet = stretch(3, 8, 20);
  const isSilent = stretch(4, 5, 9);
  const base = {
    light: about(usual.light, 6),
    sharpness: about(usual.sharpness, 0.008),
    cast: about(usual.cast, 0.05),
    loudness: about(usual.loudness, 1),
    tempo: about(usual.tempo, 0.2),
  };
  const everyFrom = (step: number): number[] =>
    Array.from({ length: Math.ceil(length / step) }, (_, place) => place * step);
  return v.parse(RecordingMeasuresSchema, {
    version: 1,
    room,
    source: 'replay',
    readAt: to * 1000,
    bytes: Math.round(length * BYTES_A_SECOND),
    plan: { pictureEvery: PICTURE_EVERY, soundEvery: SOUND_EVERY },
    length,
    unsureFrom: null,
    complete: true,
    left: [],
    pictures: everyFrom(PICTURE_EVERY).map((second) => ({
      second,
      light: Math.min(255, Math.max(0, about(base.light, 7) * (isDark(second) ? 0.35 : 1))),
      highlights: share(about(0.012, 0.004)),
      contrast: Math.max(0, about(120, 8) * (isDark(second) ? 0.4 : 1)),
      cast: isDark(second) ? null : about(base.cast, 0.06),
      sharpness: Math.max(0, about(base.sharpness, 0.012)),
      bars: 0,
      moved: second === 0 ? null : share(about(0.42, 0.08)),
      person: null,
    })),
    sounds: everyFrom(SOUND_EVERY).map((second) => {
      const speechShare = isSilent(second) ? 0 : share(about(usual.speech, 0.12));
      return {
        second,
        seconds: Math.min(HEARD, length - second),
        loudness: isSilent(second) ? null : about(base.loudness, 1.4) - (isQuiet(second) ? 16 : 0),
        clippedRuns: 0,
        silentShare: isSilent(second) ? 1 : share(about(0.08, 0.04)),
        speechShare,
        longestPause: HEARD * (1 - speechShare) * 0.6,
        tempo: speechShare < 0.3 ? null : Math.max(0, about(base.tempo, 0.35)),
      };
    }),
  });
}
