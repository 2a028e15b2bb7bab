/**
 * Splits the gap between two products over their factors by Shapley values:
 * φₖ = (bₖ − yₖ) · Σ_S |S|!(n−|S|−1)!÷n! · Π_{j∈S} bⱼ · Π_{j∉S, j≠k} yⱼ; Σ φₖ = B − Y.
 * Takes zeros and negative factors, so it cross-checks LMDI and stands in for it at negative GMV.
 * Undefined for lists of different length and where a product leaves the range of numbers.
 * Source: de Boer & Rodrigues 2019.
 */
export function shapley(
  yours: readonly number[],
  benchmark: readonly number[],
): readonly number[] | undefined {
  if (yours.length !== benchmark.length) return undefined;
  const weights = weightsOf(yours.length);
  const split = yours.map((value, place) => {
    const others = yours.map((_, other) => other).filter((other) => other !== place);
    const size = 2 ** others.length;
    let mean = 0;
    for (let subset = 0; subset < size; subset += 1) {
      let product = 1;
      let members = 0;
      others.forEach((other, bit) => {
        const chosen = Math.floor(subset / 2 ** bit) % 2 === 1;
        if (chosen) members += 1;
        product *= (chosen ? benchmark[other] : yours[other]) ?? 1;
      });
      mean += (weights[members] ?? 0) * product;
    }
    return ((benchmark[place] ?? value) - value) * mean;
  });
  return split.every(Number.isFinite) ? split : undefined;
}

/** s!(n−s−1)!÷n! for s = 0 … n−1: the chance that exactly a given s of the others came before. */
function weightsOf(n: number): readonly number[] {
  const weights = [1 / n];
  for (let s = 1; s < n; s += 1) weights.push(((weights[s - 1] ?? 0) * s) / (n - s));
  return weights;
}
