import { describe, expect, it } from 'vitest';
import type { Plane } from '../plane.ts';
import { countFaces } from './count-faces.ts';

interface Head {
  readonly x: number;
  readonly y: number;
  /** Across, in points. */
  readonly size: number;
}

/** Heads as simple as can be: hair, a face, brows, eyes and a mouth, before a wall. */
function drawnHeads(heads: readonly Head[], { width = 160, height = 240, light = 1 } = {}): Plane {
  const parts = [
    { x: 0, y: 0.05, wide: 0.58, high: 0.78, value: 45 },
    { x: 0, y: 0.15, wide: 0.46, high: 0.64, value: 190 },
    { x: 0, y: 0.28, wide: 0.05, high: 0.1, value: 165 },
    { x: 0, y: 0.48, wide: 0.15, high: 0.05, value: 90 },
    ...[-1, 1].flatMap((side) => [
      { x: 0.19 * side, y: -0.07, wide: 0.12, high: 0.025, value: 60 },
      { x: 0.19 * side, y: 0.05, wide: 0.09, high: 0.04, value: 235 },
      { x: 0.19 * side, y: 0.05, wide: 0.04, high: 0.04, value: 35 },
    ]),
  ];
  const values = Uint8Array.from({ length: width * height }, (_, place) => {
    const [x, y] = [place % width, Math.floor(place / width)];
    let value = 150 + 20 * Math.sin(x / 40);
    for (const head of heads) {
      const [dx, dy] = [(x - head.x) / head.size, (y - head.y) / head.size];
      for (const part of parts) {
        if (((dx - part.x) / part.wide) ** 2 + ((dy - part.y) / part.high) ** 2 < 1)
          value = part.value;
      }
    }
    return value * light;
  });
  return { width, height, values };
}

const mirrored = ({ width, height, values }: Plane): Plane => ({
  width,
  height,
  values: values.map(
    (_, place) => values[place - (place % width) + width - 1 - (place % width)] ?? 0,
  ),
});

describe('faces in sight', () => {
  const one = { x: 80, y: 100, size: 60 };

  it('are counted, near and far, in the light and in the dark', () => {
    expect(countFaces(drawnHeads([one]))).toBe(1);
    expect(countFaces(drawnHeads([one], { light: 0.3 }))).toBe(1);
    expect(countFaces(drawnHeads([{ ...one, size: 110 }]))).toBe(1);
    const two = [
      { x: 40, y: 75, size: 42 },
      { x: 115, y: 95, size: 50 },
    ];
    expect(countFaces(drawnHeads(two))).toBe(2);
  });

  it('are as many in a picture that is mirrored, or larger', () => {
    expect(countFaces(mirrored(drawnHeads([one])))).toBe(1);
    const large = { width: 480, height: 640 };
    expect(countFaces(drawnHeads([{ x: 240, y: 300, size: 180 }], large))).toBe(1);
  });

  it('are none on a wall, in noise, in the dark, and in what is too small for one', () => {
    expect(countFaces(drawnHeads([]))).toBe(0);
    const noise = drawnHeads([]).values.map((_, place) => (place * 7919) % 251);
    expect(countFaces({ width: 160, height: 240, values: noise })).toBe(0);
    expect(countFaces({ width: 160, height: 240, values: new Uint8Array(160 * 240) })).toBe(0);
    expect(countFaces({ width: 20, height: 20, values: new Uint8Array(400) })).toBe(0);
  });
});
