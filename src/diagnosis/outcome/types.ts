import type { PlanItemId } from '../../metrics/board/plan.ts';
import type { MetricId } from '../../metrics/catalogue.ts';
import type { Estimate, NoVerdict } from '../report.ts';

/**
 * Chance of a false *better*, and the same of a false *worse*, where nothing was changed: the two
 * ends of a 90 % interval. It holds for one look; who looks again after every LIVE errs more often.
 */
export const FALSE_VERDICTS = 0.05;

export type Verdict = 'better' | 'no-evidence' | 'worse';

/** Why a metric can't be told from before to after. */
export type NoChange =
  | Exclude<NoVerdict, 'no-benchmark'>
  /** Its counts are missing, so nothing is known of its noise. */
  | 'no-counts'
  /** Before and after are in different currencies, or one has none. */
  | 'currency'
  /** The figures were read while their LIVE still ran. */
  | 'part'
  /** Neither earlier LIVEs nor the LIVE before say what is usual. */
  | 'no-usual'
  /** No LIVE since has its figures read. */
  | 'not-yet';

/** A figure as it was counted, with the 90 % interval of counting alone. */
export interface CountedFigure extends Estimate {
  /** The two counts that it is made of; `n` may be hours. Absent where it has no counts. */
  readonly counts?: { readonly k: number; readonly n: number };
}

/** Where an ordinary LIVE of the shop lies. */
export interface UsualFigure {
  readonly value: number;
  /** Nine of ten ordinary LIVEs of the size of those after lie within, chance in their counts included. */
  readonly low: number;
  readonly high: number;
  /** Earlier LIVEs that it rests on. */
  readonly lives: number;
  /** `own` from five earlier LIVEs on; `thin` where the LIVE before has to help out. */
  readonly rests: 'own' | 'thin';
}

/** One metric after a change, against what an ordinary LIVE of the shop would have shown. */
export interface Change {
  readonly metric: MetricId;
  /** The LIVE that the plan was made from; absent where it lacks the figure. */
  readonly before?: CountedFigure;
  readonly usual: UsualFigure;
  /** The LIVE after the change as it was counted; of several the level behind them, with their counts added up. */
  readonly after: CountedFigure;
  /** LIVEs after the change that it rests on. */
  readonly lives: number;
  /** The level after the change ÷ the usual level; 1.2 is a fifth more. */
  readonly ratio: Required<Estimate>;
  /** Probability that the level after the change lies on the better side of the usual one. */
  readonly chance: number;
  readonly verdict: Verdict;
  /** More LIVEs like these that would tell, at most {@link MOST_LIVES_NEEDED}; absent with a verdict. */
  readonly needed?: LivesNeeded;
}

/** `beyond`: more than the cap, or never, because the usual level itself is known too roughly. */
export type LivesNeeded =
  | { readonly state: 'about'; readonly lives: number }
  | { readonly state: 'beyond'; readonly lives: number };

/** The cap of LIVEs still needed. */
export const MOST_LIVES_NEEDED = 20;

export type ChangeOrNot = Change | { readonly metric: MetricId; readonly none: NoChange };

/** Whether a metric can be told from before to after. */
export const isChange = (one: ChangeOrNot | undefined): one is Change =>
  one !== undefined && !('none' in one);

/** Something to keep in mind beside a verdict. */
export type Caveat =
  /** So many items were done together: what they did can't be told apart. */
  | { readonly kind: 'together'; readonly items: number }
  /** The item under test wasn't ticked as done. */
  | { readonly kind: 'not-done' }
  /** Figures of a LIVE after the change aren't final yet. */
  | { readonly kind: 'provisional' }
  /** What is usual rests on few earlier LIVEs. */
  | { readonly kind: 'few-lives'; readonly lives: number }
  /** A LIVE after ran less than half or more than twice as long as the usual one; hours. */
  | { readonly kind: 'length'; readonly after: number; readonly usual: number }
  /** Nearly all usual LIVEs started at another time of day. */
  | { readonly kind: 'time' }
  /** Far more or fewer impressions an hour than usual: other people came in. Ratio to the usual. */
  | { readonly kind: 'reach'; readonly ratio: number }
  /** The LIVE before lay below the shop's usual, so that a rise from it was to be expected. */
  | { readonly kind: 'low-before'; readonly ratio: number };

/** What became of a plan. */
export interface PlanOutcome {
  /** The item under test, if one is known. */
  readonly tested?: {
    readonly item: PlanItemId;
    readonly change: ChangeOrNot;
    /** Money per hour that the change in the step is worth at the usual GMV/h, if nothing else moved. */
    readonly worth?: Worth;
  };
  /** Items that were done beside it; they get no verdict. */
  readonly along: readonly PlanItemId[];
  /** The metric that must not suffer. */
  readonly guardRail?: { readonly change: ChangeOrNot; readonly suffered: boolean };
  readonly caveats: readonly Caveat[];
}

/** Money per hour with its 90 % interval, and the usual GMV per hour that it is reckoned from. */
export interface Worth extends Required<Estimate> {
  readonly usual: number;
  readonly currency: string;
}
