import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureSound } from './measure-sound.ts';
import { inTurn, louder, loudIsVoice, noiseAt, silence, sine, syllables } from './tones.fixture.ts';
import { openVoiceDetector } from './voice-detector.ts';

const RATE = 16_000;
const noise = (length: number, amplitude: number): Float32Array =>
  Float32Array.from({ length: length * RATE }, (_, place) => amplitude * noiseAt(place));

/** The detector that the extension ships. */
const shipped = () =>
  openVoiceDetector(
    readFileSync(createRequire(import.meta.url).resolve('@echogarden/fvad-wasm/fvad.wasm')),
  );

describe('speech', () => {
  it('is where somebody speaks, and the longest pause where nobody does', () => {
    const talk = syllables(4, RATE, 4);
    const heard = measureSound([inTurn(talk, silence(RATE, 3), talk)], RATE, loudIsVoice);
    expect(heard.longestPause).toBeCloseTo(3, 0);
    expect(heard.speechShare).toBeGreaterThan(0.5);
    expect(heard.speechShare).toBeLessThan(0.75);
    expect(heard.seconds).toBe(11);
  });

  it('is none in a tone and in noise, whatever the detector takes them for', () => {
    for (const sound of [sine(300, 0.3, RATE, 5), noise(5, 0.2), silence(RATE, 5)]) {
      const heard = measureSound([sound], RATE, loudIsVoice);
      expect(heard.speechShare).toBe(0);
      expect(heard.longestPause).toBe(5);
      expect(heard.tempo).toBeNull();
    }
  });

  it('is heard by the detector that ships, at any rate, again after a reset', async () => {
    const detector = await shipped();
    const rate = 44_100;
    const talk = inTurn(syllables(4, rate, 6), silence(rate, 2));
    const first = measureSound([talk], rate, detector);
    expect(first.speechShare).toBeGreaterThan(0.3);
    expect(measureSound([silence(RATE, 3)], RATE, detector).speechShare).toBe(0);
    expect(measureSound([talk], rate, detector)).toEqual(first);
  });
});

describe('tempo', () => {
  it('counts syllables a second of speech, pauses left out', () => {
    for (const aSecond of [2.5, 4, 6]) {
      const talk = syllables(aSecond, RATE, 5);
      const { tempo } = measureSound([inTurn(talk, silence(RATE, 3))], RATE, loudIsVoice);
      expect(tempo).toBeGreaterThan(aSecond * 0.85);
      expect(tempo).toBeLessThan(aSecond * 1.15);
    }
  });

  it('is not told of little speech', () => {
    const little = inTurn(syllables(4, RATE, 2), silence(RATE, 6));
    expect(measureSound([little], RATE, loudIsVoice).tempo).toBeNull();
  });
});

describe('a louder sound', () => {
  it('is louder by that, and else the same', () => {
    const talk = inTurn(syllables(4, RATE, 4), silence(RATE, 1));
    const heard = measureSound([talk], RATE, loudIsVoice);
    fc.assert(
      fc.property(fc.double({ min: -12, max: 6, noNaN: true }), (by) => {
        const other = measureSound([louder(talk, by)], RATE, {
          ...loudIsVoice,
          isVoiced: (frame) => frame.some((sample) => Math.abs(sample) > 300 * 10 ** (by / 20)),
        });
        expect(other.loudness).toBeCloseTo((heard.loudness ?? 0) + by, 2);
        expect(other.tempo).toBeCloseTo(heard.tempo ?? 0, 1);
        expect(other.silentShare).toBe(heard.silentShare);
      }),
      { numRuns: 6 },
    );
  });
});

describe('no sound', () => {
  it('has nothing to tell, and nothing is made up', () => {
    expect(measureSound([], RATE, loudIsVoice)).toEqual({
      seconds: 0,
      loudness: null,
      clippedRuns: 0,
      silentShare: 0,
      speechShare: 0,
      longestPause: 0,
      tempo: null,
    });
  });
});
