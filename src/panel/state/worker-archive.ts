import { StorageError } from '../../archive/storage-error.ts';
import type { ArchiveReader } from '../../archive/types.ts';
import { inLists } from '../../metrics/live/list-order.ts';
import type { RoomRecord } from '../../metrics/room-record.ts';
import type { ask } from '../../platform/ask.ts';
import { unpackListed, unpackRooms } from '../../platform/packed-rooms.ts';
import type { Replies, Request } from '../../platform/protocol.ts';
import type { Which } from './ports.ts';

type ArchiveVerb =
  | 'archive.session'
  | 'archive.room'
  | 'archive.revisions'
  | 'archive.rooms'
  | 'archive.near'
  | 'archive.settings'
  | 'archive.ledger';

/** The LIVEs of an answer, in the order of lists. Throws where another version packed them. */
export const listedIn = ({
  lists,
  near,
}: Replies['archive.near']): Awaited<ReturnType<ArchiveReader['nearRooms']>> => ({
  rooms: lists.flatMap(unpackListed).sort(inLists),
  near,
});

/**
 * The archive read through the worker. A panel in a page's frame can't count on its own database:
 * browsers that block third-party storage deny it there.
 */
export function workerArchive(which: Which, send: typeof ask): ArchiveReader {
  const read = async <V extends ArchiveVerb>(verb: V, request: Request<V>): Promise<Replies[V]> => {
    const reply = await send(verb, request);
    if (reply.ok) return reply.value;
    throw new StorageError(reply.fault);
  };
  const rooms = async (request: Request<'archive.rooms'>): Promise<readonly RoomRecord[]> =>
    (await read('archive.rooms', request)).lists.flatMap(unpackRooms).sort(inLists);
  return {
    session: async (room) => (await read('archive.session', { which, room })).session,
    room: async (room) => (await read('archive.room', { which, room })).record,
    revisions: async (room) => (await read('archive.revisions', { which, room })).revisions,
    rooms: () => rooms({ which }),
    nearRooms: async (room) => {
      const request = room === undefined ? { which } : { which, room };
      return listedIn(await read('archive.near', request));
    },
    roomsOf: (only) => rooms({ which, only: [...only] }),
    settings: () => read('archive.settings', { which }),
    ledger: async () => (await read('archive.ledger', { which })).entries,
  };
}
