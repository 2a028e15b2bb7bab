import { normalCdf, normalQuantile } from '../statistics/normal.ts';
import { afterLevel } from './after-level.ts';
import type { Reading } from './reading.ts';
import type { UsualLevel } from './usual-level.ts';

/** Variances from LIVE to LIVE that are played through, each equally likely. */
const SQUARES = 8;

/** Weights below this share of a grid's whole change no digit that is shown. */
const NOTHING = 1e-7;

/** How near a quantile has to be found, on the log scale. */
const EXACT = 1e-5;
const ROUNDS = 80;

/** How far the level after a change lies from the usual one (ln). */
export interface Shift {
  /** Probability that it lies below `at`. */
  readonly below: (at: number) => number;
  readonly quantile: (share: number) => number;
}

interface Part {
  readonly at: number;
  readonly weight: number;
  readonly sd: number;
}

/**
 * The level behind the LIVEs after a change, less the usual level: what is counted after has to
 * leave the range in which an ordinary next LIVE lies, not only the range of counting noise. The
 * variance from LIVE to LIVE is itself known from few LIVEs, so it is played through (scaled inverse
 * χ², degrees as known), which gives a t distribution's tails.
 *
 * @param places how many LIVEs of the shop after the first each comes; in a row unless said
 */
export function shiftOf(
  usual: UsualLevel,
  after: readonly Reading[],
  places: readonly number[] = inARow(after.length),
): Shift {
  const strayed = strayedIn(places);
  const parts = variancesOf(usual).flatMap((square): Part[] => {
    const { at, weights } = afterLevel(after, square);
    // A point stands for its stretch of the grid.
    const stretch = ((at[1] ?? 0) - (at[0] ?? 0)) ** 2 / 12;
    return usual.parts.flatMap(({ chance, centre, error, drift, weight: lives }) => {
      const extra = (square - usual.spread ** 2) / lives;
      // What counting adds to the centre's error doesn't grow or shrink with the spread.
      const placed = Math.max(error ** 2 + extra, square / lives / 4);
      const sd = Math.sqrt(placed + drift ** 2 * strayed + stretch);
      return [...weights].flatMap((weight, point) =>
        weight * chance > NOTHING
          ? [{ at: (at[point] ?? 0) - centre, weight: weight * chance, sd }]
          : [],
      );
    });
  });
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  const below = (limit: number): number =>
    parts.reduce((sum, { at, weight, sd }) => sum + weight * normalCdf((limit - at) / sd), 0) /
    whole;
  const ends = parts.map(({ at }) => at);
  const widest = Math.max(...parts.map(({ sd }) => sd));
  const low = Math.min(...ends) - 6 * widest;
  const high = Math.max(...ends) + 6 * widest;
  return { below, quantile: (share) => crossing(below, share, low, high) };
}

/** The places of LIVEs that follow one another: how many LIVEs after the first each comes. */
export const inARow = (lives: number): readonly number[] =>
  Array.from({ length: lives }, (_, place) => place);

/**
 * How far the mean of LIVEs strays, as a variance in steps of the level, where it goes on moving from each LIVE
 * of the shop to the next: the mean of a random walk at their places, which begins with the first of them.
 *
 * @param places how many LIVEs after the first each comes, itself 0
 */
export function strayedIn(places: readonly number[]): number {
  const shared = places.reduce(
    (sum, one) => sum + places.reduce((more, other) => more + Math.min(one, other), 0),
    0,
  );
  return shared / places.length ** 2;
}

/** Equally likely variances, by the quantiles of a scaled inverse χ² (Wilson and Hilferty's approximation). */
function variancesOf({ spread, degrees }: UsualLevel): readonly number[] {
  return Array.from({ length: SQUARES }, (_, place) => {
    const z = normalQuantile((place + 0.5) / SQUARES);
    const part = 2 / (9 * degrees);
    return spread ** 2 / (1 - part + z * Math.sqrt(part)) ** 3;
  });
}

/** Where a rising function reaches `share`: regula falsi with its stale end halved (Illinois). */
function crossing(rising: (at: number) => number, share: number, from: number, to: number): number {
  let [low, high] = [from, to];
  let [under, over] = [-share, 1 - share];
  let last = 0;
  for (let round = 0; round < ROUNDS && high - low > EXACT; round++) {
    const at = (low * over - high * under) / (over - under);
    const off = rising(at) - share;
    if (Math.abs(off) < 1e-7) return at;
    const side = Math.sign(off);
    if (side < 0) {
      low = at;
      under = off;
      if (last === side) over /= 2;
    } else {
      high = at;
      over = off;
      if (last === side) under /= 2;
    }
    last = side;
  }
  return (low + high) / 2;
}
