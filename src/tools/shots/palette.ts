import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** PNG: https://www.w3.org/TR/png-3/ ; eight bits a channel, no interlace, as browsers write it. */
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS = 256;
const TRUE_COLOUR = 2;
const PALETTE = 3;

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Three bytes a pixel, line by line. */
  readonly rgb: Buffer;
}

/**
 * The same picture with 256 colours: the most frequent ones, and for every other the nearest of
 * them. Made for pictures of pages, whose many colours are the shades at the edges of letters.
 */
export function withPalette(png: Buffer): Buffer {
  const { width, height, rgb } = decode(png);
  const counts = new Map<number, number>();
  for (let at = 0; at < rgb.length; at += 3) {
    const colour = rgb.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = [...counts]
    .sort((one, other) => other[1] - one[1])
    .slice(0, COLOURS)
    .map(([colour]) => colour);
  const places = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, colour)]));
  const lines = Buffer.alloc((width + 1) * height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const line = Math.floor(pixel / width);
    lines[pixel + line + 1] = places.get(rgb.readUIntBE(pixel * 3, 3)) ?? 0;
  }
  const colours = Buffer.alloc(palette.length * 3);
  for (const [place, colour] of palette.entries()) colours.writeUIntBE(colour, place * 3, 3);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, PALETTE], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function nearest(palette: readonly number[], colour: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [place, known] of palette.entries()) {
    const distance = [16, 8, 0].reduce(
      (sum, shift) => sum + (((known >> shift) & 255) - ((colour >> shift) & 255)) ** 2,
      0,
    );
    if (distance >= least) continue;
    best = place;
    least = distance;
  }
  return best;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), 4 + body.length);
  return frame;
}

function decode(png: Buffer): Pixels {
  const parts: Buffer[] = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') {
      parts.push(png.subarray(at + 8, at + 8 + length));
    }
    at += 12 + length;
  }
  const [width, height, kind] = [png.readUInt32BE(16), png.readUInt32BE(20), png[25]];
  if (kind !== TRUE_COLOUR) throw new Error('The picture is not in true colour.');
  return { width, height, rgb: unfiltered(inflateSync(Buffer.concat(parts)), width * 3, height) };
}

/** Undoes the five line filters of PNG, whose numbers stand before each line. */
function unfiltered(data: Buffer, stride: number, height: number): Buffer {
  const out = Buffer.alloc(stride * height);
  for (let line = 0; line < height; line++) {
    const filter = data[line * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x++) {
      const at = line * stride + x;
      const left = x < 3 ? 0 : (out[at - 3] ?? 0);
      const up = line === 0 ? 0 : (out[at - stride] ?? 0);
      const corner = x < 3 || line === 0 ? 0 : (out[at - stride - 3] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      out[at] = ((data[line * (stride + 1) + 1 + x] ?? 0) + guess) & 255;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(guess - value));
  if (a === undefined || b === undefined || c === undefined) return left;
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
