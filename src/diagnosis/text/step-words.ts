import { metric } from '../../metrics/catalogue.ts';
import type { MessageKey, TextValue } from '../../metrics/text.ts';
import type { StepId, StepMetric } from '../step-id.ts';

interface StepWords {
  /** What happened to people at the step, in a word ("Ordered"). */
  readonly word: MessageKey;
  /** What to do about the step, as a title ("Close the sale"). */
  readonly deed: MessageKey;
  /** How to do it, in one short sentence. */
  readonly how: MessageKey;
  /** What went wrong at the step, as a headline. */
  readonly loss: MessageKey;
  /** What could go better at a step that went as usual, as a headline. */
  readonly gain: MessageKey;
}

/** The plain words of the five steps; TikTok's term stands beside them. */
export const stepWords: Readonly<Record<StepId, StepWords>> = {
  impressionsPerHour: {
    word: 'step_impressionsPerHour_word',
    deed: 'step_impressionsPerHour_deed',
    how: 'step_impressionsPerHour_how',
    loss: 'step_impressionsPerHour_loss',
    gain: 'step_impressionsPerHour_gain',
  },
  tapThroughRate: {
    word: 'step_tapThroughRate_word',
    deed: 'step_tapThroughRate_deed',
    how: 'step_tapThroughRate_how',
    loss: 'step_tapThroughRate_loss',
    gain: 'step_tapThroughRate_gain',
  },
  liveCtr: {
    word: 'step_liveCtr_word',
    deed: 'step_liveCtr_deed',
    how: 'step_liveCtr_how',
    loss: 'step_liveCtr_loss',
    gain: 'step_liveCtr_gain',
  },
  ctor: {
    word: 'step_ctor_word',
    deed: 'step_ctor_deed',
    how: 'step_ctor_how',
    loss: 'step_ctor_loss',
    gain: 'step_ctor_gain',
  },
  aov: {
    word: 'step_aov_word',
    deed: 'step_aov_deed',
    how: 'step_aov_how',
    loss: 'step_aov_loss',
    gain: 'step_aov_gain',
  },
};

/** TikTok's term for a step, short where it is long; orders and money of another kind are named in full. */
export function stepTerm({ id, metric: shown }: { id: StepId; metric: StepMetric }): MessageKey {
  return id === 'impressionsPerHour' || id === 'tapThroughRate'
    ? `step_${id}_term`
    : metric(shown).name;
}

/** A step by its plain word with TikTok's term ("Ordered (CTOR)"). */
export function stepName(step: { id: StepId; metric: StepMetric }): TextValue {
  return {
    kind: 'phrase',
    phrase: {
      key: 'step_named',
      values: {
        word: { kind: 'message', message: stepWords[step.id].word },
        term: { kind: 'message', message: stepTerm(step) },
      },
    },
  };
}
