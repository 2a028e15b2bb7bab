import { keyFactors } from '../../diagnosis/key-factors.ts';
import { levelIn } from '../../diagnosis/level-in.ts';
import { bestStretch } from '../../diagnosis/replay-cut.ts';
import type { Clip } from '../../metrics/feed/category-slice.ts';
import { numberOf } from '../../metrics/figure.ts';
import { cutOf } from '../../metrics/live/recording.ts';
import type { Session } from '../../metrics/session.ts';
import { MINUTE_SECONDS } from '../../metrics/time.ts';

/** A cut for each key factor whose metric stood above the LIVE's own level in it. */
export function sampleClips(session: Session, media: Pick<Clip, 'url' | 'expiresAt'>): Clip[] {
  return keyFactors.flatMap(({ id: factor, shownBy: metric }): Clip[] => {
    const stretch = bestStretch(session, metric);
    const cut = stretch === undefined ? undefined : cutOf(session.room, stretch);
    if (stretch === undefined || cut === undefined || cut.to - cut.from < MINUTE_SECONDS) return [];
    const level = levelIn(session, metric, stretch);
    const usual = numberOf(session.figures, metric);
    if (level === undefined || usual === undefined || level <= usual) return [];
    return [{ factor, metric, level, ...cut, ...media }];
  });
}
