import { FEWEST_EXPECTED, Z90 } from './constants.ts';
import { observationsToTell, triesToTell } from './sample-size.ts';
import { wilson } from './wilson.ts';

/** Ten members bring the error of a mean to a third of one member's spread. */
const FEWEST_MEMBERS = 10;

/** Below this chance something is called more than luck; the usual line of 5 %. */
export const LUCK = 0.05;

/** What a sample says about a target: that it is below, that it isn't, or how many more it takes. */
export type SampleReading =
  | { readonly reading: 'below' | 'not-below' }
  | { readonly reading: 'scarce'; readonly more: number };

/**
 * Whether a share of `n` lies below `target`, beyond what chance explains (upper end of the 90 %
 * Wilson interval), and if it can't be told, about how many more tries would tell. No share is
 * held against a target that isn't within 0 and 1.
 */
export function readShare(share: number, n: number, target: number): SampleReading {
  if (!(target > 0 && target < 1)) return { reading: 'not-below' };
  const rarer = Math.min(target, 1 - target);
  if (n * rarer < FEWEST_EXPECTED) return scarce(FEWEST_EXPECTED / rarer - n);
  if (share >= target) return { reading: 'not-below' };
  const high = wilson({ k: share * n, n }, Z90)?.high ?? 1;
  return high < target ? { reading: 'below' } : scarce((triesToTell(share, target) ?? n) - n);
}

/**
 * Whether a mean over `n` lies below `target`, given the spread of one member as standard deviation
 * ÷ mean: SE(ln mean) = cv ÷ √n (delta method).
 */
export function readMean(mean: number, n: number, target: number, cv: number): SampleReading {
  if (n < FEWEST_MEMBERS) return scarce(FEWEST_MEMBERS - n);
  if (mean >= target) return { reading: 'not-below' };
  if (mean <= 0) return { reading: 'below' };
  return mean * Math.exp((Z90 * cv) / Math.sqrt(n)) < target
    ? { reading: 'below' }
    : scarce((observationsToTell(mean, target, cv) ?? n) - n);
}

const scarce = (more: number): SampleReading => ({
  reading: 'scarce',
  more: Math.max(1, Math.ceil(more)),
});

/** Probability of `k` events or fewer where `expected` are expected (Poisson). */
export function chanceOfAtMost(k: number, expected: number): number {
  if (expected <= 0) return 1;
  let total = 0;
  let logTerm = -expected;
  for (let i = 0; i <= Math.floor(k); i += 1) {
    if (i > 0) logTerm += Math.log(expected / i);
    total += Math.exp(logTerm);
  }
  return Math.min(1, total);
}

/** Probability of `k` events or more where `expected` are expected (Poisson). */
export function chanceOfAtLeast(k: number, expected: number): number {
  return k <= 0 ? 1 : Math.max(0, 1 - chanceOfAtMost(Math.ceil(k) - 1, expected));
}
