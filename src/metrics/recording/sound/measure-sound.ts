import { seconds } from '../../time.ts';
import type { SoundMeasures } from '../measures.ts';
import { clippedRunsOf, silentShareOf } from './levels.ts';
import { loudnessOf } from './loudness.ts';
import { resampled } from './resampled.ts';
import {
  FRAMES_A_SECOND,
  SPEECH_RATE,
  spokenFrames,
  stretchesOf,
  type VoiceDetector,
} from './speech.ts';
import { tempoOf } from './tempo.ts';

/** What is heard in a stretch of sound: all measures but when it was heard. */
export type SoundLook = Omit<SoundMeasures, 'second'>;

/**
 * Measures a stretch of sound; of less than a second, speech tells nothing and is taken for absent.
 *
 * @param channels samples at ±1 for full scale, one array a channel, equally long; samples beyond ±1 are
 *   kept as decoders answer them
 * @param rate samples a second
 * @param detector hears voices; it is reset first
 */
export function measureSound(
  channels: readonly Float32Array[],
  rate: number,
  detector: VoiceDetector,
): SoundLook {
  const length = (channels[0]?.length ?? 0) / rate;
  const mono = resampled(channels, rate, SPEECH_RATE);
  const spoken = spokenFrames(mono, detector);
  const speech = spoken.filter(Boolean).length;
  const pauses = stretchesOf(spoken, false).map(({ from, to }) => (to - from) / FRAMES_A_SECOND);
  return {
    seconds: seconds(length),
    loudness: loudnessOf(channels, rate),
    clippedRuns: clippedRunsOf(channels),
    silentShare: silentShareOf(channels, rate),
    speechShare: spoken.length === 0 ? 0 : speech / spoken.length,
    longestPause: seconds(speech === 0 ? length : Math.max(0, ...pauses)),
    tempo: tempoOf(mono, spoken),
  };
}
