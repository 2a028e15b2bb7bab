import type { PictureMeasures } from '../measures.ts';
import { barsOf } from './bars.ts';
import { castOf, highlightsOf } from './colour.ts';
import { type DecodedPicture, lumaOf } from './decoded.ts';
import { countFaces } from './faces/count-faces.ts';
import { lightSpreadOf } from './light.ts';
import type { Plane } from './plane.ts';
import { sharpnessOf } from './sharpness.ts';
import { movedSince, smallOf } from './small.ts';

/** What a picture shows by itself: all measures but when it was taken. */
type PictureLook = Omit<PictureMeasures, 'second'>;

/** A picture's measures, and what the next one is compared with. */
export interface MeasuredPicture {
  readonly look: PictureLook;
  /** To be handed to the next picture as `before`. */
  readonly small: Plane;
}

/**
 * Measures a decoded picture: light, contrast and colours of what dark bars leave of it.
 *
 * @param before the small picture of the one that was measured before it, null for the first
 */
export function measurePicture(picture: DecodedPicture, before: Plane | null): MeasuredPicture {
  const luma = lumaOf(picture);
  const { share, inside } = barsOf(luma);
  const { mean, variance, contrast } = lightSpreadOf(luma, inside);
  const small = smallOf(luma);
  const look = {
    light: mean,
    highlights: highlightsOf(picture, luma, inside),
    contrast,
    cast: castOf(picture, luma, inside, mean),
    sharpness: sharpnessOf(luma, inside, variance),
    bars: share,
    moved: movedSince(before, small),
    person: countFaces(luma),
  };
  return { look, small };
}
