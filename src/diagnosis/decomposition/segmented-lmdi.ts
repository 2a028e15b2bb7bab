import { lmdi } from './lmdi.ts';

/** One part of a LIVE (a traffic source, a product, a host's block) with its factors on both sides. */
export interface LmdiSegment {
  readonly yours: readonly number[];
  readonly benchmark: readonly number[];
}

/**
 * LMDI over the parts of a whole: Δₖ = Σᵢ L(Bᵢ, Yᵢ) · ln(bᵢₖ ÷ yᵢₖ). It tells a shift of the mix
 * from a change inside the parts, which a split of the totals can't (Simpson's trap). Put the
 * part's volume or share first and its rates after it. Undefined where a part has no LMDI.
 */
export function segmentedLmdi(segments: readonly LmdiSegment[]): readonly number[] | undefined {
  let total: readonly number[] | undefined;
  for (const { yours, benchmark } of segments) {
    const part = lmdi(yours, benchmark);
    if (part === undefined) return undefined;
    if (total !== undefined && total.length !== part.length) return undefined;
    total = part.map((value, place) => value + (total?.[place] ?? 0));
  }
  return total;
}
