import type { Session } from '../metrics/session.ts';
import { archivedRooms, archivedSession } from './panel-archive.ts';
import { afterFrames, pickRoom, shownRoom, type View } from './panel-view.ts';

/**
 * Opens the newest ended LIVE that meets a condition, which is read once the LIVE stands there, and
 * answers its id. LIVEs of the sample shop differ from day to day: a test says what it needs of one.
 */
export async function newestWhere(
  view: View,
  condition: () => Promise<boolean>,
  which: 'shop' | 'sample' = 'sample',
): Promise<string> {
  const rooms = await archivedRooms(view, which);
  for (const { id, room } of rooms) {
    if (room.status === 'live') continue;
    if ((await shownRoom(view)) !== id) await pickRoom(view, id);
    await afterFrames(view);
    if (await condition()) return id;
  }
  throw new Error('No LIVE of the sample shop is as this test needs it.');
}

/** The newest archived LIVE whose figures meet a condition; it isn't opened. */
export async function newestSession(
  view: View,
  meets: (session: Session) => boolean,
  which: 'shop' | 'sample' = 'sample',
): Promise<Session> {
  for (const { id } of await archivedRooms(view, which)) {
    const session = await archivedSession(view, which, id);
    if (meets(session)) return session;
  }
  throw new Error('No LIVE of the sample shop is as this test needs it.');
}
