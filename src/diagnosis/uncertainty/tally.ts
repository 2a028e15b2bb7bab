import { isMoneyMetric } from '../../metrics/catalogue.ts';
import { type Figures, numberOf } from '../../metrics/figure.ts';
import { stepParts } from '../decomposition/funnel-kind.ts';
import type { StepMetric } from '../report.ts';
import { ratio, usable } from '../usable.ts';

/**
 * What was counted of one step. `share`: k of n tries; `pace`: k events in an exposure n (hours, or
 * tries that can each bring several events); `mean`: the mean value of n orders.
 */
export type Tally =
  | { readonly form: 'share' | 'pace'; readonly k: number; readonly n: number }
  | { readonly form: 'mean'; readonly value: number; readonly n: number };

/**
 * One viewer can tap several times, so that taps may outnumber views. From this rate on taps are
 * taken as events per view instead of as shares of views, whose noise would shrink to none.
 */
const EVENTS_FROM = 0.9;

/** The tally of a step; undefined where a count is missing or can't be one. */
export function tallyOf(
  id: StepMetric,
  figures: Figures,
  hours: number | undefined,
): Tally | undefined {
  if (id === 'impressionsPerHour') return pace(numberOf(figures, 'impressions'), hours);
  const [numerator, denominator] = stepParts[id];
  if (isMoneyMetric(id)) {
    const orders = numberOf(figures, denominator);
    const value = ratio(numberOf(figures, numerator), orders);
    if (orders === undefined || value === undefined || !(orders >= 1 && value > 0))
      return undefined;
    return { form: 'mean', value, n: orders };
  }
  return tallyOfCounts(numberOf(figures, numerator), numberOf(figures, denominator));
}

/** k events in n tries, as a share or as events per try; undefined where either can't be a count. */
export function tallyOfCounts(k: number | undefined, n: number | undefined): Tally | undefined {
  if (k === undefined || n === undefined || !isCount(k) || !(n >= 1)) return undefined;
  return k > EVENTS_FROM * n ? { form: 'pace', k, n } : { form: 'share', k, n };
}

function pace(k: number | undefined, n: number | undefined): Tally | undefined {
  return k === undefined || n === undefined || !isCount(k) || ratio(k, n) === undefined
    ? undefined
    : { form: 'pace', k, n };
}

/** None, or at least one: a part of an event was never counted. */
function isCount(value: number): boolean {
  return value === 0 || (value >= 1 && usable(value) !== undefined);
}

/** A normal stand-in for what a tally says of the logarithm of its step. */
interface Site {
  readonly value: number;
  readonly variance: number;
}

/** Fisher scoring may not jump further than this in one round, on the log scale. */
const LONGEST_STEP = 1;

/**
 * The site of a tally around a guess of the step's logarithm: one step of Fisher scoring on its
 * likelihood, with `dispersion` times the variance of plain counting (rates and paces), or with
 * `dispersion` as standard deviation ÷ mean of one order's value (means). At the posterior mean this
 * is Laplace's approximation.
 */
export function siteOf(tally: Tally, guess: number, dispersion: number): Site {
  if (tally.form === 'mean') {
    const variance = Math.log1p((dispersion * dispersion) / tally.n);
    return { value: Math.log(tally.value) + variance / 2, variance };
  }
  const rate = tally.form === 'share' ? Math.min(0.99, Math.exp(guess)) : Math.exp(guess);
  const expected = Math.max(tally.n * rate, 1e-9);
  const step = (tally.k - expected) / expected;
  return {
    value: Math.log(rate) + Math.min(LONGEST_STEP, Math.max(-LONGEST_STEP, step)),
    variance: (dispersion * (tally.form === 'share' ? 1 - rate : 1)) / expected,
  };
}

/** A first guess of the step's logarithm: half an event added, so that none is no minus infinity. */
export function guessOf(tally: Tally): number {
  if (tally.form === 'mean') return Math.log(tally.value);
  // An exposure in hours is no number of tries: half an hour more would move the guess by a third.
  return Math.log((tally.k + 0.5) / (tally.form === 'pace' ? tally.n : tally.n + 0.5));
}

/** The log-likelihood of a step's logarithm, up to a constant; over-dispersed counts weigh less. */
export function logLikelihood(tally: Tally, at: number, dispersion: number): number {
  if (tally.form === 'mean') {
    const { value, variance } = siteOf(tally, at, dispersion);
    return -((at - value) ** 2) / (2 * variance);
  }
  const { k, n } = tally;
  if (tally.form === 'pace') return (k * at - n * Math.exp(at)) / dispersion;
  if (at >= 0) return Number.NEGATIVE_INFINITY;
  return (k * at + (n - k) * Math.log1p(-Math.exp(at))) / dispersion;
}
