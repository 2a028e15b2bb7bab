import type { RoomInfo } from '../metrics/session.ts';
import { HOUR_SECONDS } from '../metrics/time.ts';

/**
 * How long a LIVE ran, in hours: end − start where both are known (TikTok's rates per hour rest on
 * that), else the reported duration. Undefined when unknown or not positive.
 */
export function hoursOf(
  live: Pick<RoomInfo, 'startedAt' | 'endedAt' | 'duration'>,
): number | undefined {
  const { startedAt, endedAt, duration } = live;
  const length = startedAt !== undefined && endedAt !== undefined ? endedAt - startedAt : duration;
  return length !== undefined && length > 0 ? length / HOUR_SECONDS : undefined;
}
