import type { PastLive } from '../metrics/benchmark.ts';
import type { Owner } from '../metrics/board/plan.ts';
import type { MetricId } from '../metrics/catalogue.ts';
import type { Group } from '../metrics/metric.ts';
import type { CurrencyCode } from '../metrics/money.ts';
import type { Session } from '../metrics/session.ts';
import type { MessageKey, Text } from '../metrics/text.ts';
import type { UnixSeconds } from '../metrics/time.ts';
import type { MinutesCompared } from './recording/minutes-compared.ts';
import type { RecordingPlan } from './recording/recording-plan.ts';
import type { Comparison, Evidence, FunnelKind, Gap, Lever, StepId, Stretch } from './report.ts';

/** All that a factor may look at. Time of day, I/O and randomness are not among it. */
export interface FactorInput {
  readonly session: Session;
  /** Every metric against benchmark and own band, worked out once for all factors. */
  readonly compare: (metric: MetricId) => Comparison;
  readonly gap: Gap;
  /** Earlier LIVEs of the same account, newest first, this one left out. */
  readonly history: readonly PastLive[];
  readonly currency: CurrencyCode | undefined;
  /** What the last two steps and all money of the LIVE are counted in. */
  readonly kind: FunnelKind;
  /** What was measured of recordings; absent where that of the LIVE wasn't. */
  readonly recording?: RecordingJudge | undefined;
}

/** What judges the measures of a LIVE's recording: it is loaded with them, as most LIVEs have none. */
interface RecordingJudge {
  readonly judge: (plan: RecordingPlan) => Outcome;
}

/** The same for any LIVE. `changes` tells where its level changed for good, and is asked when minutes are compared. */
export type RecordingJudgeOf = (
  session: Session,
  changes: () => readonly UnixSeconds[],
) => RecordingJudge;

/**
 * What a factor concludes. `missing` names metrics or parts that are not there; `scarce` says how
 * many more are needed of what; both keep a guess from being made.
 */
export type Outcome =
  | { readonly state: 'missing'; readonly needs: Text }
  | { readonly state: 'scarce'; readonly needs: Text; readonly evidence?: readonly Evidence[] }
  | {
      readonly state: 'gap' | 'fine';
      readonly brief: Text;
      readonly seen: Text;
      readonly advice?: Text;
      readonly evidence: readonly Evidence[];
      /** What the figures of the evidence are, where they aren't this LIVE's. */
      readonly evidenceOf?: MessageKey;
      readonly stretches?: readonly Stretch[];
      /** The stretches beside the rest of the LIVE; absent where that can't be told. */
      readonly minutes?: MinutesCompared;
    };

/** A sentence in which a factor advises, and what that asks to be done. The deed and the how take its values. */
export interface FactorAdvice {
  readonly key: MessageKey;
  /** What to do, in a few words for a title. */
  readonly deed: MessageKey;
  /** How to do it without a word on measuring, which is no host's business on air; else the advice says it. */
  readonly how?: MessageKey;
}

/**
 * One lever that can be pulled, one file. `moneyOf` names the step whose money the factor carries:
 * at most one factor per step does, the others explain a step and carry evidence alone.
 */
export interface Factor {
  readonly id: string;
  readonly title: MessageKey;
  readonly lever: Lever;
  readonly group: Group;
  /** Who usually sees to it, the first one foremost. */
  readonly owners: readonly [Owner, ...Owner[]];
  readonly explains?: StepId;
  readonly moneyOf?: StepId;
  /** The figure that tells whether its advice worked, where that isn't the step; `nothing` where no figure of one LIVE can. */
  readonly judgedBy?: MetricId | 'nothing';
  /** Whether it rests on measures of the recording, which are ours. */
  readonly isMeasured?: true;
  /** Whether it keeps the shop healthy, so that it is done whatever else is tested. */
  readonly isHygiene?: true;
  /**
   * All that it may advise. Where it carries the money of a step, the first is about that step: its deed is the
   * step's own, so that a deed has one name wherever it stands, and it is given also where only the potential
   * finds a gap.
   */
  readonly advises: readonly [FactorAdvice, ...FactorAdvice[]];
  readonly evaluate: (input: FactorInput) => Outcome;
}
