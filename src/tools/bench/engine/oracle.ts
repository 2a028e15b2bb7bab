import { normal } from '../../../sources/sample/draws.ts';
import { type Random, randomOf } from '../../../sources/sample/random.ts';
import { assumptions } from './assumptions.ts';
import { clusterVariance, intervalsIn } from './counts.ts';
import { drawFaults, keptOverall } from './faults.ts';
import {
  addMatrices,
  apply,
  cholesky,
  diagonal,
  dot,
  inverse,
  type Matrix,
  minus,
  multiply,
  plus,
  subtract,
} from './matrix.ts';
import type { ObservedRoom } from './room.ts';
import { attainableOf, roomCovariance } from './shop.ts';
import { shopPosterior } from './shop-posterior.ts';
import { firstGuess, sitesOf } from './sites.ts';
import { listOf, type StepName, stepNames, stepsFromList } from './steps.ts';
import { bestFirst, gainsOf, isHealthy, type Truth } from './truth.ts';

/** What someone who knows every prior of the simulator, and sees what a rule sees, would say. */
export interface OracleView {
  /** Steps by the share of the best attainable money they are expected to capture. */
  readonly advice: readonly StepName[];
  /** Expected capture of the first advice ÷ probability that the room is healthy. */
  readonly nerve: number;
}

/** Draws of faults from their prior, shared by all rooms; and draws of the room from its posterior. */
const FAULT_DRAWS = 800;
const ROOM_DRAWS = 300;
const ROUNDS = 3;

/** Intervals of the LIVE that the faults are drawn for; a fault's share of it hardly depends on it. */
const FAULT_INTERVALS = 48;

const faultShifts: readonly (readonly number[])[] = (() => {
  const random = randomOf('oracle', 'faults');
  return Array.from({ length: FAULT_DRAWS }, () =>
    listOf(keptOverall(drawFaults(random), FAULT_INTERVALS)).map(Math.log),
  );
})();
const meanShift = stepNames.map(
  (_, k) => faultShifts.reduce((sum, shift) => sum + (shift[k] ?? 0), 0) / FAULT_DRAWS,
);
const shiftVariance = stepNames.map(
  (_, k) =>
    faultShifts.reduce((sum, shift) => sum + ((shift[k] ?? 0) - (meanShift[k] ?? 0)) ** 2, 0) /
    FAULT_DRAWS,
);

/** Draws of what may be true of a room, with their weights. */
export interface Draw {
  readonly truth: Truth;
  readonly weight: number;
}

/**
 * Draws from the posterior of the room under the simulator's own priors. Faults by importance
 * sampling from their prior, level and rates jointly normal given the faults, and the orders'
 * likelihood, the one that few events make skew, weighted in exactly. The counts by interval are
 * not looked into: they say where a fault sat, which the attainable money doesn't depend on.
 */
export function oraclePosterior(observed: ObservedRoom): readonly Draw[] {
  const random = randomOf(observed.name, 'oracle');
  const shop = shopPosterior(observed);
  const counts = observed.live.total;
  const around = addMatrices(shop.covariance, roomCovariance);
  const centre = plus(shop.mean, meanShift);
  const broad = addMatrices(around, diagonal(shiftVariance));
  let guess = firstGuess(counts, centre);
  let sites = sitesOf(counts, guess);
  for (let round = 0; round < ROUNDS; round++) {
    const gain = multiply(broad, inverse(addMatrices(broad, diagonal(sites.variance))));
    guess = plus(centre, apply(gain, minus(sites.value, centre)));
    sites = sitesOf(counts, guess);
  }

  const noise = diagonal(sites.variance);
  const total = inverse(addMatrices(around, noise));
  const level = conditional(shop.covariance, total);
  const room = conditional(roomCovariance, inverse(addMatrices(roomCovariance, noise)));
  const distance = minus(sites.value, shop.mean);
  const weights = faultShifts.map((shift) => {
    const rest = minus(distance, shift);
    return Math.exp(-dot(rest, apply(total, rest)) / 2);
  });
  return resample(random, weights, ROOM_DRAWS).map((place): Draw => {
    const shift = faultShifts[place] ?? meanShift;
    const strength = plus(shop.mean, drawFrom(random, level, minus(distance, shift)));
    const usual = plus(strength, shift);
    const rates = plus(usual, drawFrom(random, room, minus(sites.value, usual)));
    const targets = attainableOf(stepsFromList(strength.map(Math.exp)), observed.market);
    return {
      truth: { rates: stepsFromList(rates.map(Math.exp)), targets },
      weight: ordersWeight(counts, rates[3] ?? 0, sites.value[3] ?? 0, sites.variance[3] ?? 1),
    };
  });
}

/** What the posterior advises: it maximises the expected capture, which is what the bench measures. */
export function oracleView(observed: ObservedRoom): OracleView {
  const captured = new Map<StepName, number>();
  let healthy = 0;
  let all = 0;
  for (const { truth, weight } of oraclePosterior(observed)) {
    all += weight;
    const gains = gainsOf(truth);
    if (isHealthy(gains)) {
      healthy += weight;
      continue;
    }
    const most = Math.max(...listOf(gains));
    for (const step of stepNames) {
      captured.set(step, (captured.get(step) ?? 0) + (weight * gains[step]) / most);
    }
  }
  const expected = stepsFromList(stepNames.map((step) => (captured.get(step) ?? 0) / all));
  const advice = bestFirst(expected);
  const [first] = advice;
  // One more draw than there are keeps the quotient finite where none was healthy.
  const chance = (healthy / all) * (1 - 1 / ROOM_DRAWS) + 1 / ROOM_DRAWS;
  return { advice, nerve: first === undefined ? 0 : expected[first] / chance };
}

/** How a normal part is drawn given the whole: gain on what was seen, and the spread that is left. */
interface Conditional {
  readonly gain: Matrix;
  readonly triangle: Matrix;
}

function conditional(covariance: Matrix, precision: Matrix): Conditional {
  const gain = multiply(covariance, precision);
  return { gain, triangle: cholesky(subtract(covariance, multiply(gain, covariance))) };
}

function drawFrom(
  random: Random,
  { gain, triangle }: Conditional,
  seen: readonly number[],
): number[] {
  const noise = apply(
    triangle,
    stepNames.map(() => normal(random)),
  );
  return plus(apply(gain, seen), noise);
}

/** Places drawn in proportion to their weights, evenly spaced (systematic resampling). */
function resample(random: Random, weights: readonly number[], size: number): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const places: number[] = [];
  let reached = 0;
  let place = -1;
  const start = random();
  for (let k = 0; k < size; k++) {
    const mark = ((k + start) / size) * total;
    while (reached <= mark && place < weights.length - 1) {
      place++;
      reached += weights[place] ?? 0;
    }
    places.push(place);
  }
  return places;
}

/**
 * Exact ÷ normal likelihood of the orders at a ln CTOR. Clusters flatten the binomial: its logarithm
 * is shrunk by the share of the noise that is counting.
 */
function ordersWeight(
  { clicks, orders, hours }: ObservedRoom['live']['total'],
  lnRate: number,
  site: number,
  variance: number,
): number {
  if (clicks === 0) return 1;
  const p = Math.min(assumptions.largestRate.value, Math.exp(lnRate));
  const pSite = Math.min(assumptions.largestRate.value, Math.exp(site));
  const clusters = clusterVariance('ctor', intervalsIn(hours));
  const counting = Math.max(0, 1 - clusters / variance);
  const logLikelihood = (at: number): number =>
    orders * Math.log(at) + (clicks - orders) * Math.log1p(-at);
  const exact = counting * (logLikelihood(p) - logLikelihood(pSite));
  return Math.exp(Math.min(20, exact + (lnRate - site) ** 2 / (2 * variance)));
}
