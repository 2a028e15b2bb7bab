import { Z_POWER, Z90 } from './constants.ts';

/**
 * Tries needed to tell `rate` from a `benchmark` rate taken as exact (one-sided 5 %, 80 % power):
 * n = ((zα√(p₀q₀) + zβ√(p₁q₁)) ÷ (p₀ − p₁))². Undefined where the two are equal or not within 0 and 1.
 */
export function triesToTell(rate: number, benchmark: number): number | undefined {
  if (!inside(rate) || !inside(benchmark) || rate === benchmark) return undefined;
  const noise = Z90 * deviation(benchmark) + Z_POWER * deviation(rate);
  return finite((noise / (benchmark - rate)) ** 2);
}

/**
 * Observations needed to tell a mean from a benchmark mean on the log scale, where one observation
 * varies by `variation` (standard deviation ÷ mean): n = ((zα + zβ) · variation ÷ ln(benchmark ÷ mean))².
 */
export function observationsToTell(
  mean: number,
  benchmark: number,
  variation: number,
): number | undefined {
  if (!(mean > 0 && benchmark > 0 && variation > 0) || mean === benchmark) return undefined;
  return finite((((Z90 + Z_POWER) * variation) / Math.log(benchmark / mean)) ** 2);
}

function inside(rate: number): boolean {
  return rate >= 0 && rate <= 1;
}

function deviation(rate: number): number {
  return Math.sqrt(rate * (1 - rate));
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
