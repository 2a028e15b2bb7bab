import { DAY_MS, toMs, type UnixMs } from '../../metrics/time.ts';
import type { ReplayRequest } from '../state/replay.ts';

/** Whether a clip can be played at `now`; days left are counted up, so the last day is 1. Some clips don't say. */
export type ClipState =
  | { readonly state: 'playable'; readonly daysLeft?: number }
  | { readonly state: 'expired' | 'absent' };

export function clipState(
  { url, expiresAt }: Pick<ReplayRequest, 'url' | 'expiresAt'>,
  now: UnixMs,
): ClipState {
  if (expiresAt !== undefined && toMs(expiresAt) <= now) return { state: 'expired' };
  if (url === undefined) return { state: 'absent' };
  return expiresAt === undefined
    ? { state: 'playable' }
    : { state: 'playable', daysLeft: Math.ceil((toMs(expiresAt) - now) / DAY_MS) };
}
