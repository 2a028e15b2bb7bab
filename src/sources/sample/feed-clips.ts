import { bestStretch } from '../../diagnosis/best-stretch.ts';
import { levelIn } from '../../diagnosis/level-in.ts';
import type { MetricId } from '../../metrics/catalogue.ts';
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
