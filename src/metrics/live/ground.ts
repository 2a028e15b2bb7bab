import type { RoomRecord } from '../room-record.ts';
import type { RoomInfo } from '../session.ts';
import { unixSeconds } from '../time.ts';
import { HISTORY_SECONDS } from './history-span.ts';
import { startedOrCreated } from './latest.ts';
import type { Span } from './length.ts';

/**
 * When the LIVEs started that the verdict on one rests on, itself among them; at any time where its start isn't
 * known. Whose LIVEs they are, and whether one is a stub, may follow from LIVEs outside it, older or newer: a verdict
 * kept by its ground alone doesn't show that those changed.
 */
export function groundSpan(room: RoomInfo): Span {
  if (room.startedAt === undefined) {
    return { from: unixSeconds(0), to: unixSeconds(Number.MAX_SAFE_INTEGER) };
  }
  const start = startedOrCreated(room);
  return { from: unixSeconds(Math.max(0, start - HISTORY_SECONDS)), to: unixSeconds(start) };
}

/**
 * What the verdict on a LIVE rests on, in a number that changes whenever figures of an ended LIVE do: its own, and
 * those of the LIVEs that tell what is usual. Of `rooms` those count that lie in {@link groundSpan}.
 */
export function groundOf(
  room: RoomInfo,
  rooms: readonly Pick<RoomRecord, 'room' | 'revision'>[],
): number {
  const { from, to } = groundSpan(room);
  return rooms.reduce((sum, { room: one, revision }) => {
    const start = startedOrCreated(one);
    return one.status === 'live' || start < from || start > to ? sum : sum + revision;
  }, 0);
}
