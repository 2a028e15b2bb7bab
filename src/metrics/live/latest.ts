import type { RoomInfo } from '../session.ts';
import type { UnixMs } from '../time.ts';
import { type Phase, phaseOf } from './phase.ts';

/**
 * Which LIVEs are shown first. One of which no end is known stands with those that run: it may run, and
 * then half of its figures are still to come.
 */
const places: Readonly<Record<Phase['name'], number>> = {
  final: 0,
  provisional: 1,
  running: 2,
  unknown: 2,
};

/**
 * The LIVE to show when none was asked for: the most recently started whose figures are final, else the
 * most recent that ended, else the most recent. Undefined where there is none.
 *
 * @param lives in any order
 */
export function latestOf<T extends { readonly room: RoomInfo }>(
  lives: readonly T[],
  now: UnixMs,
): T | undefined {
  const place = ({ room }: T): number => places[phaseOf(room, now).name];
  return lives.reduce<T | undefined>((best, one) => {
    if (best === undefined) return one;
    const difference =
      place(one) - place(best) || startedOrCreated(best.room) - startedOrCreated(one.room);
    return difference < 0 || (difference === 0 && one.room.id > best.room.id) ? one : best;
  }, undefined);
}

/**
 * Unix seconds by which LIVEs are ordered: the start, else the room's creation, which the upper bits of
 * its id tell (two real rooms: within 37 s of the start).
 */
export function startedOrCreated({ id, startedAt }: Pick<RoomInfo, 'id' | 'startedAt'>): number {
  return startedAt ?? Number(BigInt(id) >> 32n);
}
