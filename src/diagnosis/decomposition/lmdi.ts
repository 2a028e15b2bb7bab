import { logMean, logRatio } from './log-mean.ts';

/**
 * Splits the gap between two products over their factors without a residual (LMDI-I, additive):
 * Δₖ = L(B, Y) · ln(bₖ ÷ yₖ), with Y and B the products of `yours` and `benchmark` and L the
 * logarithmic mean; Σ Δₖ = B − Y. Positive where yours lags. Source: Ang 2005; Ang, Zhang & Choi 1998.
 *
 * The factors are the steps of a funnel, so a product that is zero puts the whole gap on its first
 * zero step: after it nothing is left to measure. That is the limit of the formula for one zero
 * factor, and for several it keeps the gap from being counted twice.
 *
 * Undefined for a negative factor, for lists of different length, and where a product leaves the
 * range of numbers; see shapley.ts for negative factors.
 */
export function lmdi(
  yours: readonly number[],
  benchmark: readonly number[],
): readonly number[] | undefined {
  const product = productOf(yours);
  const target = productOf(benchmark);
  if (yours.length !== benchmark.length || product === undefined || target === undefined) {
    return undefined;
  }
  if (product === 0 && target === 0) return yours.map(() => 0);
  if (product === 0) return wholeGap(yours, target);
  if (target === 0) return wholeGap(benchmark, -product);
  const mean = logMean(target, product);
  return yours.map((value, place) => mean * logRatio(benchmark[place] ?? value, value));
}

/** The whole gap on the first zero factor, nothing on the others. */
function wholeGap(factors: readonly number[], gap: number): readonly number[] {
  const first = factors.indexOf(0);
  return factors.map((_, place) => (place === first ? gap : 0));
}

/** The product of factors of which none is negative; undefined where it over- or underflows. */
function productOf(factors: readonly number[]): number | undefined {
  if (factors.some((value) => !(value >= 0))) return undefined;
  const product = factors.reduce((total, value) => total * value, 1);
  const lost = product === 0 && !factors.includes(0);
  return Number.isFinite(product) && !lost ? product : undefined;
}
