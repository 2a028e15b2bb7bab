import type { MetricId } from '../../metrics/catalogue.ts';
import type { ReadingGap } from '../../metrics/session.ts';
import { type UnixSeconds, unixSeconds } from '../../metrics/time.ts';
import type { Numbers } from '../exports/identity.ts';
import { Fields, Gaps } from '../seller-center/fields.ts';
import { answeredNumber, overallFields, type ReadField, readFields } from './api-fields.ts';
import { minutesEndpoint, originOfEndpoint } from './endpoints.ts';

/** Counts of an interval, by the specification of 202510; money in major units. */
const amountFields = [
  ['sales', 'items_sold', 'itemsSold'],
  ['sales', 'sku_orders', 'skuOrders'],
  ['sales', 'main_orders', 'orders'],
  ['traffic', 'impressions', 'impressions'],
  ['traffic', 'views', 'views'],
  ['traffic', 'product_impressions', 'productImpressions'],
  ['traffic', 'product_clicks', 'productClicks'],
  ['interactions', 'comments', 'comments'],
  ['interactions', 'likes', 'likes'],
  ['interactions', 'shares', 'shares'],
  ['interactions', 'new_followers', 'newFollowers'],
] as const satisfies readonly (readonly [string, string, MetricId])[];

/** What happened in one interval of a LIVE; `gmv` is money in major units, whosever it is. */
interface Interval {
  readonly at: UnixSeconds;
  readonly counts: Numbers;
}

/**
 * How intervals add up to the whole: each holds what happened in it, or all that happened until then.
 * The specification doesn't say; its sample starts and ends in one second.
 */
type Adding = 'apart' | 'so-far';

/** A LIVE minute by minute. */
export interface LiveMinutes {
  readonly overall: readonly ReadField[];
  /** What happened in each interval; undefined where the intervals don't tell how they add up. */
  readonly intervals: readonly Interval[] | undefined;
  /** The currency of its money. */
  readonly currency: string | undefined;
  /** Seconds between the starts of two intervals. */
  readonly step: number | undefined;
  readonly gaps: readonly ReadingGap[];
}

/** Reads the answers about a LIVE's minutes, all pages put together. */
export function readMinutes(data: Record<string, unknown>): LiveMinutes {
  const gaps = new Gaps(originOfEndpoint(minutesEndpoint));
  const performance = Fields.of(data, gaps).inside('performance');
  const overall = readFields(performance.inside('overall'), overallFields, minutesEndpoint);
  let currency: string | undefined;
  const read = new Map<number, Interval>();
  for (const row of performance.list('intervals')) {
    const at = row.instant('start_time');
    if (at === undefined) continue;
    const counts: Partial<Record<MetricId, number>> = {};
    for (const [inside, name, id] of amountFields) {
      const value = row.inside(inside).count(name);
      if (value !== undefined) counts[id] = value;
    }
    const gmv = row.inside('sales').inside('gmv');
    const amount = gmv.positive('amount');
    currency ??= gmv.text('currency');
    if (amount !== undefined) counts.gmv = amount;
    read.set(at, { at, counts });
  }
  const sorted = [...read.values()].sort((a, b) => a.at - b.at);
  const adding = addingOf(sorted, overall);
  if (adding === undefined && sorted.length > 0) gaps.note('intervals', 'contradicts');
  return {
    overall,
    intervals: adding === undefined ? undefined : adding === 'apart' ? sorted : differences(sorted),
    currency,
    step: stepOf(sorted),
    gaps: gaps.list,
  };
}

/** Late orders and the edges of pages move a total less than this. */
const NEAR = 0.005;

export const isNear = (a: number, b: number): boolean =>
  Math.abs(a - b) <= NEAR * Math.abs(b) + 1e-9;

/** Totals that `overall` repeats, by the names they have there and in an interval. */
const totals = [
  ['impressions', 'impressions'],
  ['gmv', 'gmv'],
  ['items_sold', 'itemsSold'],
] as const;

/** Whether the intervals add up to the totals, or end at them; undefined where they do neither, or both. */
function addingOf(
  intervals: readonly Interval[],
  overall: readonly ReadField[],
): Adding | undefined {
  const votes = { apart: 0, 'so-far': 0, neither: 0 };
  for (const [field, id] of totals) {
    const total = answeredNumber(overall, field);
    if (total === undefined || total === 0) continue;
    const values = intervals.flatMap(({ counts }) => counts[id] ?? []);
    const sum = values.reduce((all, value) => all + value, 0);
    const rises = values.every((value, i) => value >= (values[i - 1] ?? 0));
    const [apart, soFar] = [isNear(sum, total), rises && isNear(values.at(-1) ?? 0, total)];
    if (apart && !soFar) votes.apart += 1;
    else if (soFar && !apart) votes['so-far'] += 1;
    else if (!apart && !soFar) votes.neither += 1;
  }
  if (votes.neither > 0 || votes.apart > 0 === votes['so-far'] > 0) return undefined;
  return votes.apart > 0 ? 'apart' : 'so-far';
}

function differences(intervals: readonly Interval[]): readonly Interval[] {
  return intervals.map(({ at, counts }, i) => {
    const before = intervals[i - 1]?.counts ?? {};
    const since: Partial<Record<MetricId, number>> = {};
    for (const id of [...amountFields.map(([, , metric]) => metric), 'gmv'] as const) {
      const value = counts[id];
      // A tenth of a cent: two doubles of cents differ by less.
      if (value !== undefined) since[id] = Number((value - (before[id] ?? 0)).toFixed(3));
    }
    return { at, counts: since };
  });
}

/** The usual distance between two intervals, in seconds. */
function stepOf(intervals: readonly Interval[]): number | undefined {
  const steps = intervals
    .slice(1)
    .map(({ at }, i) => at - (intervals[i]?.at ?? unixSeconds(at)))
    .filter((step) => step > 0)
    .sort((a, b) => a - b);
  return steps[Math.floor(steps.length / 2)];
}
