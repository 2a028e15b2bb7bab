import * as v from 'valibot';
import { type Pinned, PinnedSchema } from '../metrics/board/pinned.ts';
import { inLists } from '../metrics/live/list-order.ts';
import type { RoomRecord } from '../metrics/room-record.ts';
import { type Session, SessionSchema } from '../metrics/session.ts';
import { unpackRooms } from '../platform/packed-rooms.ts';
import type { BoardThing } from './board-filling.ts';
import type { View } from './panel-view.ts';

type Which = 'shop' | 'sample';

/** A LIVE as it stands in lists. */
export type ArchivedRoom = RoomRecord;

/** Every LIVE the archive knows, newest start first, as the panel reads them. */
export async function archivedRooms(view: View, which: Which): Promise<readonly ArchivedRoom[]> {
  const Answer = v.object({
    ok: v.literal(true),
    value: v.object({ lists: v.array(v.object({ rooms: v.string(), figures: v.string() })) }),
  });
  const { value } = v.parse(Answer, await askArchive(view, 'archive.rooms', { which }));
  return value.lists.flatMap(unpackRooms).sort(inLists);
}

/** One LIVE of the archive with all its parts. */
export async function archivedSession(view: View, which: Which, room: string): Promise<Session> {
  const Answer = v.object({ ok: v.literal(true), value: v.object({ session: SessionSchema }) });
  return v.parse(Answer, await askArchive(view, 'archive.session', { which, room })).value.session;
}

/** The board, in its order. */
export async function archivedBoard(view: View, which: Which): Promise<readonly Pinned[]> {
  const Answer = v.object({
    ok: v.literal(true),
    value: v.object({ pinned: v.array(PinnedSchema) }),
  });
  return v.parse(Answer, await askArchive(view, 'pinned.list', { which })).value.pinned;
}

/** Puts things on the board, with a picture of their LIVE where one is given. */
export async function fillBoard(
  view: View,
  which: Which,
  things: readonly BoardThing[],
): Promise<void> {
  for (const thing of things) {
    v.parse(
      v.object({ ok: v.literal(true) }),
      await askArchive(view, 'pinned.add', { which, ...thing }),
    );
  }
}

/** Asks the worker by a verb, as the panel does; its answer as it came. */
export function askArchive(view: View, verb: string, request: object): Promise<unknown> {
  const message = JSON.stringify({ app: 'live-diagnosis', verb, request });
  return view.evaluate(`chrome.runtime.sendMessage(${message})`);
}
