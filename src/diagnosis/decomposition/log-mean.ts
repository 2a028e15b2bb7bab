/**
 * The logarithmic mean of two positive numbers: (a−b) ÷ (ln a − ln b), and a where a = b.
 * Near a = b the plain quotient loses its digits, so the logarithm is taken of 1 + (a−b)÷b.
 */
export function logMean(a: number, b: number): number {
  if (a === b) return a;
  return (a - b) / logRatio(a, b);
}

/** ln(a ÷ b) of two positive numbers, exact to the last digits also where a ≈ b. */
export function logRatio(a: number, b: number): number {
  const step = (a - b) / b;
  return Math.abs(step) < 0.5 ? Math.log1p(step) : Math.log(a / b);
}
