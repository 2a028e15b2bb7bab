import { describe, expect, it } from 'vitest';
import { powerOf } from './levels.ts';
import { resampled } from './resampled.ts';
import { sine } from './tones.fixture.ts';

const TO = 16_000;

describe('a sound at another rate', () => {
  it('is the same sound', () => {
    for (const from of [8_000, 11_025, 32_000, 44_100, 48_000]) {
      const before = sine(1000, 0.5, TO, 1);
      const after = resampled([sine(1000, 0.5, from, 1)], from, TO);
      expect(after.length).toBe(TO);
      const apart = after.map((sample, place) => sample - (before[place] ?? 0));
      // Away from the ends, beyond which nothing is known.
      expect(powerOf(apart, 200, TO - 200)).toBeLessThan(0.125 * 1e-4);
    }
  });

  it('folds nothing back that the lower rate cannot hold', () => {
    for (const hertz of [9_500, 12_000, 15_000]) {
      const after = resampled([sine(hertz, 0.5, 48_000, 1)], 48_000, TO);
      expect(powerOf(after, 200, TO - 200)).toBeLessThan(0.125 * 1e-4);
    }
  });

  it('has all channels as one, their mean', () => {
    const tone = sine(500, 0.5, TO, 0.1);
    expect(resampled([tone, tone.map((sample) => -sample)], TO, TO).every((s) => s === 0)).toBe(
      true,
    );
    expect(resampled([tone, tone], TO, TO)).toEqual(tone);
    expect(resampled([], 48_000, TO)).toHaveLength(0);
  });
});
