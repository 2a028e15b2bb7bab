import { faultOfStorage } from '../../archive/storage-error.ts';
import type { Archive } from '../../archive/types.ts';
import { failed, ok, type Result } from '../../metrics/fault.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { isNameless } from '../../metrics/live/nameless.ts';
import { now } from '../../platform/current-time.ts';
import type { Fetched } from '../../platform/verbs/room.ts';
import { fetchEndpoint, fetchRooms } from '../../sources/seller-center/client.ts';
import { shopArchive } from '../archives.ts';
import { currentGeneration, type DataGeneration } from '../data-generation.ts';
import { noteSignedOut, refreshBadge } from '../tabs/badge.ts';
import { createJobs } from './jobs.ts';
import { keepBackoffs, readBackoffs } from './kept-backoffs.ts';
import { pageActivity } from './page-activity.ts';
import { noteRead } from './reader-health.ts';
import { type FetchPorts, fetchRoomParts } from './room-fetch.ts';
import { sellerHost } from './seller-host.ts';
import { send } from './transport.ts';

/** Two rooms at a time: polite to Seller Center, and no seller looks at more. */
const rooms = createJobs<Result<Fetched>>(2);
const lists = createJobs<Result<readonly RoomId[]>>(1);

export interface RoomWish {
  readonly room: RoomId;
  readonly force: boolean;
  /** Host of the page the seller asks from. */
  readonly host?: string | undefined;
  readonly onItsPage: boolean;
}

/** What is read of an earlier LIVE to compare with: the rest waits until the seller opens it. */
const EARLIER = {
  figures: ['core/stats'],
  whole: ['core/stats', 'product/list', 'trend/chart'],
} as const;

/**
 * Makes one of the seller's rooms as fresh as it should be; one fetch however many ask. A forced one
 * doesn't content itself with a fetch under way that isn't: it follows it. Of a stand-in nobody is asked.
 */
export async function refreshRoom(wish: RoomWish): Promise<Result<Fetched>> {
  if (isNameless(wish.room)) return ok(asIs(wish.room));
  const generation = currentGeneration();
  const key = keyOf(generation, wish.room);
  // What is being read of it as of an earlier LIVE needn't be asked for again.
  await rooms.settled(earlierKey(key));
  return (wish.force ? rooms.runAnew : rooms.run)(key, () => fetchWithin(generation, wish));
}

/** Asks where the replay of one of the seller's LIVEs is, whenever that was asked last. */
export async function readReplayAddress(room: RoomId, host?: string): Promise<Result<Fetched>> {
  if (isNameless(room)) return ok(asIs(room));
  const generation = currentGeneration();
  const key = keyOf(generation, room);
  await rooms.settled(key);
  const wish = { room, force: true, host, onItsPage: false };
  return rooms.run(`${key}/replay`, () => fetchWithin(generation, wish, ['room/status']));
}

/**
 * Reads the figures of one of the seller's earlier LIVEs, or its products and course as well, as far
 * as they aren't known in their final state. Shares its turns with `refreshRoom`, so that never more than two rooms
 * are asked for at once.
 */
export async function readEarlier(
  room: RoomId,
  depth: keyof typeof EARLIER,
): Promise<Result<Fetched>> {
  if (isNameless(room)) return ok(asIs(room));
  const generation = currentGeneration();
  const key = keyOf(generation, room);
  await rooms.settled(key);
  const wish = { room, force: false, onItsPage: false };
  return rooms.run(earlierKey(key), () => fetchWithin(generation, wish, EARLIER[depth]));
}

/** There is nothing to ask about a LIVE whose file names no room. */
const asIs = (room: RoomId): Fetched => ({ room, outcome: 'fresh', missing: [] });

const keyOf = (generation: DataGeneration, room: RoomId): string => `${generation.number}/${room}`;
const earlierKey = (key: string): string => `${key}/earlier`;

function fetchWithin(
  generation: DataGeneration,
  { room, force, host, onItsPage }: RoomWish,
  only?: readonly string[],
): Promise<Result<Fetched>> {
  return within(generation, async () => {
    const archive = during(generation, await shopArchive());
    let asked = false;
    const ports: FetchPorts = {
      archive,
      ask: async (fetch) => {
        asked = true;
        const fetched = await fetchEndpoint(send, { ...fetch, signal: generation.signal });
        if (fetched.ok) {
          const { parts } = fetched.value;
          void generation
            .write(() => noteRead(fetch.endpoint, fetch.at, parts))
            .catch(() => undefined);
        }
        return fetched;
      },
      whenIdle: pageActivity.whenIdle,
      readBackoffs,
      keepBackoffs: (of, backoffs) => generation.write(() => keepBackoffs(of, backoffs)),
      now,
    };
    const job = { room, force, onItsPage, host: await sellerHost(host) };
    const fetched = await fetchRoomParts(ports, only === undefined ? job : { ...job, only });
    // What is left alone is told without asking, and says nothing of the sign-in.
    if (asked) await noteSignIn(fetched);
    return fetched;
  });
}

/** Reads the list of the seller's LIVEs of the last 92 days anew into the archive; the ids are newest start first. */
export function listRooms(host?: string): Promise<Result<readonly RoomId[]>> {
  const generation = currentGeneration();
  return lists.run(`${generation.number}`, () =>
    within(generation, async () => {
      const archive = during(generation, await shopArchive());
      const at = now();
      const listed = await fetchRooms(send, {
        host: await sellerHost(host),
        now: at,
        signal: generation.signal,
      });
      if (listed.ok) await archive.storeAll(listed.value, at);
      await noteSignIn(listed);
      return listed.ok ? ok(listed.value.map(({ room }) => room.id)) : listed;
    }),
  );
}

/** Reads the list of the seller's LIVEs anew into the archive. */
export async function refreshRooms(host?: string): Promise<Result<{ readonly rooms: number }>> {
  const listed = await listRooms(host);
  return listed.ok ? ok({ rooms: listed.value.length }) : listed;
}

/** The archive, written to only while the generation lasts. */
function during(generation: DataGeneration, archive: Archive): Archive {
  return {
    ...archive,
    store: (...answer) => generation.write(() => archive.store(...answer)),
    storeAll: (...answers) => generation.write(() => archive.storeAll(...answers)),
  };
}

/** What is deleted under it ends the work with a fault, as other reasons do. */
async function within<T>(
  generation: DataGeneration,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (generation.signal.aborted) return failed(faultOfStorage(error));
    throw error;
  }
}

/** An answer proves that the seller is signed in; a lost connection proves nothing. */
async function noteSignIn(result: Result<unknown>): Promise<void> {
  if (result.ok) await noteSignedOut(false);
  else if (result.fault.code === 'signed-out') await noteSignedOut(true);
  await refreshBadge();
}
