/**
 * The quantile at `share` (0 to 1) by linear interpolation between order statistics (type 7 of
 * Hyndman & Fan, the usual default); undefined for an empty list.
 */
export function quantile(values: readonly number[], share: number): number | undefined {
  return quantileOfSorted(
    [...values].sort((a, b) => a - b),
    share,
  );
}

/** The same of values that are in rising order already. */
export function quantileOfSorted(sorted: ArrayLike<number>, share: number): number | undefined {
  return quantileOfRanks(sorted.length, (rank) => sorted[rank], share);
}

/** The same of `count` values, of which `at` tells the one of each rank, from 0 for the smallest. */
export function quantileOfRanks(
  count: number,
  at: (rank: number) => number | undefined,
  share: number,
): number | undefined {
  const place = (count - 1) * Math.min(1, Math.max(0, share));
  const lower = at(Math.floor(place));
  const upper = at(Math.ceil(place));
  if (lower === undefined || upper === undefined) return undefined;
  const part = place - Math.floor(place);
  // Weighted instead of lower + part × (upper − lower), whose difference can overflow.
  return lower === upper ? lower : lower * (1 - part) + upper * part;
}
