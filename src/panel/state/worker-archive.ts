import { StorageError } from '../../archive/storage-error.ts';
import type { ArchiveReader } from '../../archive/types.ts';
import type { ask } from '../../platform/ask.ts';
import { unpackRooms } from '../../platform/packed-rooms.ts';
import type { Replies, Request } from '../../platform/protocol.ts';
import type { Which } from './ports.ts';

type ArchiveVerb =
  | 'archive.session'
  | 'archive.room'
  | 'archive.revisions'
  | 'archive.rooms'
  | 'archive.settings'
  | 'archive.ledger';

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
  return {
    session: async (room) => (await read('archive.session', { which, room })).session,
    room: async (room) => (await read('archive.room', { which, room })).record,
    revisions: async (room) => (await read('archive.revisions', { which, room })).revisions,
    rooms: async () => unpackRooms(await read('archive.rooms', { which })),
    roomsOf: async (only) => unpackRooms(await read('archive.rooms', { which, only: [...only] })),
    settings: () => read('archive.settings', { which }),
    ledger: async () => (await read('archive.ledger', { which })).entries,
  };
}
