import { coloursOf, type DecodedPicture } from './decoded.ts';
import { type Plane, type PlanePart, pointsIn } from './plane.ts';

/** A point is burnt out where red, green and blue all reach this. */
const BURNT_OUT = 250;
/** Tones that show a cast: neither so dark that noise tints them nor so light that a channel is full. Chosen by us. */
const MID_TONES = { from: 60, to: 200 } as const;
/** A picture darker than this tells nothing of its colours. Source: dark pictures of the trials, 24 to 34, read as casts. */
const TOO_DARK = 50;
/** And so does one with fewer mid tones than this share. Chosen by us. */
const LEAST_MID_TONES = 0.02;

/** Share of the points of a part in which red, green and blue are all at 250 or above, of 255. */
export function highlightsOf(picture: DecodedPicture, luma: Plane, part: PlanePart): number {
  const colourAt = coloursOf(picture);
  let burnt = 0;
  for (let row = part.top; row < part.bottom; row += 1) {
    for (let column = part.left; column < part.right; column += 1) {
      const value = luma.values[row * luma.width + column] ?? 0;
      // Luma lies between the three: where it is lower, one of them is.
      if (value < BURNT_OUT - 1) continue;
      const { red, green, blue } = colourAt(column >> 1, row >> 1);
      if (value + Math.min(red, green, blue) >= BURNT_OUT - 0.5) burnt += 1;
    }
  }
  return burnt / pointsIn(part);
}

/**
 * The cast of a part's mid tones as log2 of blue over green: below 0 yellowish, above 0 bluish. Null in a
 * dark picture and in one without mid tones.
 *
 * @param light mean luma of the part
 */
export function castOf(
  picture: DecodedPicture,
  { width, values }: Plane,
  part: PlanePart,
  light: number,
): number | null {
  if (light < TOO_DARK) return null;
  const colourAt = coloursOf(picture);
  const [firstRow, lastRow] = [Math.ceil(part.top / 2), Math.floor(part.bottom / 2)];
  const [firstColumn, lastColumn] = [Math.ceil(part.left / 2), Math.floor(part.right / 2)];
  let greens = 0;
  let blues = 0;
  let points = 0;
  for (let row = firstRow; row < lastRow; row += 1) {
    for (let column = firstColumn; column < lastColumn; column += 1) {
      const place = 2 * row * width + 2 * column;
      const value =
        ((values[place] ?? 0) +
          (values[place + 1] ?? 0) +
          (values[place + width] ?? 0) +
          (values[place + width + 1] ?? 0)) /
        4;
      if (value < MID_TONES.from || value > MID_TONES.to) continue;
      const { green, blue } = colourAt(column, row);
      greens += Math.max(0, Math.min(255, value + green));
      blues += Math.max(0, Math.min(255, value + blue));
      points += 1;
    }
  }
  const isEnough = points > 0 && points * 4 >= LEAST_MID_TONES * pointsIn(part);
  // One step each keeps a picture without any blue or green from an infinite cast.
  return isEnough ? Math.log2((blues + points) / (greens + points)) : null;
}
