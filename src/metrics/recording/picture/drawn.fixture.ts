import fc from 'fast-check';
import { clamped, type DecodedPicture } from './decoded.ts';

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

export const grey = (value: number): Colour => [value, value, value];

interface Canvas {
  readonly width?: number;
  readonly height?: number;
  readonly format?: DecodedPicture['format'];
  readonly fullRange?: boolean;
  readonly matrix?: DecodedPicture['matrix'];
  /** Bytes that lie unused behind each row. */
  readonly gap?: number;
}

/** How much red and blue count for luma. Source: ITU-R BT.601-7 and BT.709-6. */
const WEIGHTS = { bt601: [0.299, 0.114], bt709: [0.2126, 0.0722] } as const;

/** Draws a picture as a decoder would answer it: by the colour of each point. */
export function drawn(
  colourAt: (x: number, y: number) => Colour,
  {
    width = 96,
    height = 160,
    format = 'I420',
    fullRange = false,
    matrix = 'bt709',
    gap = 0,
  }: Canvas = {},
): DecodedPicture {
  const [halfWidth, halfHeight] = [Math.ceil(width / 2), Math.ceil(height / 2)];
  const stride = width + gap;
  const chromaStride = (format === 'NV12' ? 2 * halfWidth : halfWidth) + gap;
  const chroma = stride * height;
  const layout = [
    { offset: 0, stride },
    { offset: chroma, stride: chromaStride },
    ...(format === 'NV12'
      ? []
      : [{ offset: chroma + chromaStride * halfHeight, stride: chromaStride }]),
  ];
  const bytes = new Uint8Array(chroma + chromaStride * halfHeight * (format === 'NV12' ? 1 : 2));
  const [redWeight, blueWeight] = WEIGHTS[matrix];
  const luma = ([red, green, blue]: Colour): number =>
    redWeight * red + (1 - redWeight - blueWeight) * green + blueWeight * blue;
  const [lumaScale, black, colourScale] = fullRange ? [1, 0, 1] : [219 / 255, 16, 224 / 255];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      bytes[y * stride + x] = clamped(black + luma(colourAt(x, y)) * lumaScale);
    }
  }
  for (let y = 0; y < halfHeight; y += 1) {
    for (let x = 0; x < halfWidth; x += 1) {
      const around = [0, 1, 2, 3].map((corner) =>
        colourAt(
          Math.min(width - 1, 2 * x + (corner & 1)),
          Math.min(height - 1, 2 * y + (corner >> 1)),
        ),
      );
      const mean = (of: (colour: Colour) => number): number =>
        around.reduce((sum, colour) => sum + of(colour), 0) / 4;
      const cb = (mean(([, , blue]) => blue) - mean(luma)) / (2 * (1 - blueWeight));
      const cr = (mean(([red]) => red) - mean(luma)) / (2 * (1 - redWeight));
      const place = chroma + y * chromaStride + (format === 'NV12' ? 2 * x : x);
      const other = format === 'NV12' ? place + 1 : place + chromaStride * halfHeight;
      bytes[place] = clamped(128 + cb * colourScale);
      bytes[other] = clamped(128 + cr * colourScale);
    }
  }
  return { format, width, height, bytes, layout, fullRange, matrix };
}

/** Shapes in colours, some dark and some burnt out, under bars or not. */
export const anyScene: fc.Arbitrary<(x: number, y: number) => Colour> = fc
  .record({
    colours: fc.array(fc.tuple(byte(), byte(), byte()), { minLength: 1, maxLength: 5 }),
    across: fc.integer({ min: 1, max: 40 }),
    down: fc.integer({ min: 1, max: 40 }),
    bar: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ colours, across, down, bar }) => (x, y) => {
    if (y < bar || y >= 160 - bar) return grey(0);
    return colours[(Math.floor(x / across) + Math.floor(y / down)) % colours.length] ?? grey(0);
  });

function byte(): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: 255 });
}
