/** One value a point, row by row from the top left, without gaps between the rows. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly values: Uint8Array;
}

/** A part of a plane in points: from `left` and `top` on, up to but without `right` and `bottom`. */
export interface PlanePart {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const wholePlane = ({ width, height }: Plane): PlanePart => ({
  left: 0,
  top: 0,
  right: width,
  bottom: height,
});

/** How many points a part holds. */
export const pointsIn = ({ left, top, right, bottom }: PlanePart): number =>
  Math.max(0, right - left) * Math.max(0, bottom - top);
