import { diagnose } from '../../../diagnosis/diagnose.ts';
import type { Finding, Report } from '../../../diagnosis/report.ts';
import type { ObservedRoom } from './room.ts';
import { simulatedInput } from './session.ts';
import type { StepName } from './steps.ts';
import type { TrueWorth } from './truth.ts';

/** One advice with money: the step it says to mend, its money per hour, and what that money stands for. */
export interface Advice {
  readonly step: StepName;
  readonly money: { readonly value: number; readonly low?: number; readonly high?: number };
  readonly worth: TrueWorth;
}

/** What the engine advises for a room, the first advice first. */
export function engineAdvice(observed: ObservedRoom): readonly Advice[] {
  return advicesOf(diagnose(simulatedInput(observed)));
}

/** The findings that carry money, in the order of the report. Only this knows how the engine says so. */
function advicesOf(report: Report): readonly Advice[] {
  return report.findings.flatMap((finding) => {
    const { state, step, money } = finding;
    const worth = worthOf(report, finding);
    if (state !== 'gap' || step === undefined || money === undefined || worth === undefined) {
      return [];
    }
    return [{ step, money, worth }];
  });
}

/** What a finding's money stands for: its step alone at the target that the report names for it. */
function worthOf({ potential }: Report, { step: id }: Finding): TrueWorth | undefined {
  const target = potential?.steps.find((step) => step.id === id)?.target;
  return target === undefined ? undefined : { kind: 'attainable', target: target.value };
}
