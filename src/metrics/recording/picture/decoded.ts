import type { Plane } from './plane.ts';

/** A decoded picture as it lies in memory: what `VideoFrame.copyTo` wrote and answered, and what the frame says of it. */
export interface DecodedPicture {
  /** I420 has a plane each of luma, Cb and Cr, NV12 one of luma and one of Cb and Cr in turn. */
  readonly format: 'I420' | 'NV12';
  /** The visible size in points. */
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
  /** Where each plane begins, and how many bytes lie between two of its rows. */
  readonly layout: readonly { readonly offset: number; readonly stride: number }[];
  /** Whether luma runs from 0 to 255; else from 16 to 235, as nearly every video's does. */
  readonly fullRange: boolean;
  /** bt601 is what frames call `smpte170m` and `bt470bg`; whatever says nothing is taken for bt709. */
  readonly matrix: 'bt601' | 'bt709';
}

/** Luma of 235 is white and 16 black where the range isn't full. */
const BLACK = 16;
const LUMA_STEPS = 219;
const COLOUR_STEPS = 224;
const WHITE = 255;
const NO_COLOUR = 128;

/** How far R, G and B lie from luma for each step of Cb and Cr. Source: ITU-R BT.601-7 and BT.709-6. */
const MATRICES = {
  bt601: { redCr: 1.402, greenCb: -0.344136, greenCr: -0.714136, blueCb: 1.772 },
  bt709: { redCr: 1.5748, greenCb: -0.187324, greenCr: -0.468124, blueCb: 1.8556 },
} as const;

/** The luma of a picture, 0 for black to 255 for white whatever its range. */
export function lumaOf({ width, height, bytes, layout, fullRange }: DecodedPicture): Plane {
  const { offset = 0, stride = width } = layout[0] ?? {};
  const values = new Uint8Array(width * height);
  const scaled = Uint8Array.from({ length: 256 }, (_, value) =>
    fullRange ? value : clamped(((value - BLACK) * WHITE) / LUMA_STEPS),
  );
  for (let row = 0; row < height; row += 1) {
    const from = offset + row * stride;
    const to = row * width;
    for (let column = 0; column < width; column += 1) {
      values[to + column] = scaled[bytes[from + column] ?? 0] ?? 0;
    }
  }
  return { width, height, values };
}

/**
 * What the colour at a place adds to luma for red, green and blue, of 255. Places count points of colour,
 * each of which stands for two by two points of luma.
 */
export type ColourAt = (
  column: number,
  row: number,
) => { readonly red: number; readonly green: number; readonly blue: number };

/**
 * Reads the colours of a picture. What it answers is the same object each time, so that a picture of a
 * million points leaves nothing behind.
 */
export function coloursOf({
  format,
  width,
  bytes,
  layout,
  fullRange,
  matrix,
}: DecodedPicture): ColourAt {
  const half = Math.ceil(width / 2);
  const step = format === 'NV12' ? 2 : 1;
  const { offset: cbAt = 0, stride: cbStride = half * step } = layout[1] ?? {};
  const { offset: crAt, stride: crStride } =
    format === 'NV12'
      ? { offset: cbAt + 1, stride: cbStride }
      : { offset: layout[2]?.offset ?? 0, stride: layout[2]?.stride ?? half };
  const { redCr, greenCb, greenCr, blueCb } = MATRICES[matrix];
  const scale = fullRange ? 1 : WHITE / COLOUR_STEPS;
  const found = { red: 0, green: 0, blue: 0 };
  return (column, row) => {
    const cb = ((bytes[cbAt + row * cbStride + column * step] ?? NO_COLOUR) - NO_COLOUR) * scale;
    const cr = ((bytes[crAt + row * crStride + column * step] ?? NO_COLOUR) - NO_COLOUR) * scale;
    found.red = redCr * cr;
    found.green = greenCb * cb + greenCr * cr;
    found.blue = blueCb * cb;
    return found;
  };
}

/** A value as a byte holds it. */
export const clamped = (value: number): number => Math.max(0, Math.min(WHITE, Math.round(value)));
