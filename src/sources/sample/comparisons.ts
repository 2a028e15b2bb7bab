import type { MetricId } from '../../metrics/catalogue.ts';
import { type Figures, numberOf } from '../../metrics/figure.ts';
import type { CategoryId } from '../../metrics/ids.ts';
import type { Session } from '../../metrics/session.ts';
import { DAY_SECONDS, type UnixSeconds } from '../../metrics/time.ts';
import { BEAUTY, HOME } from './catalogue.ts';

/** An earlier LIVE of the shop, as far as comparisons need it. */
export interface Earlier {
  readonly startedAt: UnixSeconds;
  readonly endedAt: UnixSeconds;
  readonly figures: Figures;
}

/** The metrics that TikTok's own comparison covers on the dashboard. */
const ownMetrics: readonly MetricId[] = [
  'views',
  'impressionsPerHour',
  'followRate',
  'tapThroughRatePreview',
  'tapThroughRate',
  'liveCtr',
  'aov',
  'newFollowers',
  'ctorSku',
  'orderRateSku',
  'orders',
  'gmvPerHour',
  'gmv',
  'itemsSold',
  'viewers',
];
const OWN_DAYS = 14;

/** This LIVE against the shop's own of the 14 days before it: difference = current ÷ median − 1. */
export function ownComparisons(
  figures: Figures,
  startedAt: UnixSeconds,
  earlier: readonly Earlier[],
): Session['comparisons']['own'] {
  const window = earlier.filter(
    (one) => one.endedAt <= startedAt && one.startedAt >= startedAt - OWN_DAYS * DAY_SECONDS,
  );
  const own: Session['comparisons']['own'] = {};
  for (const id of ownMetrics) {
    const current = numberOf(figures, id);
    const past = window.flatMap((one) => {
      const value = numberOf(one.figures, id);
      return value === undefined ? [] : [{ startedAt: one.startedAt, endedAt: one.endedAt, value }];
    });
    const median = medianOf(past.map(({ value }) => value));
    if (current === undefined || median === undefined) continue;
    own[id] = {
      current,
      median,
      past,
      ...(median === 0 ? {} : { difference: current / median - 1 }),
    };
  }
  return own;
}

/** What the sample says a category's rooms usually reach; made up, like all of the shop. */
function marketOf(category: CategoryId): ReadonlyMap<MetricId, number> {
  const [impressions, tap, preview, click, order, aov, stay] =
    category === BEAUTY
      ? [25_500, 0.052, 0.0335, 0.365, 0.061, 26.5, 36]
      : category === HOME
        ? [21_000, 0.047, 0.031, 0.34, 0.066, 29, 33]
        : [23_500, 0.049, 0.032, 0.35, 0.063, 25, 34];
  return new Map<MetricId, number>([
    ['tapThroughRate', tap],
    ['aov', aov],
    ['tapThroughRatePreview', preview],
    ['impressionsPerHour', impressions],
    ['liveCtr', click],
    ['ctor', order],
    ['averageViewDurationPerView', stay],
    ['gmvPerHour', impressions * tap * click * order * aov],
  ]);
}

/**
 * The market comparison: difference = value ÷ market − 1 for the first `reach` of eight metrics;
 * the captured answer covered three.
 */
export function marketComparisons(
  figures: Figures,
  category: CategoryId,
  reach: number,
): Session['comparisons']['market'] {
  const market: Session['comparisons']['market'] = {};
  for (const [id, usual] of [...marketOf(category)].slice(0, reach)) {
    const value = numberOf(figures, id);
    if (value !== undefined) market[id] = { difference: value / usual - 1 };
  }
  return market;
}

function medianOf(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)];
  const lower = sorted[Math.ceil(half) - 1];
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
}
