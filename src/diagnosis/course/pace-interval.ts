import type { Estimate } from '../estimate.ts';
import { Z90 } from '../statistics/constants.ts';

/**
 * Events per `exposure` with a 90 % interval, where events come `noise` times as unevenly as by plain
 * counting: a gamma with shape k ÷ noise + ½ (Jeffreys), its quantiles by Wilson and Hilferty's cube.
 */
export function paceEstimate(k: number, exposure: number, noise: number): Estimate {
  const shape = k / noise + 0.5;
  const scale = noise / exposure;
  return {
    value: k / exposure,
    low: k <= 0 ? 0 : Math.min(k / exposure, gammaQuantile(shape, -Z90) * scale),
    high: Math.max(k / exposure, gammaQuantile(shape, Z90) * scale),
  };
}

function gammaQuantile(shape: number, z: number): number {
  return shape * Math.max(0, 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3;
}

/** A figure with its 90 % interval from a standard error. */
export function around(value: number, error: number): Estimate {
  return { value, low: value - Z90 * error, high: value + Z90 * error };
}
