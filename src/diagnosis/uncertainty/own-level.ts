import { FEWEST_OWN_LIVES } from '../comparable.ts';
import { guessOf, siteOf, type Tally } from './tally.ts';

/** How a step varies over the account's own LIVEs, on the log scale, counting noise taken out. */
export interface OwnLevel {
  /** Where the middle of the LIVEs lies, and how unsure that is (standard error). */
  readonly centre: number;
  readonly error: number;
  /** Standard deviation from LIVE to LIVE, and how many LIVEs it is worth. */
  readonly spread: number;
  readonly degrees: number;
  /** LIVEs that it rests on. */
  readonly lives: number;
  /** Whether own LIVEs carry it, or the benchmark for want of them. */
  readonly rests: 'own' | 'benchmark';
}

/**
 * How far a shop may lie from its market's line, on the log scale: as much as 200 clicks say of a
 * CTOR of 2.5 %, √(0.975 ÷ 5). The weak prior of an account that has few LIVEs.
 */
const BENCHMARK_SPREAD = 0.44;

/** From LIVE to LIVE a step varied by 0.15 to 0.23 (ln) over the 19 captured LIVEs of one shop. */
export const USUAL_SPREAD = 0.2;

/** What that usual spread counts beside the shop's own, in LIVEs: a week's worth. */
export const SPREAD_DEGREES = 6;

/** Rounds of expectation and maximisation; further ones change less than the third digit. */
const ROUNDS = 10;

/**
 * Empirical Bayes on the log scale: centre and spread of a step over own LIVEs, with each LIVE's
 * counting noise taken out. With fewer than five LIVEs the benchmark stands beside them as a weak
 * prior. Undefined where there is neither.
 *
 * @param dispersion of each LIVE's counts; see siteOf
 * @param usualSpread what LIVE-to-LIVE variation is taken to be before any LIVE is seen
 */
export function ownLevel(
  tallies: readonly Tally[],
  dispersion: number,
  benchmark: number | undefined,
  usualSpread = USUAL_SPREAD,
): OwnLevel | undefined {
  const lives = tallies.length;
  const weak = lives < FEWEST_OWN_LIVES;
  const anchor = weak && benchmark !== undefined && benchmark > 0 ? Math.log(benchmark) : undefined;
  if (lives === 0) {
    return anchor === undefined
      ? undefined
      : {
          centre: anchor,
          error: BENCHMARK_SPREAD,
          spread: usualSpread,
          degrees: SPREAD_DEGREES,
          lives,
          rests: 'benchmark',
        };
  }
  const pull = anchor === undefined ? 0 : 1 / BENCHMARK_SPREAD ** 2;
  const means = tallies.map(guessOf);
  const values = new Float64Array(lives);
  const variances = new Float64Array(lives);
  let square = usualSpread ** 2;
  let centre = means.reduce((sum, mean) => sum + mean, 0) / lives;
  let weight = pull;
  for (let round = 0; round < ROUNDS; round++) {
    weight = pull;
    let sum = pull * (anchor ?? 0);
    let filled = 0;
    for (const tally of tallies) {
      const { value, variance } = siteOf(tally, means[filled] ?? centre, dispersion);
      values[filled] = value;
      variances[filled] = variance;
      weight += 1 / (square + variance);
      sum += value / (square + variance);
      filled += 1;
    }
    centre = sum / weight;
    let around = SPREAD_DEGREES * usualSpread ** 2;
    for (let place = 0; place < lives; place++) {
      const value = values[place] ?? 0;
      const variance = variances[place] ?? 0;
      const share = square / (square + variance);
      const mean = centre + share * (value - centre);
      means[place] = mean;
      around += (mean - centre) ** 2 + share * variance;
    }
    // One degree goes to the centre, as in a sample's variance.
    square = around / (SPREAD_DEGREES + Math.max(0, lives - 1));
  }
  return {
    centre,
    error: Math.sqrt(1 / weight),
    spread: Math.sqrt(square),
    degrees: SPREAD_DEGREES + lives - 1,
    lives,
    rests: weak && anchor !== undefined ? 'benchmark' : 'own',
  };
}
