import type { Random } from './random.ts';

/** A standard normal number (Box-Muller, one of the pair). */
export function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}

/** A log-normal number with median 1; `sdlog` is the standard deviation of its logarithm. */
export function logNormal(random: Random, sdlog: number): number {
  return Math.exp(sdlog * normal(random));
}

/** A Poisson count; exact for small means, by the normal approximation above 60. */
export function poisson(random: Random, mean: number): number {
  if (!(mean > 0)) return 0;
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count++;
  return count;
}

/** How many of `trials` succeed; exact by waiting times for small means, else by the normal approximation. */
export function binomial(random: Random, trials: number, chance: number): number {
  if (trials <= 0 || !(chance > 0)) return 0;
  if (chance >= 1) return trials;
  if (chance > 0.5) return trials - binomial(random, trials, 1 - chance);
  const mean = trials * chance;
  if (mean > 60) {
    const spread = Math.sqrt(mean * (1 - chance));
    return Math.min(trials, Math.max(0, Math.round(mean + spread * normal(random))));
  }
  const step = Math.log1p(-chance);
  let count = 0;
  let at = Math.floor(Math.log(1 - random()) / step);
  while (at < trials) {
    count++;
    at += 1 + Math.floor(Math.log(1 - random()) / step);
  }
  return count;
}

/** Spreads `total` over parts by their weights, each unit by chance; the parts add up to the total. */
export function multinomial(random: Random, total: number, weights: readonly number[]): number[] {
  const counts: number[] = [];
  let left = total;
  let weight = addedUp(weights);
  for (const one of weights) {
    const isLast = counts.length === weights.length - 1;
    const count = isLast ? left : binomial(random, left, one / weight);
    counts.push(count);
    left -= count;
    weight -= one;
  }
  return counts;
}

/** The index of one weight, drawn in proportion. */
export function pick(random: Random, weights: readonly number[]): number {
  let at = random() * addedUp(weights);
  let place = 0;
  for (const one of weights) {
    at -= one;
    if (at < 0) return place;
    place++;
  }
  return weights.length - 1;
}

/** All of them together, from the first to the last. */
export function addedUp(numbers: readonly number[]): number {
  let sum = 0;
  for (const one of numbers) sum += one;
  return sum;
}

/** Some of `items` without repetition, drawn by weight. */
export function sample<T>(
  random: Random,
  items: readonly T[],
  size: number,
  weightOf: (item: T) => number,
): T[] {
  return items
    .map((item) => ({ item, key: Math.log(1 - random()) / weightOf(item) }))
    .sort((a, b) => b.key - a.key)
    .slice(0, size)
    .map(({ item }) => item);
}
