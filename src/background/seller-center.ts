import { ok, type Result } from '../metrics/fault.ts';
import type { RoomId } from '../metrics/ids.ts';
import type { Fetched } from '../platform/protocol.ts';
import { fetchRoom, fetchRooms } from '../sources/seller-center/client.ts';
import { shopArchive } from './archives.ts';
import { noteSignedOut, refreshBadge } from './badge.ts';
import { now } from './clock.ts';
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
  return run(room, async () => {
    const archive = await shopArchive();
    let asked = false;
    const ports: Ports = {
      archive,
      ask: (fetch) => {
        asked = true;
        return fetchRoom(send, fetch);
      },
      quiet: hearing.quiet,
      restsOf,
      setRests,
      now,
    };
    const job = { room, force, onItsPage, host: await sellerHost(host) };
    const fetched = await fetchRoomParts(ports, job);
    // What rests is told without asking, and says nothing of the sign-in.
    if (asked) await noteSignIn(fetched);
    return fetched;
  });
}

/** Reads the list of the seller's LIVEs anew into the archive. */
export function refreshRooms(host?: string): Promise<Result<{ readonly rooms: number }>> {
  return lists.run('list', async () => {
    const archive = await shopArchive();
    const at = now();
    const listed = await fetchRooms(send, { host: await sellerHost(host), now: at });
    if (listed.ok) await archive.storeAll(listed.value, at);
    await noteSignIn(listed);
    return listed.ok ? ok({ rooms: listed.value.length }) : listed;
  });
}

/** An answer proves that the seller is signed in; a lost connection proves nothing. */
async function noteSignIn(result: Result<unknown>): Promise<void> {
  if (result.ok) await noteSignedOut(false);
  else if (result.fault.code === 'signed-out') await noteSignedOut(true);
  await refreshBadge();
}
