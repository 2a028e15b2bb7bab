import type { RoomId } from '../ids.ts';
import { type Phase, phaseOf } from '../live/phase.ts';
import type { RoomRecord } from '../room-record.ts';
import type { RoomInfo } from '../session.ts';
import { MINUTE_MS, type UnixMs } from '../time.ts';
import type { Plan } from './plan.ts';

/** A LIVE may start this much before the planned time and still be the one that was planned. */
const EARLY_MS = 30 * MINUTE_MS;

/** The LIVE in which a plan was tried, as far as it has come. */
export interface TriedLive {
  readonly room: RoomId;
  readonly phase: Phase['name'];
  /** Whether the seller named it; else it is the first that started after the plan. */
  readonly picked: boolean;
}

/**
 * The LIVE in which a plan was tried: the one that the seller picked, else the first that started
 * after the planned start (half an hour early counts), or after the plan was made where no start was
 * planned. Undefined while there is none. Instants are UTC; the zone a plan is shown in plays no part.
 *
 * @param rooms the account's LIVEs in any order
 */
export function triedLive(
  plan: Pick<Plan, 'madeAt' | 'madeFrom' | 'startsAt' | 'triedIn'>,
  rooms: readonly Pick<RoomRecord, 'id' | 'room'>[],
  now: UnixMs,
): TriedLive | undefined {
  const picked = rooms.find(({ id }) => id === plan.triedIn);
  if (picked !== undefined) return { ...triedIn(picked, now), picked: true };
  const from = (plan.startsAt ?? -Infinity) - EARLY_MS;
  const first = livesSince(plan, rooms).find(({ room }) => startOf(room) * 1000 > from);
  return first === undefined ? undefined : { ...triedIn(first, now), picked: false };
}

/** The LIVEs that the seller may name, the earliest first: all that started after the plan was made. */
export function livesSince<T extends Pick<RoomRecord, 'id' | 'room'>>(
  { madeAt, madeFrom }: Pick<Plan, 'madeAt' | 'madeFrom'>,
  rooms: readonly T[],
): readonly T[] {
  return rooms
    .filter(({ id, room }) => id !== madeFrom && startOf(room) * 1000 > madeAt)
    .sort((one, other) => startOf(one.room) - startOf(other.room));
}

const startOf = ({ startedAt }: RoomInfo): number => startedAt ?? Number.NEGATIVE_INFINITY;

const triedIn = (
  { id, room }: Pick<RoomRecord, 'id' | 'room'>,
  now: UnixMs,
): Pick<TriedLive, 'room' | 'phase'> => ({ room: id, phase: phaseOf(room, now).name });
