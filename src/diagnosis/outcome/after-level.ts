import { guessOf, siteOf, type Tally } from '../uncertainty/tally.ts';
import type { Reading } from './reading.ts';

/** Points of the grid of levels, and how many standard deviations it reaches. */
const POINTS = 61;
const REACH = 5.5;

/** How near the middle of a LIVE's own level has to be found, on the log scale. */
const EXACT = 1e-6;
const ROUNDS = 60;
/** Without a single event a LIVE's own level lies below the level behind it by less than this. */
const LOWEST = 60;

/** A density on an even grid of levels (ln); weights add up to 1. */
export interface Grid {
  readonly at: Float64Array;
  readonly weights: Float64Array;
}

/**
 * What LIVEs after a change say of the level behind them (ln), where each LIVE's own level lies
 * around it by `square` (variance from LIVE to LIVE): the likelihood of all counts together, each
 * LIVE's own level integrated out (Laplace), times Jeffreys' prior √information, which keeps LIVEs
 * without a single event finite and is unbiased in others.
 */
export function afterLevel(readings: readonly Reading[], square: number): Grid {
  const [low, step] = gridOf(readings, square);
  const at = new Float64Array(POINTS);
  const logs = new Float64Array(POINTS);
  let highest = Number.NEGATIVE_INFINITY;
  for (let point = 0; point < POINTS; point++) {
    const level = low + point * step;
    let log = 0;
    let information = 0;
    for (const { tally, dispersion } of readings) {
      log += logMarginal(tally, dispersion, level, square);
      information += 1 / (square + siteOf(tally, level, dispersion).variance);
    }
    log += Math.log(information) / 2;
    at[point] = level;
    logs[point] = log;
    if (log > highest) highest = log;
  }
  const weights = logs.map((log) => Math.exp(log - highest));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return { at, weights: weights.map((weight) => weight / whole) };
}

/** Where the grid begins and how far its points lie apart. */
function gridOf(readings: readonly Reading[], square: number): readonly [number, number] {
  let weights = 0;
  let sum = 0;
  for (const { tally, dispersion } of readings) {
    const guess = guessOf(tally);
    const weight = 1 / (square + siteOf(tally, guess, dispersion).variance);
    weights += weight;
    sum += weight * guess;
  }
  const middle = sum / weights;
  const half = REACH / Math.sqrt(weights);
  // LIVEs that guess far apart may hold the level anywhere between them.
  const guesses = readings.map(({ tally }) => guessOf(tally));
  const low = Math.min(middle - half, ...guesses);
  const high = Math.max(middle + half, ...guesses);
  return [low, (high - low) / (POINTS - 1)];
}

/** The log-likelihood of a LIVE's counts given the level behind it, up to a constant. */
function logMarginal(tally: Tally, dispersion: number, level: number, square: number): number {
  if (tally.form === 'mean') {
    const { value, variance } = siteOf(tally, level, dispersion);
    return -((value - level) ** 2) / (2 * (square + variance));
  }
  const own = ownMode(tally, dispersion, level, square);
  const { log, curve } = likelihoodAt(tally, dispersion, own);
  return log - (own - level) ** 2 / (2 * square) - Math.log1p(square * curve) / 2;
}

interface Slope {
  readonly log: number;
  readonly slope: number;
  /** The second derivative with its sign turned. */
  readonly curve: number;
}

/** The log-likelihood of counts at a LIVE's own level; over-dispersed counts weigh less. */
function likelihoodAt(tally: Tally, dispersion: number, at: number): Slope {
  if (tally.form === 'mean') return { log: 0, slope: 0, curve: 0 };
  const { k, n, form } = tally;
  const rate = Math.exp(at);
  if (form === 'pace') {
    const curve = (n * rate) / dispersion;
    return { log: (k * at) / dispersion - curve, slope: k / dispersion - curve, curve };
  }
  const miss = -Math.expm1(at);
  return {
    log: (k * at + (n - k) * Math.log(miss)) / dispersion,
    slope: (k - ((n - k) * rate) / miss) / dispersion,
    curve: ((n - k) * rate) / miss ** 2 / dispersion,
  };
}

/** The likeliest own level of a LIVE: between what was counted and the level behind it. Newton, kept within its bracket. */
function ownMode(tally: Tally, dispersion: number, level: number, square: number): number {
  if (tally.form === 'mean') return level;
  const counted = Math.log(tally.k / tally.n);
  const most = tally.form === 'share' ? -1e-9 : Number.POSITIVE_INFINITY;
  let high = Math.min(Math.max(level, counted), most);
  let low = tally.k > 0 ? Math.min(level, counted, high) : high - LOWEST;
  let at = (low + high) / 2;
  for (let round = 0; round < ROUNDS && high - low > EXACT; round++) {
    const { slope, curve } = likelihoodAt(tally, dispersion, at);
    const rise = slope - (at - level) / square;
    if (rise > 0) low = at;
    else high = at;
    const next = at + rise / (curve + 1 / square);
    const moved = Math.abs(next - at);
    at = next > low && next < high ? next : (low + high) / 2;
    if (moved < EXACT) break;
  }
  return at;
}
