import type { Basis, FeedSource, PastLive } from '../metrics/benchmark.ts';
import type { MetricId } from '../metrics/catalogue.ts';
import type { CategoryId, RoomId } from '../metrics/ids.ts';
import type { Group } from '../metrics/metric.ts';
import type { CurrencyCode } from '../metrics/money.ts';
import type { MessageKey, Text } from '../metrics/text.ts';
import type { UnixSeconds } from '../metrics/time.ts';
import type { Versus } from '../metrics/versus.ts';
import type { Estimate } from './estimate.ts';
import type { Potential, StepTarget } from './potential/types.ts';
import type { MinutesCompared } from './recording/minutes-compared.ts';
import type { FunnelKind, StepId, StepMetric } from './step-id.ts';
import type { TimelineReport } from './timeline-report.ts';

export type { Estimate } from './estimate.ts';
export type {
  Conditions,
  Potential,
  StepPotential,
  StepTarget,
  TargetChoice,
} from './potential/types.ts';
export { type FunnelKind, type StepId, type StepMetric, stepIds } from './step-id.ts';

export type Lever =
  | 'where-to-stream'
  | 'how-to-stream'
  | 'who-streams'
  | 'what-to-sell'
  | 'how-to-sell'
  | 'drive-engagement'
  | 'market';

/** A benchmark's figure for one metric and whose it is: a basis may lack a metric, then another stands in, named. */
export interface BenchmarkFigure {
  readonly value: number;
  readonly basis: Basis;
  /** LIVEs it rests on, when known. */
  readonly n?: number;
}

/** One step of the funnel: this LIVE against benchmark, and its share of the gap (LMDI), per hour. */
export interface Step {
  readonly id: StepId;
  /** The metric that the step is in this LIVE, by the kind of its funnel. */
  readonly metric: StepMetric;
  readonly yours: number;
  readonly benchmark: BenchmarkFigure;
  /** Money per hour this step adds to the gap benchmark − yours; negative where this LIVE is ahead. */
  readonly contribution: number;
}

/** The gap in GMV/h split over the steps, or what is missing for it. */
export type Gap =
  | {
      readonly state: 'split';
      readonly method: 'lmdi' | 'shapley';
      readonly currency?: CurrencyCode;
      readonly yours: number;
      /** GMV/h with every step at benchmark: the product of the benchmark steps. */
      readonly benchmark: number;
      readonly steps: readonly Step[];
    }
  | {
      readonly state: 'missing';
      readonly yours: readonly MetricId[];
      readonly benchmark: readonly MetricId[];
    };

/** Why a metric has no verdict. */
export type NoVerdict =
  | 'not-reported'
  | 'no-benchmark'
  | 'unknown-denominator'
  | 'not-comparable'
  | 'contradicts';

/** One metric against benchmark and against the seller's own usual band (p25 to p75). */
export interface Comparison {
  readonly metric: MetricId;
  readonly yours?: number;
  readonly benchmark?: BenchmarkFigure;
  readonly usual?: {
    readonly p25: number;
    readonly p50: number;
    readonly p75: number;
    readonly n: number;
  };
  /** Lowest and highest of the seller's own LIVEs, for the scale of a strip. */
  readonly range?: { readonly low: number; readonly high: number };
  /** Share of the benchmark's LIVEs below this one, where a distribution is known; 0 to 1. */
  readonly percentile?: number;
  /** Yours ÷ benchmark − 1; none where both are shown as the same, absent where either isn't known. */
  readonly difference?: number;
  /** Which side of the benchmark the figure lies on, whichever is the better one; see `isBehind`. */
  readonly verdict: 'lower' | 'higher' | 'same' | { readonly none: NoVerdict };
  /** Where the figure lies beside the usual band; absent where either isn't known. */
  readonly side?: Side;
  /** Whether the figure is to be noticed; see `standsOut`. */
  readonly standsOut?: true;
}

/** A figure a finding rests on. */
export interface Evidence {
  readonly label: Text;
  readonly yours: Text;
  readonly benchmark?: Text;
  readonly usual?: Text;
  /** What the step is to reach; in the row of the step that the finding carries. */
  readonly target?: Text;
}

/** A stretch of the replay that shows a finding. */
export interface Stretch {
  readonly from: UnixSeconds;
  readonly to: UnixSeconds;
}

/**
 * What one factor says. `gap`: below what is compared with. `fine`: not. `not-enough-data`: counts
 * too small for a verdict, `needs` says how many more. `cannot-judge`: an input is missing, `needs`
 * says which. `error`: the factor itself failed; the report goes on.
 */
export interface Finding {
  readonly factor: string;
  readonly title: Text;
  readonly lever: Lever;
  readonly group: Group;
  /** The step of the funnel the factor is, or explains. */
  readonly step?: StepId;
  readonly state: 'gap' | 'fine' | 'not-enough-data' | 'cannot-judge' | 'error';
  /** Money per hour; only where the factor is a step of the funnel, so that nothing counts twice. */
  readonly money?: Estimate;
  /** Probability that the step truly lies below its target; absent where it can't be told. */
  readonly sureness?: number;
  /** One short phrase of evidence for a collapsed row. */
  readonly brief?: Text;
  readonly seen?: Text;
  readonly advice?: Text;
  readonly needs?: Text;
  readonly evidence: readonly Evidence[];
  /** What the figures of the evidence are, where they aren't this LIVE's. */
  readonly evidenceOf?: MessageKey;
  readonly stretches: readonly Stretch[];
  /** The stretches beside the rest of the LIVE; absent where that wasn't or can't be told. */
  readonly minutes?: MinutesCompared;
  /** Whether it rests on measures of the recording, which are ours. */
  readonly isMeasured?: true;
}

/** TikTok's words for a room's state, worst first. */
export type Standing = 'risk' | 'need-attention' | 'can-improve' | 'normal' | 'unknown';

/** Where a figure lies beside what is usual: outside of it on the lower or the higher side, or within. */
export type Side = 'below' | 'usual' | 'above';

/** What a LIVE is held against, and what that says of the GMV per hour. */
export interface VerdictReference {
  readonly versus: Versus;
  readonly value: number;
  /** LIVEs it rests on, when known. */
  readonly n?: number;
}

/** One of the five steps as a bar: the LIVE's figure, what it is held against, and what lies between in money. */
export interface VerdictStep {
  readonly id: StepId;
  readonly metric: StepMetric;
  readonly yours?: number;
  readonly target?: StepTarget;
  readonly side?: Side;
  /**
   * `worth`: surely worth changing. `unsure`: may be. `reached`: stands at its target or above. `fine`: so close
   * that there is nothing much to gain. `untold`: can't be told from a target.
   */
  readonly state: 'worth' | 'unsure' | 'reached' | 'fine' | 'untold';
  /** Money per hour if this step alone reached its target; where it is worth changing or may be. */
  readonly money?: Estimate;
}

/** A LIVE in the picture of the last ones. */
export interface VerdictLive {
  /** Absent for LIVEs that only TikTok's comparison tells of. */
  readonly room?: RoomId;
  readonly startedAt: UnixSeconds;
  /** GMV per hour. */
  readonly value: number;
  readonly side?: Side;
}

/** What the first screen says: how the LIVE went, against what, and what to change first. */
export interface LiveVerdict {
  readonly versus: Versus;
  /** The money that the LIVE is judged by. */
  readonly metric: 'gmvPerHour' | 'directGmvPerHour';
  readonly yours?: number;
  readonly reference?: VerdictReference;
  /** Yours ÷ reference − 1; none where both are shown as the same. */
  readonly difference?: number;
  readonly side?: Side;
  /** Whether what is usual is compared with, and the LIVE lies within it. */
  readonly isAsUsual: boolean;
  /** The step to change first; absent where none is surely worth it. */
  readonly first?: StepId;
  readonly headline: Text;
  /** From the top of the funnel. */
  readonly steps: readonly VerdictStep[];
  /** Why the first step isn't the one with the most money, where it isn't. */
  readonly whyNotLongest?: Text;
  /** Up to eleven earlier LIVEs and this one, oldest first; none where their money isn't known. */
  readonly lives: readonly VerdictLive[];
}

/** A thing to fix that is worth money, or keeps the shop healthy. */
export interface Fix {
  readonly id: string;
  /** What to do, as a title. */
  readonly deed: Text;
  /** How, in one short sentence. */
  readonly how?: Text;
  /** What went wrong, in place of the verdict's headline where this comes first. */
  readonly headline?: Text;
  /** Money per hour; absent where it can't be told. */
  readonly money?: Estimate;
  /** What there is of it in a few words, in place of money. */
  readonly brief?: Text;
  /** Whether its lower end alone is told, and ranks it: what lies above rests on more than this LIVE shows. */
  readonly atLeast?: true;
  /** Probability that there is anything to gain. */
  readonly sureness?: number;
  /** The finding behind it, by which it is planned and pinned. */
  readonly factor?: string;
  /** Why, where no finding says it whole. */
  readonly note?: Text;
}

/** The whole diagnosis of one LIVE: same input, same report, wherever it runs. */
export interface Report {
  readonly version: 1;
  readonly room: RoomId;
  readonly currency?: CurrencyCode;
  readonly basis: Basis;
  readonly category?: CategoryId;
  /** Of a category feed: whose, and what it rests on. */
  readonly feed?: FeedSource;
  readonly simulated: boolean;
  /** What the last two steps and all money of the LIVE are counted in. */
  readonly funnel: FunnelKind;
  readonly standing: Standing;
  /** How it went against what it is compared with, in one line and step by step. */
  readonly verdict: LiveVerdict;
  /** One sentence on the first step to fix, or on why there is none. */
  readonly summary: Text;
  /** Five plain sentences: what was made, what to change first, how sure, what it brings together, what it rests on. */
  readonly narrative: readonly Text[];
  readonly gap: Gap;
  /** What the steps could bring; absent unless all five are known. */
  readonly potential?: Potential;
  /** What to fix, first things first; worked out where it is asked for. */
  readonly fixes: readonly Fix[];
  /** What went wrong in a few words: of what comes first to fix, else of the verdict. */
  readonly headline: Text;
  /** Every metric of the catalogue, in catalogue order. */
  readonly comparisons: readonly Comparison[];
  /** Every factor, ranked: gaps by money first, then gaps without money, then the rest. */
  readonly findings: readonly Finding[];
  /** Earlier LIVEs that the own band rests on. */
  readonly history: readonly PastLive[];
  /** How the LIVE went from its start to its end; worked out where it is asked for. */
  readonly timeline: TimelineReport;
}
