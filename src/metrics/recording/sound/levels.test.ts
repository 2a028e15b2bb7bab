import { describe, expect, it } from 'vitest';
import { clippedRunsOf, silentShareOf } from './levels.ts';
import { inTurn, louder, silence, sine } from './tones.fixture.ts';

const RATE = 16_000;

describe('clipped runs', () => {
  it('are counted where at least three samples in a row are at full scale, on one side', () => {
    const cut = sine(100, 1.5, RATE, 1).map((sample) => Math.max(-1, Math.min(1, sample)));
    expect(clippedRunsOf([cut])).toBe(200);
    expect(clippedRunsOf([new Float32Array([0, 1, 1, 0, -1, 1, -1, 1, 0])])).toBe(0);
    expect(clippedRunsOf([new Float32Array([0, 1, 1, 1, 1, 1, -1, -1, -1])])).toBe(2);
  });

  it('are those of the channel with most, so that a sound in two channels counts once', () => {
    const cut = new Float32Array([1, 1, 1, 0]);
    expect(clippedRunsOf([cut, cut])).toBe(1);
    expect(clippedRunsOf([new Float32Array(4), cut])).toBe(1);
  });

  it('are none of a sound that stays below full scale, and of none', () => {
    expect(clippedRunsOf([sine(100, 0.97, RATE, 1)])).toBe(0);
    expect(clippedRunsOf([])).toBe(0);
  });
});

describe('the share of silence', () => {
  it('is that of the tenths of a second below -60 dB', () => {
    const tone = sine(440, 0.2, RATE, 3);
    expect(silentShareOf([inTurn(tone, silence(RATE, 1))], RATE)).toBeCloseTo(0.25, 5);
    expect(silentShareOf([louder(tone, -60)], RATE)).toBe(1);
    expect(silentShareOf([tone], RATE)).toBe(0);
  });

  it('counts only what is silent in every channel', () => {
    const tone = sine(440, 0.2, RATE, 1);
    expect(silentShareOf([silence(RATE, 1), tone], RATE)).toBe(0);
  });

  it('is none of no sound', () => {
    expect(silentShareOf([], RATE)).toBe(0);
  });
});
