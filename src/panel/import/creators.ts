import type { ListedRoom } from '../../metrics/room-record.ts';
import type { Session } from '../../metrics/session.ts';
import { creatorName } from '../creator-name.ts';

/** A creator whose LIVEs stand in the files. */
export interface CreatorInFiles {
  readonly key: string;
  readonly name: string;
  readonly lives: number;
  /** Whether LIVEs of theirs are known already. */
  readonly known: boolean;
}

type Room = Session['room'];

/** Whose LIVE it is; undefined where the file names nobody. */
export function creatorKey({ accountId, accountHandle, creator }: Room): string | undefined {
  if (accountId !== undefined) return `id:${accountId}`;
  if (accountHandle !== undefined) return `@${accountHandle}`;
  return creator?.id ?? creator?.handle ?? creator?.name;
}

/** The creators of LIVEs: those that are known first, then those with most LIVEs. */
export function creatorsIn(
  sessions: readonly Session[],
  known: readonly ListedRoom[],
): readonly CreatorInFiles[] {
  const ids = new Set(known.flatMap(({ room }) => room.accountId ?? []));
  const handles = new Set(known.flatMap(({ room }) => room.accountHandle ?? []));
  const found = new Map<string, CreatorInFiles>();
  for (const { room } of sessions) {
    const key = creatorKey(room);
    if (key === undefined) continue;
    const before = found.get(key);
    found.set(key, {
      key,
      name: before?.name ?? creatorName(room) ?? room.creator?.id ?? key,
      lives: (before?.lives ?? 0) + 1,
      known:
        before?.known === true ||
        (room.accountId !== undefined && ids.has(room.accountId)) ||
        (room.accountHandle !== undefined && handles.has(room.accountHandle)),
    });
  }
  return [...found.values()].toSorted(
    (one, other) => Number(other.known) - Number(one.known) || other.lives - one.lives,
  );
}
