import { assumptions } from './assumptions.ts';
import type { SimulatedCounts } from './counts.ts';
import {
  addMatrices,
  apply,
  diagonal,
  inverse,
  type Matrix,
  minus,
  multiply,
  plus,
} from './matrix.ts';
import type { ObservedRoom } from './room.ts';
import { roomCovariance } from './shop.ts';
import { firstGuess, sitesOf } from './sites.ts';
import { listOf } from './steps.ts';

/** A normal distribution of the ln of the five steps. */
export interface Normal {
  readonly mean: readonly number[];
  readonly covariance: Matrix;
}

/** Fisher scoring settles within these; more change nothing in the printed digits. */
const ROUNDS = 3;

/**
 * What the earlier LIVEs say of the shop's persistent level, under the true priors: a normal prior
 * around the category's medians, each LIVE off by the true room-to-room covariance, its counts by
 * Laplace's approximation around each LIVE's own posterior mean.
 */
export function shopPosterior({
  profile,
  history,
}: Pick<ObservedRoom, 'profile' | 'history'>): Normal {
  const priorMean = listOf(profile.median).map(Math.log);
  const priorCovariance = diagonal(
    listOf(assumptions.shopSpread.value).map((spread) => spread ** 2),
  );
  const precision = inverse(priorCovariance);
  let guesses = history.map((counts) => firstGuess(counts, priorMean));
  let level: Normal = { mean: priorMean, covariance: priorCovariance };
  for (let round = 0; round < ROUNDS; round++) {
    const lives = history.map((counts, place) => weigh(counts, guesses[place] ?? priorMean));
    const total = lives.reduce((sum, { weight }) => addMatrices(sum, weight), precision);
    const pulled = lives.reduce(
      (sum, { weight, value }) => plus(sum, apply(weight, value)),
      apply(precision, priorMean),
    );
    const covariance = inverse(total);
    const mean = apply(covariance, pulled);
    level = { mean, covariance };
    guesses = lives.map(({ weight, value }) =>
      plus(mean, apply(multiply(roomCovariance, weight), minus(value, mean))),
    );
  }
  return level;
}

/** One LIVE's word on the level: its sites, and the inverse of (room covariance + counting noise). */
function weigh(
  counts: SimulatedCounts,
  guess: readonly number[],
): { readonly value: readonly number[]; readonly weight: Matrix } {
  const { value, variance } = sitesOf(counts, guess);
  return { value, weight: inverse(addMatrices(roomCovariance, diagonal(variance))) };
}
