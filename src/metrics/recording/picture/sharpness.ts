import { type Plane, type PlanePart, pointsIn } from './plane.ts';

/** Points at the edge of a part that are left out: where a bar ends is no detail of the picture. */
const EDGE = 2;
/** Keeps the noise of an even picture from being taken for detail. Chosen by us on made recordings. */
const EVEN = 25;

/**
 * How much fine detail a part of a picture has: the variance of its Laplacian at full size, over the
 * variance of its luma, so that little contrast isn't taken for softness. 0 where the part is too small.
 *
 * @param variance of the part's luma
 */
export function sharpnessOf({ width, values }: Plane, part: PlanePart, variance: number): number {
  const { left, top, right, bottom } = {
    left: part.left + EDGE,
    top: part.top + EDGE,
    right: part.right - EDGE,
    bottom: part.bottom - EDGE,
  };
  const points = pointsIn({ left, top, right, bottom });
  if (points === 0) return 0;
  let sum = 0;
  let squares = 0;
  for (let row = top; row < bottom; row += 1) {
    for (let place = row * width + left; place < row * width + right; place += 1) {
      const laplacian =
        4 * (values[place] ?? 0) -
        (values[place - 1] ?? 0) -
        (values[place + 1] ?? 0) -
        (values[place - width] ?? 0) -
        (values[place + width] ?? 0);
      sum += laplacian;
      squares += laplacian * laplacian;
    }
  }
  return Math.max(0, squares / points - (sum / points) ** 2) / (variance + EVEN);
}
