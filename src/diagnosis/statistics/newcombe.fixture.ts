import type { Interval, Trials } from './trials.ts';
import { wilson, Z95 } from './wilson.ts';

/** The difference of two rates with its interval. */
export interface RateDifference extends Interval {
  readonly difference: number;
}

/**
 * Newcombe's hybrid interval of first − second rate: the distances of both rates to their Wilson
 * limits, added in squares. Undefined where a rate has no Wilson interval.
 */
export function newcombe(first: Trials, second: Trials, z = Z95): RateDifference | undefined {
  const one = wilson(first, z);
  const two = wilson(second, z);
  if (one === undefined || two === undefined) return undefined;
  const p = first.k / first.n;
  const q = second.k / second.n;
  return {
    difference: p - q,
    low: p - q - Math.hypot(p - one.low, two.high - q),
    high: p - q + Math.hypot(one.high - p, q - two.low),
  };
}
