/** A mean length of watching as it was reported, in seconds, with how far rounding may have moved it. */
export interface MeanDuration {
  readonly value: number;
  readonly tolerance: number;
}

/** The people and visits that a mean may be over. */
export interface Watching {
  readonly views?: number | undefined;
  readonly viewers?: number | undefined;
}

/** A product that rounding leaves open by more than this would be near a whole number by chance. */
const TELLING = 0.1;
/** A little for the arithmetic of doubles. */
const SLACK = 1e-6;

/**
 * What a mean length of watching is over: all that was watched is a whole number of seconds, so that the
 * mean times its own count is one (23.139973 s × 743 views = 17,193 s, and no whole number over the 608
 * viewers; a captured LIVE). `total` are the seconds that another mean of the same answer gives; they
 * tell means that were rounded to seconds. Undefined where neither or both fit.
 */
export function watchedOver(
  mean: MeanDuration,
  { views, viewers }: Watching,
  total?: number,
): keyof Watching | undefined {
  const fits = (count: number | undefined): boolean => {
    if (count === undefined || count <= 0) return false;
    if (total !== undefined) return Math.abs(total / count - mean.value) <= mean.tolerance + SLACK;
    const room = count * mean.tolerance;
    const whole = mean.value * count;
    return room <= TELLING && Math.abs(whole - Math.round(whole)) <= room + SLACK;
  };
  const [byViews, byViewers] = [fits(views), fits(viewers)];
  if (byViews === byViewers) return undefined;
  return byViews ? 'views' : 'viewers';
}
