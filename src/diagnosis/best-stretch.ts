import type { MetricId } from '../metrics/catalogue.ts';
import type { Session, Timeline } from '../metrics/session.ts';
import { unixSeconds } from '../metrics/time.ts';
import type { Stretch } from './report.ts';

/** A cut is long enough to learn from and short enough to watch between two LIVEs. */
const CUT_SECONDS = 10 * 60;

/** The counts whose ratio is a rate; summed over a cut they outweigh thin intervals rightly. */
const ratios: Partial<Record<MetricId, readonly [above: string, below: string]>> = {
  tapThroughRate: ['views', 'impressions'],
  liveCtr: ['productClicks', 'views'],
  productCtr: ['productClicks', 'productImpressions'],
  productImpressionsPerView: ['productImpressions', 'views'],
  ctor: ['orders', 'productClicks'],
  ctorSku: ['skuOrders', 'productClicks'],
  aov: ['gmv', 'orders'],
  commentRate: ['comments', 'views'],
  likeRate: ['likes', 'views'],
  shareRate: ['shares', 'views'],
  followRate: ['newFollowers', 'views'],
};

/** Series that stand for a metric per hour: their amount over the cut. */
const amounts: Partial<Record<MetricId, string>> = {
  gmvPerHour: 'gmv',
  impressionsPerHour: 'impressions',
};

/** A stretch with the metric's level in it and over the whole LIVE, in the metric's unit. */
interface High extends Stretch {
  readonly level: number;
  readonly usual: number;
}

/**
 * The stretch of a LIVE in which a metric stood highest: the best run of whole intervals of about
 * ten minutes. Rates are ratios of summed counts, so that one order in an empty interval doesn't
 * win. Undefined without the series for it, or when the LIVE is shorter than one cut.
 */
export function bestStretch(session: Session, metric: MetricId): Stretch | undefined {
  const high = highestStretch(session, metric);
  return high === undefined ? undefined : { from: high.from, to: high.to };
}

/** The same, with how high the metric stood there and how high over the whole LIVE. */
export function highestStretch(session: Session, metric: MetricId): High | undefined {
  const { timeline } = session;
  if (timeline === undefined) return undefined;
  const length = Math.max(1, Math.round(CUT_SECONDS / timeline.interval));
  const above = pointsOf(session, ratios[metric]?.[0] ?? amounts[metric]);
  const below = ratios[metric] === undefined ? undefined : pointsOf(session, ratios[metric][1]);
  if (above === undefined || (ratios[metric] !== undefined && below === undefined))
    return undefined;
  if (above.length < length) return undefined;
  const least =
    below === undefined
      ? 0
      : (sum(below.map(([, value]) => value)) / below.length) * length * LEAST_SHARE;
  let best: { readonly at: number; readonly level: number } | undefined;
  for (let at = 0; at + length <= above.length; at += 1) {
    const level = levelOf(above, below, at, length, least);
    if (level !== undefined && (best === undefined || level > best.level)) best = { at, level };
  }
  const from = best === undefined ? undefined : above[best.at]?.[0];
  const whole = levelOf(above, below, 0, above.length, 0);
  if (best === undefined || best.level <= 0 || from === undefined || whole === undefined)
    return undefined;
  const inUnit = (level: number, intervals: number): number =>
    below === undefined ? (level / (intervals * timeline.interval)) * 3600 : level;
  return {
    ...clipped(session, from, from + length * timeline.interval),
    level: inUnit(best.level, length),
    usual: inUnit(whole, above.length),
  };
}

/** A cut needs at least this share of the LIVE's usual denominator, or chance picks it. */
const LEAST_SHARE = 0.5;

type Points = Timeline['series'][number]['points'];

function levelOf(
  above: Points,
  below: Points | undefined,
  at: number,
  length: number,
  least: number,
): number | undefined {
  const window = above.slice(at, at + length);
  const total = sum(window.map(([, value]) => value));
  if (below === undefined) return total;
  const times = new Set<number>(window.map(([time]) => time));
  const base = sum(below.filter(([time]) => times.has(time)).map(([, value]) => value));
  return base <= 0 || base < least ? undefined : total / base;
}

/** Intervals start before the LIVE does and end after it: the cut stays inside the replay. */
function clipped(session: Session, from: number, to: number): Stretch {
  const { startedAt, endedAt } = session.room;
  return {
    from: unixSeconds(Math.max(from, startedAt ?? from)),
    to: unixSeconds(Math.min(to, endedAt ?? to)),
  };
}

function pointsOf(session: Session, metric: string | undefined): Points | undefined {
  return session.timeline?.series.find((series) => series.metric === metric)?.points;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
