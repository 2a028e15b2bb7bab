import type { Plane } from './plane.ts';

/** Points across, to which pictures are made small before they are compared. */
const SMALL_WIDTH = 96;
/** A point has changed where its luma differs by more than this, of 255: more than what encoding does to it. */
const CHANGED = 12;

/** A plane at a width, its height in proportion, each point the mean of those it stands for; never enlarged. */
function shrunkTo(width: number, plane: Plane): Plane {
  if (plane.width <= width) return plane;
  const height = Math.max(1, Math.round((plane.height * width) / plane.width));
  const values = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    const top = Math.floor((row * plane.height) / height);
    const bottom = Math.max(top + 1, Math.floor(((row + 1) * plane.height) / height));
    for (let column = 0; column < width; column += 1) {
      const left = Math.floor((column * plane.width) / width);
      const right = Math.max(left + 1, Math.floor(((column + 1) * plane.width) / width));
      let sum = 0;
      for (let y = top; y < bottom; y += 1) {
        for (let x = left; x < right; x += 1) sum += plane.values[y * plane.width + x] ?? 0;
      }
      values[row * width + column] = Math.round(sum / ((bottom - top) * (right - left)));
    }
  }
  return { width, height, values };
}

/** The small picture that the next one is compared with. */
export const smallOf = (luma: Plane): Plane => shrunkTo(SMALL_WIDTH, luma);

/**
 * Share of the points that differ between two small pictures, 0 to 1. Null without one before, and where
 * it has another shape: then nothing says which point is which.
 */
export function movedSince(before: Plane | null, now: Plane): number | null {
  if (before === null || before.width !== now.width || before.height !== now.height) return null;
  let changed = 0;
  for (let place = 0; place < now.values.length; place += 1) {
    const apart = (now.values[place] ?? 0) - (before.values[place] ?? 0);
    if (Math.abs(apart) > CHANGED) changed += 1;
  }
  return changed / now.values.length;
}
