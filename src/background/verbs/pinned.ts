import { ok } from '../../metrics/fault.ts';
import { archiveOf } from '../archives.ts';
import type { Handler } from '../router.ts';

/** The board in its order. */
export const pinnedList: Handler<'pinned.list'> = async ({ which }) =>
  ok({ pinned: await (await archiveOf(which)).pinned() });

/** Adds to the board. */
export const pinnedAdd: Handler<'pinned.add'> = async ({ which, pinned, picture }) => {
  const archive = await archiveOf(which);
  const stands = await archive.pin(pinned);
  if (picture !== undefined) await archive.keepPicture(pinned.room.room, picture);
  return ok({ pinned: stands });
};

/** Changes a pinned thing, where it is still on the board. */
export const pinnedChange: Handler<'pinned.change'> = async ({ which, id, patch }) => {
  const pinned = await (await archiveOf(which)).changePinned(id, patch);
  return ok(pinned === undefined ? {} : { pinned });
};

/** Takes a thing off the board. */
export const pinnedDrop: Handler<'pinned.drop'> = async ({ which, id }) => {
  await (await archiveOf(which)).unpin(id);
  return ok({});
};

/** The pictures kept of LIVEs with something on the board. */
export const pinnedPictures: Handler<'pinned.pictures'> = async ({ which, rooms }) =>
  ok({ pictures: Object.fromEntries(await (await archiveOf(which)).pictures(rooms)) });
