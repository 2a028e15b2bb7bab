import { bestStretch } from '../../diagnosis/best-stretch.ts';
import { levelIn } from '../../diagnosis/level-in.ts';
import type { MetricId } from '../../metrics/catalogue.ts';
import type { Clip } from '../../metrics/category-slice.ts';
import { numberOf } from '../../metrics/figure.ts';
import { cutOf } from '../../metrics/live/recording.ts';
import type { Session } from '../../metrics/session.ts';
import { MINUTE_SECONDS } from '../../metrics/time.ts';

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
  return shown.flatMap(([factor, metric]) => {
    const stretch = bestStretch(session, metric);
    const cut = stretch === undefined ? undefined : cutOf(session.room, stretch);
    if (stretch === undefined || cut === undefined || cut.to - cut.from < MINUTE_SECONDS) return [];
    const level = levelIn(session, metric, stretch);
    const usual = numberOf(session.figures, metric);
    if (level === undefined || usual === undefined || level <= usual) return [];
    return [{ factor, metric, level, ...cut, ...media }];
  });
}
