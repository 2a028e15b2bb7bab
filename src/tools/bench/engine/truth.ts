import { assumptions } from './assumptions.ts';
import { eachStep, productOfSteps, type StepName, type StepValues, stepNames } from './steps.ts';

/** What is true of a room and no rule may see. */
export interface Truth {
  /** The room's own rates in this LIVE, counting noise aside. */
  readonly rates: StepValues;
  /** What is attainable for each step: the lower of benchmark and the shop's true own quantile. */
  readonly targets: StepValues;
}

/** Per step, what its target is worth as a share of the room's GMV/h, the other steps as they are. */
export function gainsOf({ rates, targets }: Truth): StepValues {
  return eachStep((step) => Math.max(targets[step] / rates[step] - 1, 0));
}

/** What several steps are worth together, as a share of GMV/h: the joint effect, not the sum. */
export function jointGain(gains: StepValues, steps: readonly StepName[]): number {
  return [...new Set(steps)].reduce((product, step) => product * (1 + gains[step]), 1) - 1;
}

/** The steps, the one with the most to gain first. */
export function bestFirst(gains: StepValues): readonly StepName[] {
  return [...stepNames].sort((a, b) => gains[b] - gains[a]);
}

/** True if no step could gain more than the assumed share of GMV/h. */
export function isHealthy(gains: StepValues): boolean {
  return stepNames.every((step) => gains[step] <= assumptions.healthyWithin.value);
}

/**
 * What an advice's money stands for: the step's share of the gap to the benchmark (LMDI, ln-weighted
 * by the logarithmic mean), or what returning the step to a target is worth.
 */
export type TrueWorth =
  | { readonly kind: 'share-of-gap'; readonly benchmark: StepValues }
  | { readonly kind: 'attainable'; readonly target: number };

/** The true money per hour of a step in the sense of `worth`. */
export function trueWorth({ rates }: Truth, step: StepName, worth: TrueWorth): number {
  const yours = productOfSteps(rates);
  if (worth.kind === 'attainable') return yours * Math.max(worth.target / rates[step] - 1, 0);
  const theirs = productOfSteps(worth.benchmark);
  const distance = Math.log(theirs / yours);
  const mean = Math.abs(distance) < 1e-9 ? yours : (theirs - yours) / distance;
  return mean * Math.log(worth.benchmark[step] / rates[step]);
}
