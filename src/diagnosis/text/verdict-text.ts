import type { Text, TextValue } from '../../metrics/text.ts';
import type { LiveVerdict, Side, VerdictStep } from '../report.ts';
import type { StepId } from '../step-id.ts';
import { stepTerm, stepWords } from './step-words.ts';

interface About extends Pick<LiveVerdict, 'first' | 'steps'> {
  /** Beside what is usual; undefined where that isn't known. */
  readonly side?: Side | undefined;
}

/** What went wrong or could go better, in a few words; of a LIVE without a clear step, how it went. */
export function headlineOf({ first, side, steps }: About): Text {
  const step = stepIn(steps, first);
  if (step !== undefined) {
    const { loss, gain } = stepWords[step.id];
    // Of a LIVE that went as usual or better nothing went wrong, whichever step could do more.
    const isLoss = step.side === 'below' && (side === 'below' || side === undefined);
    return { key: isLoss ? loss : gain };
  }
  if (steps.every(({ state }) => state === 'untold')) return { key: 'verdict_untold' };
  switch (side) {
    case 'below':
      return { key: 'verdict_below_unclear' };
    case 'above':
      return { key: 'verdict_above_clear' };
    case 'usual':
    case undefined:
      return { key: 'verdict_no_problem' };
  }
}

/**
 * Why the step to change first isn't the one with the most money: that one isn't sure, or worth about as much
 * and harder to change. Undefined where money decides.
 */
export function whyNotLongest({ first, steps }: About): Text | undefined {
  const step = stepIn(steps, first);
  if (step === undefined) return undefined;
  const longest = steps.reduce((most, one) => (lossOf(one) > lossOf(most) ? one : most), step);
  if (longest === step) return undefined;
  return {
    key: longest.state === 'unsure' ? 'verdict_longest_unsure' : 'verdict_longest_less_sure',
    values: { step: termOf(longest), first: termOf(step) },
  };
}

const stepIn = (steps: readonly VerdictStep[], id: StepId | undefined): VerdictStep | undefined =>
  steps.find((one) => one.id === id);

const termOf = (step: VerdictStep): TextValue => ({ kind: 'message', message: stepTerm(step) });

const lossOf = ({ money }: VerdictStep): number => money?.value ?? 0;
