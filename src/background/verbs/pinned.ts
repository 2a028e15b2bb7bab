import { ok } from '../../metrics/fault.ts';
import { archiveOf } from '../archives.ts';
import type { Handler } from '../router.ts';

/** The board in its order. */
export const pinnedList: Handler<'pinned.list'> = async ({ which }) =>
  ok({ pinned: await (await archiveOf(which)).pinned() });

/** Adds to the board. */
export const pinnedAdd: Handler<'pinned.add'> = async ({ which, pinned }) => {
  await (await archiveOf(which)).pin(pinned);
  return ok({});
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
