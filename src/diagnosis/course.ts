import { type MetricId, ratioOf } from '../metrics/catalogue.ts';
import type { Session, Timeline } from '../metrics/session.ts';

/** The series of a LIVE's course that a metric's level over a part of it is made of. */
export type CourseOf =
  | { readonly kind: 'per-hour'; readonly amount: string }
  | {
      readonly kind: 'ratio';
      readonly above: string;
      readonly below: string;
      readonly per: number;
    };

/** Series whose amount over a part stands for a metric per hour. */
const amounts: Partial<Record<MetricId, string>> = {
  gmvPerHour: 'gmv',
  impressionsPerHour: 'impressions',
};

/** What a metric's level is made of; undefined for a metric that no course can show. */
export function courseOf(id: MetricId): CourseOf | undefined {
  const amount = amounts[id];
  if (amount !== undefined) return { kind: 'per-hour', amount };
  const ratio = ratioOf(id);
  return ratio === undefined
    ? undefined
    : { kind: 'ratio', above: ratio.numerator, below: ratio.denominator, per: ratio.per };
}

/** Start of each interval in unix seconds, and the amount in it. */
export type Points = Timeline['series'][number]['points'];

/** The course of one series; undefined where the LIVE has none. */
export function pointsOf(session: Session, series: string): Points | undefined {
  return session.timeline?.series.find(({ metric }) => metric === series)?.points;
}
