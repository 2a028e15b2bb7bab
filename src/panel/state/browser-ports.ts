import { openArchive } from '../../archive/archive.ts';
import type { Archive } from '../../archive/types.ts';
import type { Result } from '../../metrics/fault.ts';
import { unixMs } from '../../metrics/time.ts';
import { ask } from '../../platform/ask.ts';
import { ARCHIVE_CHANNEL, type ArchiveNews } from '../../platform/protocol.ts';
import type { Ports, Which } from './ports.ts';

/** The real outside of an extension page: the worker, the archives, their news and the clock. */
export function browserPorts(): Ports {
  const opened = new Map<Which, Promise<Result<Archive>>>();
  const channel = new BroadcastChannel(ARCHIVE_CHANNEL);
  return {
    ask,
    archive: async (which) => {
      const known = opened.get(which) ?? openArchive(which);
      opened.set(which, known);
      const result = await known;
      if (!result.ok) opened.delete(which);
      return result;
    },
    listen: (hear) => {
      const listener = (event: MessageEvent<ArchiveNews>): void => hear(event.data);
      channel.addEventListener('message', listener);
      return () => channel.removeEventListener('message', listener);
    },
    now: () => unixMs(Date.now()),
  };
}
