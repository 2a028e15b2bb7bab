import type { Plane } from '../plane.ts';
import { shrunkTo } from '../small.ts';
import { type Cascade, frontalFaces, PATTERN_WORDS } from './cascade.ts';

/** Points across at which faces are looked for; the smallest that is found then takes an eighth of the width. */
const WIDTH = 200;
/** From one size to the next. */
const LARGER = 1.1;
/** How far the window moves, in points: by one where a face is more than twice as large as the smallest. */
const STEPS = { fine: 1, coarse: 2 } as const;
/** How often a face must be seen, a little moved or resized, to be one. Source: OpenCV takes more than three. */
const LEAST_SEEN = 4;
/** Edges of two windows on the same face differ by at most this share of its size. Source: OpenCV. */
const APART = 0.2;

interface Square {
  readonly left: number;
  readonly top: number;
  readonly size: number;
}

/** How many faces look at the camera, told by a cascade of local binary patterns; profiles and backs are not seen. */
export function countFaces(luma: Plane): number {
  const first = shrunkTo(WIDTH, luma);
  const seen: Square[] = [];
  for (let scale = 1; first.width / scale >= frontalFaces.size; scale *= LARGER) {
    const plane =
      scale === 1 ? first : shrunkTo(Math.round(first.width / scale), scale < 2 ? luma : first);
    if (plane.height < frontalFaces.size) break;
    const found = windowsIn(plane, frontalFaces, scale > 2 ? STEPS.fine : STEPS.coarse);
    const by = first.width / plane.width;
    seen.push(
      ...found.map(({ left, top, size }) => ({ left: left * by, top: top * by, size: size * by })),
    );
  }
  return facesOf(seen);
}

/** All windows of a plane that the cascade takes for a face. */
function windowsIn(plane: Plane, cascade: Cascade, step: number): Square[] {
  const { size, features } = cascade;
  const width = plane.width + 1;
  const sums = summed(plane);
  const corners = cornersOf(features, width);
  const found: Square[] = [];
  for (let top = 0; top + size <= plane.height; top += step) {
    for (let left = 0; left + size <= plane.width; left += step) {
      if (isFace(cascade, sums, corners, top * width + left)) found.push({ left, top, size });
    }
  }
  return found;
}

/** Whether every stage takes a window for a face; nearly all are left in the first few. */
function isFace(
  { ends, thresholds, asked, patterns, answers }: Cascade,
  sums: Uint32Array,
  corners: Int32Array,
  at: number,
): boolean {
  let tree = 0;
  for (let stage = 0; stage < ends.length; stage += 1) {
    const end = ends[stage] ?? 0;
    let sum = 0;
    for (; tree < end; tree += 1) {
      const pattern = patternAt(sums, corners, (asked[tree] ?? 0) * CORNERS, at);
      const word = patterns[tree * PATTERN_WORDS + (pattern >> 5)] ?? 0;
      const isSet = (word >> (pattern & 31)) & 1;
      sum += answers[2 * tree + 1 - isSet] ?? 0;
    }
    if (sum < (thresholds[stage] ?? 0)) return false;
  }
  return true;
}

/** Sums of all points above and left of each place, a row and a column of zeros before them. */
function summed({ width, height, values }: Plane): Uint32Array {
  const across = width + 1;
  const sums = new Uint32Array(across * (height + 1));
  for (let row = 0; row < height; row += 1) {
    let line = 0;
    for (let column = 0; column < width; column += 1) {
      line += values[row * width + column] ?? 0;
      sums[(row + 1) * across + column + 1] = (sums[row * across + column + 1] ?? 0) + line;
    }
  }
  return sums;
}

/** Three by three cells have four by four corners. */
const CORNERS = 16;

/** Where the corners of each feature lie in the sums, from the window's place. */
function cornersOf(features: Int32Array, across: number): Int32Array {
  return Int32Array.from({ length: (features.length / 4) * CORNERS }, (_, place) => {
    const feature = 4 * Math.floor(place / CORNERS);
    const [x = 0, y = 0, width = 0, height = 0] = features.subarray(feature, feature + 4);
    const [column, row] = [place % 4, Math.floor((place % CORNERS) / 4)];
    return (y + row * height) * across + x + column * width;
  });
}

/** Which of the eight cells around the middle one are at least as light, from the top left on clockwise. */
function patternAt(sums: Uint32Array, corners: Int32Array, from: number, at: number): number {
  // Each corner is read once: this runs some ten million times a picture.
  const a0 = sums[at + (corners[from] ?? 0)] ?? 0;
  const a1 = sums[at + (corners[from + 1] ?? 0)] ?? 0;
  const a2 = sums[at + (corners[from + 2] ?? 0)] ?? 0;
  const a3 = sums[at + (corners[from + 3] ?? 0)] ?? 0;
  const b0 = sums[at + (corners[from + 4] ?? 0)] ?? 0;
  const b1 = sums[at + (corners[from + 5] ?? 0)] ?? 0;
  const b2 = sums[at + (corners[from + 6] ?? 0)] ?? 0;
  const b3 = sums[at + (corners[from + 7] ?? 0)] ?? 0;
  const c0 = sums[at + (corners[from + 8] ?? 0)] ?? 0;
  const c1 = sums[at + (corners[from + 9] ?? 0)] ?? 0;
  const c2 = sums[at + (corners[from + 10] ?? 0)] ?? 0;
  const c3 = sums[at + (corners[from + 11] ?? 0)] ?? 0;
  const d0 = sums[at + (corners[from + 12] ?? 0)] ?? 0;
  const d1 = sums[at + (corners[from + 13] ?? 0)] ?? 0;
  const d2 = sums[at + (corners[from + 14] ?? 0)] ?? 0;
  const d3 = sums[at + (corners[from + 15] ?? 0)] ?? 0;
  const middle = b1 - b2 - c1 + c2;
  return (
    (a0 - a1 - b0 + b1 >= middle ? 128 : 0) |
    (a1 - a2 - b1 + b2 >= middle ? 64 : 0) |
    (a2 - a3 - b2 + b3 >= middle ? 32 : 0) |
    (b2 - b3 - c2 + c3 >= middle ? 16 : 0) |
    (c2 - c3 - d2 + d3 >= middle ? 8 : 0) |
    (c1 - c2 - d1 + d2 >= middle ? 4 : 0) |
    (c0 - c1 - d0 + d1 >= middle ? 2 : 0) |
    (b0 - b1 - c0 + c1 >= middle ? 1 : 0)
  );
}

/** How many faces windows are of: those on the same one are put together, and few are none. */
function facesOf(windows: readonly Square[]): number {
  const groups: Square[][] = [];
  for (const window of windows) {
    const near = groups.filter((group) => group.some((other) => areOne(window, other)));
    const joint = [window, ...near.flat()];
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push(joint);
  }
  const faces = groups.filter(({ length }) => length >= LEAST_SEEN).map(meanOf);
  // Eyes and mouth may look like a face within the face.
  return faces.filter((face) => !faces.some((other) => other !== face && holds(other, face)))
    .length;
}

function areOne(a: Square, b: Square): boolean {
  const most = APART * Math.min(a.size, b.size);
  return (
    Math.abs(a.left - b.left) <= most &&
    Math.abs(a.top - b.top) <= most &&
    Math.abs(a.left + a.size - b.left - b.size) <= most &&
    Math.abs(a.top + a.size - b.top - b.size) <= most
  );
}

function meanOf(windows: readonly Square[]): Square {
  const mean = (of: (window: Square) => number): number =>
    windows.reduce((sum, window) => sum + of(window), 0) / windows.length;
  return { left: mean((w) => w.left), top: mean((w) => w.top), size: mean((w) => w.size) };
}

function holds(outer: Square, inner: Square): boolean {
  const [x, y] = [inner.left + inner.size / 2, inner.top + inner.size / 2];
  return (
    outer.size > inner.size &&
    x > outer.left &&
    x < outer.left + outer.size &&
    y > outer.top &&
    y < outer.top + outer.size
  );
}
