import type { Random } from '../../sources/sample/random.ts';

/** Points of red, green, blue and, where something is cut out, how much of it is seen; 0 to 255 each. */
export interface Still {
  readonly width: number;
  readonly height: number;
  readonly depth: 3 | 4;
  readonly points: Uint8Array;
}

/** How a made place looks. */
export interface Place {
  /** Between 0 and 255, around which its colours lie. */
  readonly light: number;
  /** How far its colours lie apart, 0 to 1. */
  readonly spread: number;
  /** The smallest things in it, in points, and how many of all sizes: few large ones leave it even. */
  readonly finest: number;
  readonly things: number;
}

const LARGEST = 0.35;

/**
 * A made place: leaves, round or square, fallen over one another, small ones in greater number. Sizes by a
 * power law give a picture edges and a spectrum much like those of photographs. Source: A. Lee, D. Mumford
 * and J. Huang, Occlusion Models for Natural Images (IJCV 2001).
 */
export function madePlace(
  size: Pick<Still, 'width' | 'height'>,
  place: Place,
  random: Random,
): Still {
  const { width, height } = size;
  const points = new Uint8Array(width * height * 3);
  paint(
    points,
    width,
    { left: 0, top: 0, right: width, bottom: height },
    () => true,
    tone(place, random),
  );
  const largest = LARGEST * width;
  for (let shape = 0; shape < place.things; shape += 1) {
    // The density of sizes falls with their cube between the two bounds.
    const share = random();
    const radius = 1 / Math.sqrt((1 - share) / largest ** 2 + share / place.finest ** 2);
    const [x, y] = [random() * width, random() * height];
    const isRound = random() < 0.5;
    const inside = (column: number, row: number): boolean =>
      !isRound || (column - x) ** 2 + (row - y) ** 2 < radius ** 2;
    const box = boxAround(x, y, radius, radius, size);
    paint(points, width, box, inside, tone(place, random));
  }
  return { width, height, depth: 3, points };
}

/** A head with hair, eyes and a mouth over shoulders, cut out; skin and clothes are drawn by `random`. */
export function madePerson(width: number, random: Random): Still {
  const height = Math.round(width * 1.5);
  const points = new Uint8Array(width * height * 4);
  const skin = 90 + 130 * random();
  const size = { width, height };
  const round = (x: number, y: number, wide: number, high: number, colour: Tone): void => {
    const inside = (column: number, row: number): boolean =>
      ((column - x * width) / (wide * width)) ** 2 + ((row - y * width) / (high * width)) ** 2 < 1;
    const box = boxAround(x * width, y * width, wide * width, high * width, size);
    paint(points, width, box, inside, colour, 4);
  };
  const clothes: Tone = (grain) => [40 + 160 * random() * grain, 60 * grain + 60, 90 * grain + 50];
  const face: Tone = (grain) => [skin * grain, skin * 0.78 * grain, skin * 0.66 * grain];
  const dark: Tone = (grain) => [46 * grain, 34 * grain, 30 * grain];
  round(0.5, 1.35, 0.5, 0.5, clothes);
  round(0.5, 0.52, 0.31, 0.42, dark);
  round(0.5, 0.58, 0.25, 0.35, face);
  for (const side of [-1, 1]) {
    round(0.5 + side * 0.1, 0.52, 0.05, 0.022, () => [240, 240, 236]);
    round(0.5 + side * 0.1, 0.52, 0.02, 0.022, () => [30, 24, 20]);
    round(0.5 + side * 0.1, 0.46, 0.06, 0.012, dark);
  }
  round(0.5, 0.64, 0.03, 0.05, (grain) => [
    skin * 0.9 * grain,
    skin * 0.68 * grain,
    skin * 0.58 * grain,
  ]);
  round(0.5, 0.76, 0.08, 0.03, () => [150, 60, 66]);
  return { width, height, depth: 4, points };
}

/** A still as a file that ffmpeg reads: a portable arbitrary map. */
export function fileOf({ width, height, depth, points }: Still): Buffer {
  const kind = depth === 4 ? 'RGB_ALPHA' : 'RGB';
  const head = `P7\nWIDTH ${width}\nHEIGHT ${height}\nDEPTH ${depth}\nMAXVAL 255\nTUPLTYPE ${kind}\nENDHDR\n`;
  return Buffer.concat([Buffer.from(head), points]);
}

/** A colour, by how light its grain is at a point: about 1. */
type Tone = (grain: number) => readonly [number, number, number];

function tone({ light, spread }: Place, random: Random): Tone {
  const level = light * (1 + spread * (2 * random() - 1));
  const [red, green, blue] = [0, 1, 2].map(() => level * (0.8 + 0.4 * random()));
  const grain = 0.12 * random();
  return (at) => {
    const value = 1 + (at - 1) * grain * 8;
    return [(red ?? 0) * value, (green ?? 0) * value, (blue ?? 0) * value];
  };
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function boxAround(
  x: number,
  y: number,
  wide: number,
  high: number,
  size: Pick<Still, 'width' | 'height'>,
): Box {
  return {
    left: Math.max(0, Math.floor(x - wide)),
    top: Math.max(0, Math.floor(y - high)),
    right: Math.min(size.width, Math.ceil(x + wide)),
    bottom: Math.min(size.height, Math.ceil(y + high)),
  };
}

function paint(
  points: Uint8Array,
  width: number,
  { left, top, right, bottom }: Box,
  isInside: (column: number, row: number) => boolean,
  toneOf: Tone,
  depth: 3 | 4 = 3,
): void {
  for (let row = top; row < bottom; row += 1) {
    for (let column = left; column < right; column += 1) {
      if (!isInside(column, row)) continue;
      const place = (row * width + column) * depth;
      const colour = toneOf(grainAt(column, row));
      for (const [channel, value] of colour.entries()) {
        points[place + channel] = Math.max(0, Math.min(255, value));
      }
      if (depth === 4) points[place + 3] = 255;
    }
  }
}

/** Between 0.94 and 1.06, the same for the same point: no surface is quite even. */
function grainAt(column: number, row: number): number {
  const mixed = Math.imul(column * 73_856_093, 19_349_663) ^ Math.imul(row, 83_492_791);
  const stirred = Math.imul(mixed ^ (mixed >>> 13), 0x5bd1e995);
  return 0.94 + 0.12 * (((stirred ^ (stirred >>> 15)) >>> 0) / 2 ** 32);
}
