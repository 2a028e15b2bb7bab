import { logErrorOf } from '../potential/money-interval.ts';
import type { Estimate, Report, StepId, StepPotential } from '../report.ts';
import { Z90 } from '../statistics/constants.ts';

/** What is imagined: steps at figures of their own, and findings taken as solved. */
export interface Scenario {
  readonly steps?: Readonly<Partial<Record<StepId, number>>>;
  /** Ids of factors whose step reaches its target; several of one step count once. */
  readonly accepted?: readonly string[];
}

/**
 * GMV per hour if some steps stood elsewhere and the others stayed: the joint effect,
 * G·Π(new ÷ now), no sum of single ones. A figure named for a step wins over an accepted factor,
 * which lifts its step to the target and never lowers it. The interval holds the noise of the steps
 * that stay; those that are imagined are exact. Nothing imagined gives the LIVE's own estimate.
 * Undefined where the potential isn't known.
 */
export function whatIf({ potential, findings }: Report, imagined: Scenario): Estimate | undefined {
  if (potential === undefined) return undefined;
  const accepted = new Set(
    findings
      .filter(({ factor }) => imagined.accepted?.includes(factor) === true)
      .map(({ step }) => step),
  );
  let value = potential.yours.value;
  let variance = 0;
  let changed = false;
  for (const step of potential.steps) {
    const named = imagined.steps?.[step.id];
    const to = named ?? (accepted.has(step.id) ? lifted(step) : undefined);
    if (to === undefined || !(to >= 0)) {
      variance += logErrorOf(step.now) ** 2;
      continue;
    }
    changed = true;
    value *= to / step.now.value;
  }
  if (!Number.isFinite(value)) return undefined;
  if (!changed) return potential.yours;
  // Log-normal around its mean.
  const middle = value * Math.exp(-variance / 2);
  const half = Z90 * Math.sqrt(variance);
  return { value, low: middle * Math.exp(-half), high: middle * Math.exp(half) };
}

function lifted({ now, target }: StepPotential): number | undefined {
  return target === undefined ? undefined : Math.max(now.value, target.value);
}
