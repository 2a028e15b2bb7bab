import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyScene, type Colour, drawn, grey } from './drawn.fixture.ts';
import { measurePicture } from './measure-picture.ts';

const lookOf = (...picture: Parameters<typeof drawn>) =>
  measurePicture(drawn(...picture), null).look;

/** A stripe every four points, so that there is detail. */
const striped =
  (dark: number, light: number) =>
  (x: number): Colour =>
    grey(x % 8 < 4 ? dark : light);

/** What stands in the rows that bars leave. */
const between =
  (top: number, bottom: number, scene: (x: number, y: number) => Colour) =>
  (x: number, y: number): Colour =>
    y < top || y >= bottom ? grey(0) : scene(x, y);

describe('the light of a picture', () => {
  it('runs from 0 for black to 255 for white, whatever range it is encoded in', () => {
    for (const fullRange of [true, false]) {
      expect(lookOf(() => grey(0), { fullRange }).light).toBe(0);
      expect(lookOf(() => grey(128), { fullRange }).light).toBeCloseTo(128, 0);
      expect(lookOf(() => grey(255), { fullRange }).light).toBe(255);
    }
  });

  it('is that of what bars leave', () => {
    expect(lookOf(between(40, 120, striped(100, 200))).light).toBeCloseTo(150, 0);
  });

  it('is spread from the darkest twentieth to the lightest', () => {
    expect(lookOf(striped(60, 180)).contrast).toBeCloseTo(120, -0.5);
    expect(lookOf(() => grey(90)).contrast).toBe(0);
    const specks = (x: number, y: number): Colour => grey(x === 0 && y < 80 ? 255 : 90);
    expect(lookOf(specks).contrast).toBe(0);
  });

  it('is burnt out where red, green and blue all are', () => {
    const quarter = (x: number, y: number): Colour => (x < 48 && y < 80 ? grey(255) : grey(100));
    expect(lookOf(quarter).highlights).toBeCloseTo(0.25, 2);
    const yellow = (x: number): Colour => (x < 48 ? [255, 255, 150] : grey(100));
    expect(lookOf(yellow).highlights).toBe(0);
  });
});

describe('the cast of a picture', () => {
  it('is how many times blue is green, in powers of two', () => {
    for (const matrix of ['bt601', 'bt709'] as const) {
      const cast = (colour: Colour) => lookOf(() => colour, { matrix }).cast;
      expect(cast([180, 120, 60])).toBeCloseTo(-1, 1);
      expect(cast(grey(128))).toBeCloseTo(0, 1);
      expect(cast([100, 100, 150])).toBeCloseTo(Math.log2(1.5), 1);
    }
  });

  it('is not told of a dark picture, nor of one without mid tones', () => {
    expect(lookOf(() => [60, 40, 10]).cast).toBeNull();
    expect(lookOf(() => grey(255)).cast).toBeNull();
  });

  it('is that of what bars leave', () => {
    expect(lookOf(between(40, 120, () => [180, 120, 60])).cast).toBeCloseTo(-1, 1);
  });
});

describe('the sharpness of a picture', () => {
  it('falls as its edges grow soft', () => {
    const soft = (x: number): Colour => grey(130 + 50 * Math.sin((2 * Math.PI * x) / 8));
    const softer = (x: number): Colour => grey(130 + 50 * Math.sin((2 * Math.PI * x) / 32));
    const [sharp, ...rest] = [striped(80, 180), soft, softer].map(
      (scene) => lookOf(scene).sharpness,
    );
    expect(sharp).toBeGreaterThan(3 * (rest[0] ?? Infinity));
    expect(rest[0]).toBeGreaterThan(20 * (rest[1] ?? Infinity));
  });

  it('hardly falls with its contrast', () => {
    const ratio = lookOf(striped(110, 150)).sharpness / lookOf(striped(50, 210)).sharpness;
    expect(ratio).toBeGreaterThan(0.9);
    expect(ratio).toBeLessThan(1.1);
  });

  it('is none of an even picture, and nothing is gained by the edge of a bar', () => {
    expect(lookOf(() => grey(120)).sharpness).toBe(0);
    expect(lookOf(between(40, 120, () => grey(120))).sharpness).toBe(0);
  });
});

describe('bars', () => {
  it('are found above and below, and on both sides', () => {
    expect(lookOf(between(40, 120, striped(90, 160))).bars).toBeCloseTo(0.5, 5);
    const pillars = (x: number): Colour => (x < 24 || x >= 72 ? grey(0) : striped(90, 160)(x));
    expect(lookOf(pillars).bars).toBeCloseTo(0.5, 5);
    const both = (x: number, y: number): Colour => between(40, 120, pillars)(x, y);
    expect(lookOf(both).bars).toBeCloseTo(0.75, 5);
  });

  it('are none where only one side is dark, or the whole picture', () => {
    expect(lookOf(between(40, 160, striped(90, 160))).bars).toBe(0);
    expect(lookOf(() => grey(0)).bars).toBe(0);
    expect(lookOf(between(40, 120, () => grey(5))).bars).toBe(0);
  });

  it('are none where the dark has shapes', () => {
    const room = (x: number, y: number): Colour =>
      y < 40 || y >= 120 ? grey(x % 8 < 4 ? 0 : 14) : grey(120);
    expect(lookOf(room).bars).toBe(0);
  });
});

describe('how much has moved', () => {
  const at = (scene: (x: number, y: number) => Colour, size = {}) => drawn(scene, size);
  const moved = (first: ReturnType<typeof at>, second: ReturnType<typeof at>) =>
    measurePicture(second, measurePicture(first, null).small).look.moved;

  it('is not told of the first picture, nor after the shape has changed', () => {
    expect(lookOf(() => grey(90)).moved).toBeNull();
    expect(
      moved(
        at(() => grey(90)),
        at(() => grey(90), { height: 96 }),
      ),
    ).toBeNull();
  });

  it('is the share of points that changed by more than noise', () => {
    const scene = striped(90, 160);
    const half = (x: number, y: number): Colour => (y < 80 ? scene(x) : grey(255));
    expect(moved(at(scene), at(scene))).toBe(0);
    expect(
      moved(
        at(() => grey(90)),
        at(() => grey(96)),
      ),
    ).toBe(0);
    expect(moved(at(scene), at(half))).toBeCloseTo(0.5, 5);
  });

  it('is told of pictures that are larger than what is compared', () => {
    const large = { width: 192, height: 320 };
    const left = (x: number): Colour => grey(x < 96 ? 40 : 200);
    const right = (x: number): Colour => grey(x < 96 ? 200 : 40);
    expect(moved(at(left, large), at(left, large))).toBe(0);
    expect(moved(at(left, large), at(right, large))).toBeCloseTo(1, 2);
  });
});

describe('a picture measures the same', () => {
  it('when it is mirrored', () => {
    fc.assert(
      fc.property(anyScene, anyScene, (before, scene) => {
        const [there, mirrored] = [false, true].map((flip) => {
          const seen = (of: typeof scene) =>
            drawn((x, y) => of(flip ? 95 - x : x, y), { fullRange: true });
          return measurePicture(seen(scene), measurePicture(seen(before), null).small).look;
        });
        for (const [name, value] of Object.entries(there ?? {})) {
          const other = Object.entries(mirrored ?? {}).find(([key]) => key === name)?.[1];
          if (value === null) expect(other, name).toBeNull();
          else expect(other, name).toBeCloseTo(value, 8);
        }
      }),
      { numRuns: 8 },
    );
  });

  it('whichever way its bytes are laid', () => {
    fc.assert(
      fc.property(anyScene, fc.integer({ min: 0, max: 20 }), (scene, gap) => {
        const plain = lookOf(scene);
        expect(lookOf(scene, { format: 'NV12', gap })).toEqual(plain);
        expect(lookOf(scene, { gap })).toEqual(plain);
      }),
      { numRuns: 6 },
    );
  });

  it('as a share or a level that can be stored, at odd sizes too', () => {
    const size = fc.integer({ min: 1, max: 101 });
    fc.assert(
      fc.property(anyScene, size, size, (scene, width, height) => {
        const { light, highlights, bars, sharpness, cast } = lookOf(scene, { width, height });
        for (const share of [light / 255, highlights, bars]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        expect(sharpness).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(cast ?? 0)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
