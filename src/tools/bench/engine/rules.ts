import { observedSteps } from './counts.ts';
import type { ObservedRoom } from './room.ts';
import { type StepName, type StepValues, stepNames } from './steps.ts';

type Steps = Partial<Record<StepName, number>>;

/** TikTok's labels: the steps below benchmark, the largest percentage below first. */
export function labelRule(yours: Steps, benchmark: StepValues): readonly StepName[] {
  return weakSteps(yours, benchmark).sort(
    (a, b) => ratio(yours, benchmark, a) - ratio(yours, benchmark, b),
  );
}

/** An operator's overlay: the steps below benchmark, from the top of the funnel. */
export function firstWeakRule(yours: Steps, benchmark: StepValues): readonly StepName[] {
  return weakSteps(yours, benchmark);
}

/** Both rules' inputs from what is counted. */
export function ruleJudgement(
  rule: (yours: Steps, benchmark: StepValues) => readonly StepName[],
): (observed: ObservedRoom) => readonly StepName[] {
  return ({ live, market }) => rule(observedSteps(live.total), market);
}

function weakSteps(yours: Steps, benchmark: StepValues): StepName[] {
  return stepNames.filter((step) => ratio(yours, benchmark, step) < 1);
}

/** A step that nothing was counted for is not called weak. */
function ratio(yours: Steps, benchmark: StepValues, step: StepName): number {
  return (yours[step] ?? Number.POSITIVE_INFINITY) / benchmark[step];
}
