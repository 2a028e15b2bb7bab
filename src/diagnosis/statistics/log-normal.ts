import { normalCdf, normalQuantile } from './normal.ts';

/** A quantile of a distribution: `share` of it lies below `value`. */
export interface Anchor {
  readonly value: number;
  readonly share: number;
}

/**
 * Share of a log-normal distribution below `x`, where the distribution is fixed by its median and
 * one more quantile: σ = ln(anchor ÷ median) ÷ z(share), percentile = Φ(ln(x ÷ median) ÷ σ).
 * Undefined where the inputs are not positive or give no spread. The twin of Lighthouse's score,
 * which fixes a log-normal by its median and p10.
 */
export function logNormalPercentile(x: number, median: number, anchor: Anchor): number | undefined {
  if (!(x > 0 && median > 0 && anchor.value > 0)) return undefined;
  const spread = Math.log(anchor.value / median) / normalQuantile(anchor.share);
  if (!(spread > 0 && Number.isFinite(spread))) return undefined;
  return normalCdf(Math.log(x / median) / spread);
}
