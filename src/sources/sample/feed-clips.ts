import { bestStretch } from '../../diagnosis/best-stretch.ts';
import type { Stretch } from '../../diagnosis/report.ts';
import { type MetricId, ratioOf } from '../../metrics/catalogue.ts';
import type { Clip } from '../../metrics/category-slice.ts';
import { numberOf } from '../../metrics/figure.ts';
import type { Session } from '../../metrics/session.ts';
import { seconds } from '../../metrics/time.ts';

/** The factors that a cut can show, and the metric by which each is found. */
const shown = [
  ['reach', 'impressionsPerHour'],
  ['tap-through', 'tapThroughRate'],
  ['product-click', 'liveCtr'],
  ['click-to-order', 'ctor'],
  ['basket', 'aov'],
  ['comments', 'commentRate'],
  ['follows', 'followRate'],
] as const satisfies readonly (readonly [string, MetricId])[];

const HOUR = 3_600;

/** A cut for each factor whose metric stood above the LIVE's own level in it. */
export function clipsOf(session: Session, media: Pick<Clip, 'url' | 'expiresAt'>): Clip[] {
  const { startedAt } = session.room;
  if (startedAt === undefined) return [];
  return shown.flatMap(([factor, metric]) => {
    const stretch = bestStretch(session, metric);
    if (stretch === undefined || stretch.to - stretch.from < 60) return [];
    const level = levelIn(session, metric, stretch);
    const usual = numberOf(session.figures, metric);
    if (level === undefined || usual === undefined || level <= usual) return [];
    const from = seconds(stretch.from - startedAt);
    return [{ factor, metric, level, from, to: seconds(stretch.to - startedAt), ...media }];
  });
}

function levelIn(session: Session, id: MetricId, { from, to }: Stretch): number | undefined {
  const sum = (name: string): number | undefined =>
    session.timeline?.series
      .find(({ metric }) => metric === name)
      ?.points.filter(([at]) => at >= from - intervalOf(session) && at < to)
      .reduce((total, [, value]) => total + value, 0);
  if (id === 'impressionsPerHour') return over(sum('impressions'), (to - from) / HOUR);
  const parts = id === 'aov' ? { numerator: 'gmv', denominator: 'orders' } : ratioOf(id);
  return parts === undefined ? undefined : over(sum(parts.numerator), sum(parts.denominator));
}

/** An interval counts from its start, and the LIVE may begin within its first. */
function intervalOf({ timeline, room }: Session): number {
  const first = timeline?.series[0]?.points[0]?.[0];
  return first === undefined || room.startedAt === undefined || first >= room.startedAt
    ? 0
    : room.startedAt - first;
}

function over(above: number | undefined, below: number | undefined): number | undefined {
  return above === undefined || below === undefined || below === 0 ? undefined : above / below;
}
