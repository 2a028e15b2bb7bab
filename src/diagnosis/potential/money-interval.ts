import type { Estimate } from '../report.ts';
import { Z90 } from '../statistics/constants.ts';
import { DRAWS } from '../uncertainty/posterior.ts';
import type { DrawnStep } from './draws.ts';
import type { Aim } from './targets.ts';

/** GMV per hour, draw by draw. */
export function productOf(drawn: readonly DrawnStep[]): Float64Array {
  const logs = new Float64Array(DRAWS);
  for (const { value } of drawn) {
    for (let draw = 0; draw < DRAWS; draw++) logs[draw] = (logs[draw] ?? 0) + (value[draw] ?? 0);
  }
  for (let draw = 0; draw < DRAWS; draw++) logs[draw] = Math.exp(logs[draw] ?? 0);
  return logs;
}

/** Money per hour, draw by draw, that steps bring together at the targets that are named for them. */
export function moneyGainsOf(
  pulled: readonly { readonly drawn: DrawnStep; readonly aim: Aim | undefined }[],
  money: Float64Array,
): Float64Array {
  const logs = new Float64Array(DRAWS);
  for (const { drawn, aim } of pulled) {
    if (aim === undefined) continue;
    const goal = Math.log(aim.target.value);
    for (let draw = 0; draw < DRAWS; draw++) {
      logs[draw] = (logs[draw] ?? 0) + Math.max(0, goal - (drawn.value[draw] ?? goal));
    }
  }
  for (let draw = 0; draw < DRAWS; draw++) {
    logs[draw] = (money[draw] ?? 0) * Math.expm1(logs[draw] ?? 0);
  }
  return logs;
}

/** The ends of a 90 % interval. */
const LOW = 0.05;
const HIGH = 0.95;
const WITHIN = 0.9;

/**
 * The mean of rising draws with their 90 % interval. Where a gain may be none, the interval
 * starts there and leaves all of the tenth above. Draws that are all the same have no interval.
 */
export function estimateOfRising(draws: Float64Array): Estimate {
  let sum = 0;
  for (const one of draws) sum += one;
  const value = sum / draws.length;
  const low = at(draws, LOW);
  const high = low === 0 ? Math.max(value, at(draws, WITHIN)) : at(draws, HIGH);
  return low === high && low !== 0 ? { value } : { value, low, high };
}

/** The same of draws in any order, which it sorts. */
export function estimateOf(draws: Float64Array): Estimate {
  return estimateOfRising(draws.sort());
}

/** The standard error of a figure's logarithm, read off its 90 % interval; none where it has none. */
export function logErrorOf({ low, high }: Estimate): number {
  return low !== undefined && high !== undefined && low > 0 ? Math.log(high / low) / (2 * Z90) : 0;
}

/** The quantile of sorted draws. */
function at(sorted: Float64Array, share: number): number {
  const place = Math.min(sorted.length - 1, Math.max(0, share * sorted.length - 0.5));
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}
