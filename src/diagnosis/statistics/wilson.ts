import type { Interval, Trials } from './trials.ts';

/** z of a two-sided 95 % interval, rounded as the published tables do. */
export const Z95 = 1.96;

/**
 * Wilson's score interval of a rate: (p̂ + z²/2n ± z·√(p̂(1−p̂)/n + z²/4n²)) ÷ (1 + z²/n).
 * Undefined unless 0 ≤ k ≤ n and n > 0.
 */
export function wilson({ k, n }: Trials, z = Z95): Interval | undefined {
  if (!(n > 0 && k >= 0 && k <= n)) return undefined;
  const p = k / n;
  const square = (z * z) / n;
  const centre = p + square / 2;
  const half = z * Math.sqrt((p * (1 - p)) / n + square / (4 * n));
  return {
    low: k === 0 ? 0 : (centre - half) / (1 + square),
    high: k === n ? 1 : (centre + half) / (1 + square),
  };
}
