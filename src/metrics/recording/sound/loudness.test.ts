import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loudnessOf } from './loudness.ts';
import { inTurn, louder, noiseAt, rates, silence, sine } from './tones.fixture.ts';

const RATE = 16_000;
const fromFull = (decibels: number): number => 10 ** (decibels / 20);
const tone = (decibels: number, length: number) => sine(1000, fromFull(decibels), RATE, length);

describe('loudness', () => {
  it('of a sine of 997 Hz at full scale in one channel is -3.01 LUFS, as BS.1770 says, at any rate', () => {
    for (const rate of [16_000, 44_100, 48_000]) {
      expect(loudnessOf([sine(997, 1, rate, 5)], rate)).toBeCloseTo(-3.01, 1);
    }
  });

  it('meets the first five cases of EBU Tech 3341 within 0.1 LU', () => {
    const cases: [Float32Array, number][] = [
      [tone(-23, 20), -23],
      [tone(-33, 20), -33],
      [inTurn(tone(-36, 10), tone(-23, 60), tone(-36, 10)), -23],
      [inTurn(tone(-72, 10), tone(-36, 10), tone(-23, 60), tone(-36, 10), tone(-72, 10)), -23],
      [inTurn(tone(-26, 20), tone(-20, 20.1), tone(-26, 20)), -23],
    ];
    for (const [sound, expected] of cases) {
      // Theirs are in two channels, which are twice as loud as one.
      const heard = (loudnessOf([sound], RATE) ?? 0) + 10 * Math.log10(2);
      expect(Math.abs(heard - expected)).toBeLessThanOrEqual(0.1);
    }
  });

  it('is not told of silence, of what is quieter than any sound, and of less than a block', () => {
    expect(loudnessOf([silence(RATE, 2)], RATE)).toBeNull();
    expect(loudnessOf([sine(997, fromFull(-80), RATE, 2)], RATE)).toBeNull();
    expect(loudnessOf([sine(997, 1, RATE, 0.3)], RATE)).toBeNull();
    expect(loudnessOf([], RATE)).toBeNull();
  });

  it('leaves pauses out', () => {
    const sound = tone(-20, 4);
    const broken = inTurn(sound, silence(RATE, 4), sound);
    expect(loudnessOf([broken], RATE)).toBeCloseTo(loudnessOf([sound], RATE) ?? 0, 0);
  });

  it('rises by as much as the sound is made louder', () => {
    fc.assert(
      fc.property(rates, fc.double({ min: -25, max: 10, noNaN: true }), (rate, by) => {
        const noise = Float32Array.from({ length: 2 * rate }, (_, place) => 0.2 * noiseAt(place));
        const before = loudnessOf([noise], rate) ?? 0;
        expect(loudnessOf([louder(noise, by)], rate)).toBeCloseTo(before + by, 3);
      }),
      { numRuns: 20 },
    );
  });

  it('rises by 3 dB where a second channel sounds the same', () => {
    const sound = sine(440, 0.3, RATE, 2);
    const one = loudnessOf([sound], RATE) ?? 0;
    expect(loudnessOf([sound, sound], RATE)).toBeCloseTo(one + 10 * Math.log10(2), 6);
  });
});
