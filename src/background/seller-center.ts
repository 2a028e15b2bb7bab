import { faultOf } from '../archive/storage-error.ts';
import type { Archive } from '../archive/types.ts';
import { failed, ok, type Result } from '../metrics/fault.ts';
import type { RoomId } from '../metrics/ids.ts';
import { now } from '../platform/current-time.ts';
import type { Fetched } from '../platform/protocol.ts';
import { fetchRoom, fetchRooms } from '../sources/seller-center/client.ts';
import { shopArchive } from './archives.ts';
import { noteSignedOut, refreshBadge } from './badge.ts';
import { type Era, thisEra } from './era.ts';
import { hearing } from './hearing.ts';
import { createJobs } from './jobs.ts';
import { restsOf, setRests } from './rests.ts';
import { fetchRoomParts, type Ports } from './room-fetch.ts';
import { sellerHost } from './seller-host.ts';
import { send } from './transport.ts';

/** Two rooms at a time: polite to Seller Center, and no seller looks at more. */
const rooms = createJobs<Result<Fetched>>(2);
const lists = createJobs<Result<{ readonly rooms: number }>>(1);

export interface RoomWish {
  readonly room: RoomId;
  readonly force: boolean;
  /** Host of the page the seller asks from. */
  readonly host?: string | undefined;
  readonly onItsPage: boolean;
}

/**
 * Makes one of the seller's rooms as fresh as it should be; one fetch however many ask. A forced one
 * doesn't content itself with a fetch under way that isn't: it follows it.
 */
export function refreshRoom({ room, force, host, onItsPage }: RoomWish): Promise<Result<Fetched>> {
  const run = force ? rooms.runAnew : rooms.run;
  const era = thisEra();
  return run(`${era.number}/${room}`, () =>
    within(era, async () => {
      const archive = during(era, await shopArchive());
      let asked = false;
      const ports: Ports = {
        archive,
        ask: (fetch) => {
          asked = true;
          return fetchRoom(send, { ...fetch, signal: era.signal });
        },
        quiet: hearing.quiet,
        restsOf,
        setRests: (of, rests) => era.write(() => setRests(of, rests)),
        now,
      };
      const job = { room, force, onItsPage, host: await sellerHost(host) };
      const fetched = await fetchRoomParts(ports, job);
      // What rests is told without asking, and says nothing of the sign-in.
      if (asked) await noteSignIn(fetched);
      return fetched;
    }),
  );
}

/** Reads the list of the seller's LIVEs anew into the archive. */
export function refreshRooms(host?: string): Promise<Result<{ readonly rooms: number }>> {
  const era = thisEra();
  return lists.run(`${era.number}`, () =>
    within(era, async () => {
      const archive = during(era, await shopArchive());
      const at = now();
      const listed = await fetchRooms(send, {
        host: await sellerHost(host),
        now: at,
        signal: era.signal,
      });
      if (listed.ok) await archive.storeAll(listed.value, at);
      await noteSignIn(listed);
      return listed.ok ? ok({ rooms: listed.value.length }) : listed;
    }),
  );
}

/** The archive, written to only while the era lasts. */
function during(era: Era, archive: Archive): Archive {
  return {
    ...archive,
    store: (...answer) => era.write(() => archive.store(...answer)),
    storeAll: (...answers) => era.write(() => archive.storeAll(...answers)),
  };
}

/** What is deleted under it ends the work with a fault, as other reasons do. */
async function within<T>(era: Era, work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (era.signal.aborted) return failed(faultOf(error));
    throw error;
  }
}

/** An answer proves that the seller is signed in; a lost connection proves nothing. */
async function noteSignIn(result: Result<unknown>): Promise<void> {
  if (result.ok) await noteSignedOut(false);
  else if (result.fault.code === 'signed-out') await noteSignedOut(true);
  await refreshBadge();
}
