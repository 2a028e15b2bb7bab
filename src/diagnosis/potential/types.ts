import type { Basis } from '../../metrics/benchmark.ts';
import type { Text } from '../../metrics/text.ts';
import type { Estimate } from '../estimate.ts';
import type { StepId, StepMetric } from '../step-id.ts';

/**
 * What the steps are held against: see StepTarget. What is attainable is limited by TikTok's lines of the
 * steps, where the LIVE has any. A step without a figure of the seller's own is held against what is attainable.
 */
export type TargetChoice =
  | { readonly kind: 'attainable'; readonly limits?: StepFigures }
  | { readonly kind: 'peer' }
  | { readonly kind: 'custom'; readonly figures: StepFigures; readonly limits?: StepFigures };

type StepFigures = Readonly<Partial<Record<StepId, number>>>;

/** Which of the own LIVEs a figure rests on: those of this length that started at this time of day, of this length, or all. */
export type Conditions = 'length-and-time' | 'length' | 'all';

/**
 * The figure a step is held against, and whose it is: the benchmark's line, the 75th percentile of
 * the own LIVEs (what the account reached once in four), or the seller's own figure.
 */
export interface StepTarget {
  readonly value: number;
  readonly kind: 'benchmark' | 'own-p75' | 'custom';
  /** Whose benchmark. */
  readonly basis?: Basis;
  /** LIVEs it rests on, when known. */
  readonly n?: number;
}

/** What one step could bring, and how sure that is. Probabilities from 0 to 1. */
export interface StepPotential {
  readonly id: StepId;
  /** The metric that the step is in this LIVE, by the kind of its funnel. */
  readonly metric: StepMetric;
  /** The LIVE's own figure, as it was counted. */
  readonly yours: number;
  /** Its likely true level: counting noise taken out as far as the account's own LIVEs allow. */
  readonly now: Estimate;
  /** Absent where nothing is known to hold the step against. */
  readonly target?: StepTarget;
  /** Money per hour if this step alone reached its target; zero where it already lies above. */
  readonly attain?: Estimate;
  /** Probability that the step lies below its target. */
  readonly sureness?: number;
  /** Probability that no other step has more to gain. */
  readonly topChance?: number;
  /** Expected share of the best single gain that this step brings; the steps are ranked by it. */
  readonly capture?: number;
  /** What the step's usual level rests on: own LIVEs, the benchmark for want of five, or nothing. */
  readonly prior: { readonly rests: 'own' | 'benchmark' | 'nothing'; readonly lives: number };
  /** `pull`: worth changing first. `unsure`: could be, but chance may explain it. `fine`: nothing to gain that matters. */
  readonly verdict: 'pull' | 'unsure' | 'fine';
  /** What would settle an unsure verdict. */
  readonly needs?: Text;
}

/** What the LIVE could bring: the steps in the order in which to change them. */
export interface Potential {
  readonly choice: TargetChoice['kind'];
  readonly conditions: Conditions;
  /** GMV per hour, counting noise taken out. */
  readonly yours: Estimate;
  readonly steps: readonly StepPotential[];
  /** Probability that no step has anything to gain that matters; absent where none can be told from a target. */
  readonly healthy?: number;
  /** Money per hour if all steps that are to be pulled reached their targets together; no sum of the single ones. Absent where none is. */
  readonly joint?: Estimate;
}
