import { type Plane, type PlanePart, pointsIn } from './plane.ts';

/** How luma, 0 to 255, is spread over a part of a picture. */
export interface LightSpread {
  readonly mean: number;
  /** Of the squared distances from the mean. */
  readonly variance: number;
  /** Between the lightest 5 % of the points and the darkest 5 %. */
  readonly contrast: number;
}

const DARKEST = 0.05;
const LIGHTEST = 0.95;

/** How luma is spread over a part, which holds at least one point. */
export function lightSpreadOf({ width, values }: Plane, part: PlanePart): LightSpread {
  const counts = new Uint32Array(256);
  for (let row = part.top; row < part.bottom; row += 1) {
    for (let column = part.left; column < part.right; column += 1) {
      const value = values[row * width + column] ?? 0;
      counts[value] = (counts[value] ?? 0) + 1;
    }
  }
  const points = pointsIn(part);
  const mean = counts.reduce((sum, count, value) => sum + count * value, 0) / points;
  const variance =
    counts.reduce((sum, count, value) => sum + count * (value - mean) ** 2, 0) / points;
  return { mean, variance, contrast: at(counts, points, LIGHTEST) - at(counts, points, DARKEST) };
}

/** The value that a share of all points does not exceed. */
function at(counts: Uint32Array, points: number, share: number): number {
  let seen = 0;
  return counts.findIndex((count) => {
    seen += count;
    return seen >= points * share;
  });
}
