import type { Scenario } from '../../diagnosis/decomposition/what-if.ts';
import type { Finding, Report, StepId, StepPotential } from '../../diagnosis/report.ts';

/** Nothing imagined: the LIVE as it was. */
export const asItWas: Scenario = {};

/** Findings that can be taken as solved: gaps of a step whose target lies above it. */
export function solvable({ findings, potential }: Report): readonly Finding[] {
  const open = new Set(potential?.steps.filter(isBelow).map(({ id }) => id));
  return findings.filter(
    ({ state, step }) => state === 'gap' && step !== undefined && open.has(step),
  );
}

/** Every step worth changing at its target, and the others as they are; undefined where none is. */
export function leversAtTarget({ potential }: Report): Scenario | undefined {
  const levers = potential?.steps.filter((step) => step.verdict === 'pull' && isBelow(step)) ?? [];
  if (levers.length === 0) return undefined;
  const steps: Partial<Record<StepId, number>> = {};
  for (const { id, target } of levers) if (target !== undefined) steps[id] = target.value;
  return { steps };
}

/** The scenario of one step at its target, the others as they were. */
export function atTarget({ id, target }: StepPotential): Scenario {
  return target === undefined ? asItWas : { steps: { [id]: target.value } };
}

/** Where a step stands in what is imagined: as named, else at its target if taken as solved, else as it was. */
export function figureIn(imagined: Scenario, step: StepPotential, report: Report): number {
  const { id, yours, target } = step;
  const solved = report.findings.some(
    (finding) => finding.step === id && imagined.accepted?.includes(finding.factor) === true,
  );
  const figure = solved ? Math.max(yours, target?.value ?? 0) : yours;
  return imagined.steps?.[id] ?? figure;
}

/** A step moved by hand; undefined takes the hand's figure back. */
export function withStep(imagined: Scenario, id: StepId, value: number | undefined): Scenario {
  const { [id]: _was, ...others } = imagined.steps ?? {};
  return { ...imagined, steps: value === undefined ? others : { ...others, [id]: value } };
}

/** A finding taken as solved, or no longer. Its step leaves the hand's figure, so that it moves. */
export function withFactor(imagined: Scenario, finding: Finding, solved: boolean): Scenario {
  const others = (imagined.accepted ?? []).filter((factor) => factor !== finding.factor);
  const accepted = solved ? [...others, finding.factor] : others;
  const moved = finding.step === undefined ? imagined : withStep(imagined, finding.step, undefined);
  return { ...moved, accepted };
}

/** What is imagined without findings that can no longer be taken as solved, such as after a change of target. */
export function stillSolvable(imagined: Scenario, findings: readonly Finding[]): Scenario {
  const known = new Set(findings.map(({ factor }) => factor));
  return { ...imagined, accepted: (imagined.accepted ?? []).filter((one) => known.has(one)) };
}

/** Whether the LIVE's own figure lies below the target, so that there is something to reach. */
export function isBelow({ yours, target }: StepPotential): boolean {
  return target !== undefined && target.value > yours;
}
