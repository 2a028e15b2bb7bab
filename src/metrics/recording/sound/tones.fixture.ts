import fc from 'fast-check';
import type { VoiceDetector } from './speech.ts';

/** A sine, ±amplitude. */
export function sine(hertz: number, amplitude: number, rate: number, length: number): Float32Array {
  return Float32Array.from(
    { length: Math.round(length * rate) },
    (_, place) => amplitude * Math.sin((2 * Math.PI * hertz * place) / rate),
  );
}

/** One sound after another. */
export function inTurn(...parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export const silence = (rate: number, length: number): Float32Array =>
  new Float32Array(Math.round(length * rate));

export const louder = (samples: Float32Array, by: number): Float32Array =>
  samples.map((sample) => sample * 10 ** (by / 20));

/** Syllables as a made voice would utter them: vowels that swell and fade, an s before every other one. */
export function syllables(aSecond: number, rate: number, length: number): Float32Array {
  return Float32Array.from({ length: Math.round(length * rate) }, (_, place) => {
    const time = place / rate;
    const phase = (time * aSecond) % 1;
    const swell = phase < 0.2 ? 0 : Math.sin(Math.PI * ((phase - 0.2) / 0.8)) ** 2;
    const vowel = [1, 2, 3, 4, 5, 6, 7, 8].reduce(
      (sum, overtone) => sum + Math.sin(2 * Math.PI * 140 * overtone * time) / overtone,
      0,
    );
    const hiss =
      phase < 0.2 && Math.floor(time * aSecond) % 2 === 0
        ? (noiseAt(place) - noiseAt(place - 1)) * 0.012
        : 0;
    return 0.15 * swell * vowel + hiss;
  });
}

/** Between -1 and 1, the same for the same place. */
export function noiseAt(place: number): number {
  const mixed = Math.imul(place + 1, 0x9e3779b1) ^ (place << 7);
  const stirred = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  return ((stirred ^ (stirred >>> 13)) >>> 0) / 2 ** 31 - 1;
}

/** Takes whatever is loud for a voice. */
export const loudIsVoice: VoiceDetector = {
  reset: () => undefined,
  isVoiced: (frame) => frame.some((sample) => Math.abs(sample) > 300),
};

export const rates: fc.Arbitrary<number> = fc.constantFrom(
  8_000,
  16_000,
  22_050,
  32_000,
  44_100,
  48_000,
);
