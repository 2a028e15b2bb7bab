import type { Archive } from '../../archive/types.ts';
import type { PastSources } from '../../diagnosis/course/mix.ts';
import { currencyOf } from '../../diagnosis/currency.ts';
import type { PastLive } from '../../metrics/benchmark.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { coveredHours } from '../../metrics/live/length.ts';
import type { Session } from '../../metrics/session.ts';

/** Earlier LIVEs whose details are read, latest first: enough for a usual mix, few enough to read at once. */
const MOST_LIVES = 20;

/** The rooms of a history that are to be read; TikTok's own comparison has none. */
export function roomsToRead(history: readonly PastLive[]): readonly RoomId[] {
  return history.flatMap(({ room }) => (room === undefined ? [] : [room])).slice(0, MOST_LIVES);
}

/** What the archive knows of the sources and products of rooms; nothing else of them is kept. Rejects like the archive. */
export async function readPastSources(
  archive: Pick<Archive, 'session'>,
  rooms: readonly RoomId[],
): Promise<readonly PastSources[]> {
  const sessions = await Promise.all(rooms.map((room) => archive.session(room)));
  return sessions.flatMap((session) => (session === undefined ? [] : pastOf(session)));
}

function pastOf(session: Session): readonly PastSources[] {
  const hours = coveredHours(session);
  if (hours === undefined) return [];
  const currency = currencyOf(session);
  const { sources, products } = session;
  return [
    {
      hours,
      ...(currency === undefined ? {} : { currency }),
      ...(sources === undefined ? {} : { sources }),
      ...(products === undefined ? {} : { products }),
    },
  ];
}
