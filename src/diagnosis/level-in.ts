import { type MetricId, ratioOf } from '../metrics/catalogue.ts';
import type { Session } from '../metrics/session.ts';
import type { Stretch } from './report.ts';

const HOUR = 3_600;

/** Series whose amount over a stretch stands for a metric per hour. */
const amounts: Partial<Record<MetricId, string>> = {
  gmvPerHour: 'gmv',
  impressionsPerHour: 'impressions',
};

/**
 * How high a metric stood over a stretch of a LIVE, in the metric's own unit: amounts per hour, or a
 * ratio of counts that are summed first. Undefined without the series for it, or where the count
 * that it is a share of was zero.
 */
export function levelIn(session: Session, id: MetricId, { from, to }: Stretch): number | undefined {
  const early = earlyBy(session);
  const sum = (name: string): number | undefined =>
    session.timeline?.series
      .find(({ metric }) => metric === name)
      ?.points.filter(([at]) => at >= from - early && at < to)
      .reduce((total, [, value]) => total + value, 0);
  const amount = amounts[id];
  if (amount !== undefined) return over(sum(amount), (to - from) / HOUR);
  const parts = id === 'aov' ? { numerator: 'gmv', denominator: 'orders', per: 1 } : ratioOf(id);
  const level =
    parts === undefined ? undefined : over(sum(parts.numerator), sum(parts.denominator));
  return level === undefined ? undefined : level * (parts?.per ?? 1);
}

/** An interval counts from its start, and the LIVE may begin within its first. */
function earlyBy({ timeline, room }: Session): number {
  const first = timeline?.series[0]?.points[0]?.[0];
  return first === undefined || room.startedAt === undefined || first >= room.startedAt
    ? 0
    : room.startedAt - first;
}

function over(above: number | undefined, below: number | undefined): number | undefined {
  return above === undefined || below === undefined || below <= 0 ? undefined : above / below;
}
