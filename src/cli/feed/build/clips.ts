import { keyFactors } from '../../../diagnosis/key-factors.ts';
import { highestStretch } from '../../../diagnosis/replay-cut.ts';
import type { Clip } from '../../../metrics/feed/category-slice.ts';
import { spanLength, spanOf } from '../../../metrics/live/length.ts';
import { recordingState, replayOf } from '../../../metrics/live/recording.ts';
import type { Session } from '../../../metrics/session.ts';
import { seconds, toMs, unixSeconds } from '../../../metrics/time.ts';
import { isSafeAddress } from '../../../sources/feed/address.ts';
import { limits } from '../../../sources/feed/limits.ts';
import { isPlausible } from '../../../sources/feed/plausible.ts';
import { toDigits } from './digits.ts';

/** A stretch shows something when the metric stood so much higher in it than over the whole LIVE. */
const LIFT = 1.1;

/** Shorter cuts show nothing to learn from. */
const SHORTEST = 60;

/**
 * For each key factor the stretch in which its metric stood highest above the LIVE's own level.
 *
 * @param till unix seconds; the address of a recording that is gone by then is left out
 */
export function publishedClips(session: Session, till: number): readonly Clip[] {
  const live = spanOf(session.room);
  if (live === undefined) return [];
  const replay = replayOf(session.room);
  const { url, expiresAt } = replay;
  const plays =
    url !== undefined &&
    expiresAt !== undefined &&
    url.length <= limits.address &&
    isSafeAddress(url) &&
    recordingState(replay, toMs(unixSeconds(till))).state === 'playable';
  return keyFactors.flatMap(({ id: factor, shownBy: metric }): Clip[] => {
    const high = highestStretch(session, metric);
    if (high === undefined || high.level < high.usual * LIFT || !isPlausible(metric, high.level))
      return [];
    const [from, to] = [high.from - live.from, high.to - live.from];
    if (from < 0 || to - from < SHORTEST || to > spanLength(live)) return [];
    return [
      {
        factor,
        metric,
        level: toDigits(high.level, 4),
        from: seconds(from),
        to: seconds(to),
        ...(plays ? { url, expiresAt } : {}),
      },
    ];
  });
}
