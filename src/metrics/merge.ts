import type { RoomId } from './ids.ts';
import type { Session, SessionPart } from './session.ts';

/** A session of which nothing is known yet but its room id. */
export function emptySession(id: RoomId): Session {
  return {
    version: 1,
    room: { id },
    figures: {},
    comparisons: { market: {}, own: {} },
    origins: {},
    gaps: [],
  };
}

/**
 * Lays one answer over what is known of the room. A field the answer leaves out keeps its older
 * value and origin; gaps of the answer's endpoints replace the older ones of the same endpoints.
 * Throws when the part belongs to another room: that is a programming error.
 */
export function mergePart(session: Session, part: SessionPart): Session {
  if (session.room.id !== part.room.id) {
    throw new Error(`A part of room ${part.room.id} can't be merged into room ${session.room.id}.`);
  }
  const endpoints = new Set([
    ...Object.values(part.origins ?? {}).map((origin) => origin.endpoint),
    ...(part.gaps ?? []).map((gap) => gap.endpoint),
  ]);
  return {
    ...session,
    ...present(part),
    version: 1,
    room: { ...session.room, ...present(part.room) },
    figures: { ...session.figures, ...present(part.figures ?? {}) },
    comparisons: {
      market: { ...session.comparisons.market, ...part.comparisons?.market },
      own: { ...session.comparisons.own, ...part.comparisons?.own },
    },
    origins: { ...session.origins, ...part.origins },
    gaps: [...session.gaps.filter((gap) => !endpoints.has(gap.endpoint)), ...(part.gaps ?? [])],
  };
}

function present<T extends object>(value: T): T {
  const copy = { ...value };
  for (const key in copy) if (copy[key] === undefined) delete copy[key];
  return copy;
}
