const above = [
  0.035262496599891, 0.7003830644436881, 6.37396220353165, 33.912866078383, 112.079291497871,
  221.213596169931, 220.206867912376,
];
const below = [
  0.0883883476483184, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674,
  637.333633378831, 793.826512519948, 440.413735824752,
];
const tail = [0.65, 4, 3, 2, 1];

function horner(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (const coefficient of coefficients) sum = sum * x + coefficient;
  return sum;
}

/**
 * Φ(x), the share of a standard normal distribution below `x`, to 14 decimals.
 * Hart's rational approximation with a continued fraction in the tail, after G. West, "Better
 * approximations to cumulative normal functions" (Wilmott, 2005).
 */
export function normalCdf(x: number): number {
  const size = Math.abs(x);
  const upper = size > 37 ? 0 : Math.exp((-size * size) / 2) * millsRatio(size);
  return x > 0 ? 1 - upper : upper;
}

/** Upper tail ÷ exp(−x²/2) for x ≥ 0. */
function millsRatio(x: number): number {
  if (x < 7.07106781186547) return horner(above, x) / horner(below, x);
  const [innermost = 0, ...outer] = tail;
  const fraction = outer.reduce((sum, step) => x + step / sum, x + innermost);
  return 1 / (fraction * 2.506628274631);
}

/** By share: reports ask for the same few again and again. */
const quantiles = new Map<number, number>();

/**
 * The x with Φ(x) = `share`; ±Infinity at 0 and 1, NaN outside. Found once for a share, so that exactness is worth
 * more than speed.
 */
export function normalQuantile(share: number): number {
  if (Number.isNaN(share) || share < 0 || share > 1) return Number.NaN;
  if (share === 0) return Number.NEGATIVE_INFINITY;
  if (share === 1) return Number.POSITIVE_INFINITY;
  const quantile = quantiles.get(share) ?? bisected(share);
  quantiles.set(share, quantile);
  return quantile;
}

/** Bisection on {@link normalCdf}. */
function bisected(share: number): number {
  let low = -38;
  let high = 38;
  while (high - low > 1e-13) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
