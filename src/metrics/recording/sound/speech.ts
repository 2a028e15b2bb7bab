import { powerOf } from './levels.ts';

/** Samples a second in which speech is looked for. */
export const SPEECH_RATE = 16_000;
/** Samples of a frame, of which each is voiced or not: 20 ms. */
export const FRAME = 320;
export const FRAMES_A_SECOND = SPEECH_RATE / FRAME;

/** Tells of one frame after another whether somebody may speak in it; music is taken for a voice too. */
export interface VoiceDetector {
  /** Forgets what it has heard, before another sound. */
  readonly reset: () => void;
  /** `frame` holds FRAME samples at SPEECH_RATE. */
  readonly isVoiced: (frame: Int16Array) => boolean;
}

/**
 * What tells speech from music and noise, by the second: syllables and the gaps between them. The share of
 * samples at which a voice crosses zero varies from frame to frame, between s and a; a second with pauses
 * in it needs less of that. Chosen by us on made sounds; songs may pass.
 */
const VARIED = 0.06;
const VARIED_WITH_PAUSES = 0.03;
const PAUSES = 0.25;
/** A frame below this share of the second's mean amplitude is a pause. */
const QUIET = 0.5;
/** Shorter gaps belong to the words around them, in frames: 200 ms, as a p or a t takes. Chosen by us. */
const LEAST_PAUSE = 10;
/** Shorter speech is a click, in frames: 100 ms. Chosen by us. */
const LEAST_SPEECH = 5;

/** Of each whole frame whether somebody speaks in it. `mono` is at SPEECH_RATE, ±1 for full scale. */
export function spokenFrames(mono: Float32Array, detector: VoiceDetector): boolean[] {
  const count = Math.floor(mono.length / FRAME);
  detector.reset();
  const frame = new Int16Array(FRAME);
  const spoken = Array.from({ length: count }, (_, at) => {
    for (let place = 0; place < FRAME; place += 1) {
      frame[place] = Math.max(-1, Math.min(1, mono[at * FRAME + place] ?? 0)) * 32_767;
    }
    return detector.isVoiced(frame);
  });
  for (let from = 0; from < count; from += FRAMES_A_SECOND) {
    // The rest of a second at the end is judged with the one before it.
    const to = count - from < 2 * FRAMES_A_SECOND ? count : from + FRAMES_A_SECOND;
    if (!soundsLikeSpeech(mono, from, to)) spoken.fill(false, from, to);
    if (to === count) break;
  }
  fill(spoken, false, LEAST_PAUSE);
  fill(spoken, true, LEAST_SPEECH);
  return spoken;
}

function soundsLikeSpeech(mono: Float32Array, from: number, to: number): boolean {
  const crossings: number[] = [];
  const amplitudes: number[] = [];
  for (let at = from; at < to; at += 1) {
    crossings.push(crossingsIn(mono, at * FRAME));
    amplitudes.push(Math.sqrt(powerOf(mono, at * FRAME, (at + 1) * FRAME)));
  }
  const quiet = QUIET * meanOf(amplitudes);
  const pauses = amplitudes.filter((amplitude) => amplitude < quiet).length / amplitudes.length;
  const mean = meanOf(crossings);
  const varied = Math.sqrt(meanOf(crossings.map((share) => (share - mean) ** 2)));
  return varied > VARIED || (pauses > PAUSES && varied > VARIED_WITH_PAUSES);
}

/** The share of a frame's samples at which the signal crosses zero. */
function crossingsIn(mono: Float32Array, from: number): number {
  let count = 0;
  for (let place = from + 1; place < from + FRAME; place += 1) {
    if ((mono[place - 1] ?? 0) < 0 !== (mono[place] ?? 0) < 0) count += 1;
  }
  return count / (FRAME - 1);
}

/** Turns stretches that are shorter than asked into what stands around them; the ends are left as they are. */
function fill(frames: boolean[], what: boolean, least: number): void {
  for (const { from, to } of stretchesOf(frames, what)) {
    const isInside = from > 0 && to < frames.length;
    if (isInside && to - from < least) frames.fill(!what, from, to);
  }
}

/** Where frames are one after another as asked, from the first of them up to but without the last. */
export function stretchesOf(
  frames: readonly boolean[],
  wanted: boolean,
): { readonly from: number; readonly to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  for (const [at, is] of frames.entries()) {
    const last = stretches.at(-1);
    if (is !== wanted) continue;
    if (last?.to === at) last.to = at + 1;
    else stretches.push({ from: at, to: at + 1 });
  }
  return stretches;
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
