import type { MetricId } from '../../metrics/catalogue.ts';

/** A factor that is one metric held against its benchmark, with figures that its tests judge. */
export interface JudgedFactor {
  readonly id: string;
  readonly metric: MetricId;
  readonly benchmark: number;
  /** Figures on either side of the benchmark. */
  readonly below: number;
  readonly above: number;
  /** The count that the figure rests on: enough of it, and too little. */
  readonly of: MetricId;
  readonly enough: number;
  readonly scarce: number;
}

const row = (
  id: string,
  metric: MetricId,
  [below, benchmark, above]: readonly [number, number, number],
  of: MetricId,
  [scarce, enough]: readonly [number, number],
): JudgedFactor => ({ id, metric, benchmark, below, above, of, enough, scarce });

/** Factors that say no more than where one metric lies. */
export const judgedFactors: readonly JudgedFactor[] = [
  row('tap-through', 'tapThroughRate', [0.028, 0.05, 0.06], 'impressions', [200, 26_284]),
  row(
    'first-impression',
    'tapThroughRatePreview',
    [0.022, 0.04, 0.05],
    'impressions',
    [200, 26_284],
  ),
  row('stay', 'averageViewDurationPerView', [23, 45, 50], 'views', [5, 700]),
  row('return', 'viewsPerViewer', [1.1, 1.5, 1.6], 'viewers', [6, 600]),
  row('product-exposure', 'productImpressionsPerView', [3, 6, 7], 'views', [9, 700]),
  row('product-click', 'liveCtr', [0.2, 0.3, 0.35], 'views', [30, 700]),
  row('click-to-order', 'ctor', [0.021, 0.034, 0.04], 'productClicks', [505, 1_800]),
  row('basket', 'aov', [24, 40, 41], 'orders', [6, 120]),
  row('payment', 'paymentRate', [0.7, 0.9, 0.95], 'orders', [8, 200]),
  row('comments', 'commentRate', [0.01, 0.03, 0.04], 'views', [60, 1_500]),
  row('likes', 'likeRate', [0.2, 0.9, 1.2], 'views', [20, 900]),
  row('shares', 'shareRate', [0.001, 0.005, 0.006], 'views', [300, 6_000]),
  row('follows', 'followRate', [0.002, 0.008, 0.009], 'views', [200, 4_000]),
];
