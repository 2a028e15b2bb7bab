import type { MessageKey } from './text.ts';

export type Unit =
  | 'count'
  | 'count-per-hour'
  /** A share between 0 and 1 that may exceed 1 where one viewer acts twice (likes per view). */
  | 'rate'
  | 'seconds'
  | 'money'
  | 'money-per-hour'
  | 'ratio';

/** The stages of the viewer's journey, as TikTok's page groups them. */
export type JourneyStage = 'entry' | 'stay' | 'interaction' | 'conversion' | 'transaction';

/** The two groups of the diagnosis page. */
export type Group = 'entry-stay' | 'interaction-conversion';

/** Attributed sales are what Seller Center calls GMV now; direct sales leave out what came later. */
export type SalesBasis = 'attributed' | 'direct';

/** One entry of the metric catalogue. */
export interface Metric {
  readonly unit: Unit;
  readonly stage: JourneyStage;
  readonly better: 'higher' | 'lower' | 'neither';
  /** Whether the figure compares across LIVEs of different length; totals don't. */
  readonly comparable: boolean;
  /** Whose orders a figure rests on, where that matters: what TikTok attributes to the LIVE, or what came straight from it. */
  readonly basis?: SalesBasis;
  readonly name: MessageKey;
  readonly definition: MessageKey;
  /** Plain-sign formula in metric names ("views ÷ impressions"); absent for counts. */
  readonly formula?: MessageKey;
  /** The counts a rate is made of, for provenance and re-derivation. */
  readonly parts?: {
    readonly numerator: string;
    readonly denominator: string;
    readonly per?: number;
  };
}
