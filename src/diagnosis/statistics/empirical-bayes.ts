import type { Trials } from './interval.ts';

/** A Beta(α, β) prior of a rate; α + β is its weight in tries. */
export interface BetaPrior {
  readonly alpha: number;
  readonly beta: number;
}

/** Below this many LIVEs the spread between them can't be told from chance. */
const MIN_LIVES_FOR_PRIOR = 5;

/** Weight, in tries, of a prior that rests on a benchmark alone. */
const WEAK_WEIGHT = 200;

/** Keeps the between-LIVE variance positive where the LIVEs differ less than chance alone would make them. */
const MIN_VARIANCE = 1e-9;

/**
 * The Beta prior of a rate from earlier LIVEs, by the method of moments: m = Σk ÷ Σn,
 * s² = [Σ n(p−m)² − m(1−m)(J−1)] ÷ [N − Σn²÷N], M = m(1−m)÷s² − 1, α = m·M, β = (1−m)·M.
 * Undefined with fewer than five usable LIVEs, or where every try or none succeeded.
 */
export function betaPrior(lives: readonly Trials[]): BetaPrior | undefined {
  const usable = lives.filter(({ k, n }) => n > 0 && k >= 0 && k <= n);
  if (usable.length < MIN_LIVES_FOR_PRIOR) return undefined;
  const tries = sum(usable.map(({ n }) => n));
  const mean = sum(usable.map(({ k }) => k)) / tries;
  if (!(mean > 0 && mean < 1)) return undefined;
  const spread = sum(usable.map(({ k, n }) => n * (k / n - mean) ** 2));
  const chance = mean * (1 - mean) * (usable.length - 1);
  const room = tries - sum(usable.map(({ n }) => n * n)) / tries;
  const variance = Math.max(MIN_VARIANCE, (spread - chance) / room);
  const weight = (mean * (1 - mean)) / variance - 1;
  return weight > 0 ? { alpha: mean * weight, beta: (1 - mean) * weight } : undefined;
}

/** A weak prior centred on a benchmark rate, for accounts with too few LIVEs; undefined unless 0 < rate < 1. */
export function weakPrior(rate: number): BetaPrior | undefined {
  if (!(rate > 0 && rate < 1)) return undefined;
  return { alpha: rate * WEAK_WEIGHT, beta: (1 - rate) * WEAK_WEIGHT };
}

/** The rate of `k` in `n` pulled towards the prior by the prior's weight: (k+α) ÷ (n+α+β). */
export function shrunkRate({ k, n }: Trials, { alpha, beta }: BetaPrior): number {
  return (k + alpha) / (n + alpha + beta);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
