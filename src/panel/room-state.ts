import { endOf } from '../metrics/live/length.ts';
import type { RoomInfo } from '../metrics/session.ts';
import { DAY_MS, toMs, type UnixMs, unixMs } from '../metrics/time.ts';

/** Who streamed, as people call them: the handle with its sign, else the name. */
export function creatorName({ creator }: RoomInfo): string | undefined {
  return creator?.handle === undefined ? creator?.name : `@${creator.handle.replace(/^@/, '')}`;
}

/** TikTok keeps a replay for 30 days after the LIVE. Source: TikTok's LIVE Diagnosis page. */
const REPLAY_DAYS = 30;

export type ReplayState =
  | { readonly state: 'playable'; readonly url: string; readonly daysLeft: number }
  | { readonly state: 'expired' }
  | { readonly state: 'absent' };

/** Until when a LIVE's replay is kept; undefined while its end is unknown. */
export function replayUntil(room: RoomInfo): UnixMs | undefined {
  if (room.replayExpiresAt !== undefined) return toMs(room.replayExpiresAt);
  const ended = endOf(room);
  return ended === undefined ? undefined : unixMs(toMs(ended) + REPLAY_DAYS * DAY_MS);
}

/** Whether the replay can be watched at `now`; days left are counted up, so the last day is 1. */
export function replayState(room: RoomInfo, now: UnixMs): ReplayState {
  const until = replayUntil(room);
  if (until !== undefined && until <= now) return { state: 'expired' };
  if (room.replayUrl === undefined || until === undefined || room.status === 'live') {
    return { state: 'absent' };
  }
  return {
    state: 'playable',
    url: room.replayUrl,
    daysLeft: Math.ceil((until - now) / DAY_MS),
  };
}
