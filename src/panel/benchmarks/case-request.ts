import type { Clip } from '../../metrics/feed/category-slice.ts';
import { seconds } from '../../metrics/time.ts';
import { clipReplay, ownReplay } from '../replay/request.ts';
import type { ReplayRequest } from '../state/replay.ts';
import type { BenchmarkCase } from './cases.ts';

/** Whether a LIVE to learn from is simulated. */
export const isSimulated = (one: BenchmarkCase): boolean =>
  one.kind === 'own' ? one.record.simulated : one.feed.simulated;

/** What a LIVE to learn from has to watch: its clip, or all of its recording where it has none. `untitled` names one without a title. */
export function requestOf(
  one: BenchmarkCase,
  clip: Clip | undefined,
  untitled: string,
): ReplayRequest {
  const simulated = isSimulated(one);
  if (one.kind === 'own') {
    return clip === undefined
      ? ownReplay(one.record, untitled)
      : { ...ownReplay(one.record, untitled), from: clip.from, to: clip.to, clip };
  }
  const whose = { kind: 'feed', name: one.feed.name } as const;
  if (clip !== undefined) return clipReplay(one.live, clip, { whose, untitled, simulated });
  const { room, title, coverUrl } = one.live;
  return {
    room,
    from: seconds(0),
    title: title ?? untitled,
    whose,
    coverUrl,
    live: one.live,
    simulated,
  };
}
