import { describe, expect, it } from 'vitest';
import type { PictureMeasures, SoundMeasures } from '../../metrics/recording/measures.ts';
import { seconds } from '../../metrics/time.ts';
import { isGood, judgeDefects } from './judge-defects.ts';
import { type MadeStretch, STRETCH_SECONDS } from './planted.ts';

const stretch = (parts: Partial<MadeStretch>): MadeStretch => ({
  picture: 'clean',
  sound: 'clean',
  place: 0,
  movement: 'hand',
  voice: 0,
  background: 'room',
  ...parts,
});

const picture = (second: number, parts: Partial<PictureMeasures> = {}): PictureMeasures => ({
  second: seconds(second),
  light: 120,
  highlights: 0,
  contrast: 100,
  cast: 0,
  sharpness: 0.1,
  bars: 0,
  moved: 0.5,
  person: null,
  ...parts,
});

const sound = (second: number, parts: Partial<SoundMeasures> = {}): SoundMeasures => ({
  second: seconds(second),
  seconds: seconds(6),
  loudness: -18,
  clippedRuns: 0,
  silentShare: 0,
  speechShare: 0.7,
  longestPause: seconds(1),
  tempo: 4,
  ...parts,
});

const apart = { pictureEvery: seconds(30), soundEvery: seconds(60) };
const times = (every: number, stretches: number): number[] =>
  Array.from({ length: (stretches * STRETCH_SECONDS) / every }, (_, at) => at * every);

/** What was found of one kind. */
const found = (kind: string, ...given: Parameters<typeof judgeDefects>) =>
  judgeDefects(...given).find((one) => one.kind === kind);

describe('what was planted', () => {
  const stretches = [stretch({}), stretch({ picture: 'dark' }), stretch({})];
  const isDark = (second: number): boolean => second >= 120 && second < 240;

  it('is found where its measures tell of it from its first to its last', () => {
    const pictures = times(30, 3).map((second) =>
      picture(second, isDark(second) ? { light: 20 } : {}),
    );
    const dark = found('dark', stretches, { apart, pictures, sounds: [] });
    expect(dark).toMatchObject({ planted: 1, found: 1, distance: 30, clean: 8, falseAlarms: 0 });
    expect(dark?.plantedRange).toEqual([20, 20]);
    expect(dark?.cleanRange).toEqual([120, 120]);
    expect(dark && isGood(dark)).toBe(true);
  });

  it('is found too late where it is seen more than a measure after it began', () => {
    const pictures = times(30, 3).map((second) =>
      picture(second, second === 210 ? { light: 20 } : {}),
    );
    const dark = found('dark', stretches, { apart, pictures, sounds: [] });
    expect(dark).toMatchObject({ found: 1, distance: 90 });
    expect(dark && isGood(dark)).toBe(false);
  });

  it('is not found in time where a measure is missing', () => {
    const pictures = times(30, 3)
      .filter((second) => second !== 120)
      .map((second) => picture(second, isDark(second) ? { light: 20 } : {}));
    const dark = found('dark', stretches, { apart, pictures, sounds: [] });
    expect(dark).toMatchObject({ found: 1, distance: 30, step: 60, isWhole: false });
    expect(dark && isGood(dark)).toBe(false);
  });

  it('is found in time as long as the next measure tells of it, however late a key picture is', () => {
    const pictures = [2, 32, 64, 92, 123, 152, 184, 212, 242, 272].map((second) =>
      picture(second, isDark(second) ? { light: 20 } : {}),
    );
    const dark = found('dark', stretches, { apart, pictures, sounds: [] });
    expect(dark).toMatchObject({ distance: 28, step: 32, isWhole: true });
    expect(dark && isGood(dark)).toBe(true);
  });

  it('is not found where no measure tells of it', () => {
    const dark = found('dark', stretches, {
      apart,
      pictures: times(30, 3).map((at) => picture(at)),
      sounds: [],
    });
    expect(dark).toMatchObject({ planted: 1, found: 0, distance: null });
    expect(dark && isGood(dark)).toBe(false);
  });

  it('raises a false alarm where it is told of a clean stretch', () => {
    const pictures = times(30, 3).map((second) =>
      picture(second, second <= 30 ? { light: 20 } : {}),
    );
    expect(found('dark', stretches, { apart, pictures, sounds: [] })).toMatchObject({
      falseAlarms: 2,
    });
  });

  it('stood still since the picture before the one that tells so', () => {
    const still = [stretch({}), stretch({ picture: 'still' }), stretch({})];
    const pictures = [0, 29, 59, 89, 119, 149, 179, 209, 239, 269].map((second) =>
      picture(second, { moved: second === 0 ? null : second >= 179 && second <= 239 ? 0 : 0.5 }),
    );
    expect(found('still', still, { apart, pictures, sounds: [] })).toMatchObject({
      found: 1,
      distance: 29,
    });
  });

  it('in the sound is told by what was heard whole within it', () => {
    const loud = [stretch({}), stretch({ sound: 'clipped' })];
    const sounds = [0, 60, 117, 177].map((second) =>
      sound(second, second >= 117 ? { clippedRuns: 300 } : {}),
    );
    expect(found('clipped', loud, { apart, pictures: [], sounds })).toMatchObject({
      found: 1,
      distance: 57,
      clean: 2,
      falseAlarms: 0,
    });
  });
});
