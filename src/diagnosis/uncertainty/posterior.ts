import { normalCdf } from '../statistics/normal.ts';
import type { OwnLevel } from './own-level.ts';
import { guessOf, logLikelihood, siteOf, type Tally } from './tally.ts';

/** Draws of a posterior: its quantiles at (i + ½) ÷ DRAWS. Enough for two digits of a probability. */
export const DRAWS = 512;

/** Points of the grid on which prior and likelihood are multiplied. */
const POINTS = 96;

/**
 * A LIVE is looked at because something may be wrong in it: with this chance a step lost up to half
 * of its level, each loss equally likely on the log scale. Without it a true drop would be drawn
 * back to the usual. Chosen by us.
 */
export const TROUBLE = 0.25;
export const DEEPEST_LOSS = Math.LN2;

/** The rest of the chance lies evenly: whatever the prior didn't expect, the counts decide. */
const ANYTHING = 0.01;

/** Grids reach this many standard deviations. */
const REACH = 5;

/**
 * Draws of the logarithm of a step in this LIVE, in rising order: the account's own level times the
 * likelihood of the counts (binomial for rates, Poisson for paces, log-normal for means), by
 * quadrature. Without a level the counts alone; without a tally the level alone; undefined without both.
 */
export function posteriorOf(
  tally: Tally | undefined,
  dispersion: number,
  level: OwnLevel | undefined,
): Float64Array | undefined {
  const range = rangeOf(tally, dispersion, level);
  if (range === undefined) return undefined;
  const [low, high] = range;
  const step = (high - low) / (POINTS - 1);
  const logs = new Float64Array(POINTS);
  const weights = new Float64Array(POINTS);
  let highest = Number.NEGATIVE_INFINITY;
  for (let point = 0; point < POINTS; point++) {
    const at = low + point * step;
    const log = tally === undefined ? 0 : logLikelihood(tally, at, dispersion);
    logs[point] = log;
    if (log > highest) highest = log;
  }
  const density = level === undefined ? () => 1 : priorOf(level);
  for (let point = 0; point < POINTS; point++) {
    weights[point] = Math.exp((logs[point] ?? 0) - highest) * density(low + point * step);
  }
  return quantilesOf(weights, low, step);
}

function rangeOf(
  tally: Tally | undefined,
  dispersion: number,
  level: OwnLevel | undefined,
): readonly [number, number] | undefined {
  const prior =
    level === undefined
      ? undefined
      : ([
          level.centre - DEEPEST_LOSS - REACH * Math.hypot(level.spread, level.error),
          level.centre + REACH * Math.hypot(level.spread, level.error),
        ] as const);
  if (tally === undefined) return prior;
  const guess = guessOf(tally);
  const half = REACH * Math.sqrt(siteOf(tally, guess, dispersion).variance);
  const counted = [guess - half, guess + half] as const;
  if (prior === undefined || guess < prior[0] || guess > prior[1]) return counted;
  return [Math.max(prior[0], counted[0]), Math.min(prior[1], counted[1])];
}

/** The density of the step's logarithm before this LIVE is looked at, up to a constant. */
function priorOf({ centre, error, spread }: OwnLevel): (at: number) => number {
  const sd = Math.hypot(spread, error);
  const usual = (1 - TROUBLE - ANYTHING) / (sd * Math.sqrt(2 * Math.PI));
  const evenly = ANYTHING / (2 * DEEPEST_LOSS);
  return (at) => {
    const z = (at - centre) / sd;
    const lost = (normalCdf(z + DEEPEST_LOSS / sd) - normalCdf(z)) / DEEPEST_LOSS;
    return usual * Math.exp((-z * z) / 2) + TROUBLE * lost + evenly;
  };
}

/** Quantiles of a density on an even grid, straight between its points. */
function quantilesOf(weights: Float64Array, low: number, step: number): Float64Array | undefined {
  const sums = new Float64Array(POINTS);
  for (let point = 1; point < POINTS; point++) {
    sums[point] = (sums[point - 1] ?? 0) + ((weights[point - 1] ?? 0) + (weights[point] ?? 0)) / 2;
  }
  const whole = sums[POINTS - 1] ?? 0;
  if (!(whole > 0 && Number.isFinite(whole))) return undefined;
  const draws = new Float64Array(DRAWS);
  let point = 1;
  for (let draw = 0; draw < DRAWS; draw++) {
    const mark = ((draw + 0.5) / DRAWS) * whole;
    while (point < POINTS - 1 && (sums[point] ?? 0) < mark) point++;
    const before = sums[point - 1] ?? 0;
    const inside = (sums[point] ?? 0) - before;
    const part = inside > 0 ? (mark - before) / inside : 0.5;
    draws[draw] = low + (point - 1 + part) * step;
  }
  return draws;
}
