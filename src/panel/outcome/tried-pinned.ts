import type { PinnedId } from '../../metrics/board/pinned.ts';
import type { Plan } from '../../metrics/board/plan.ts';
import type { App } from '../state/app.ts';

type WithBoard = { readonly board: Pick<App['board'], 'change' | 'view'> };

/**
 * Marks as tried what was pinned for the items that were done or under test, where it is on the board
 * and still to try.
 *
 * @returns what was marked, to be taken back by {@link untriedPinned}
 */
export async function triedPinned(app: WithBoard, plan: Plan): Promise<readonly PinnedId[]> {
  const used = new Set(
    plan.items.flatMap(({ done, tested, pinned }) => (done || tested ? (pinned ?? []) : [])),
  );
  return marked(app, (id) => used.has(id), 'to-try', 'tried');
}

/** Puts back to be tried what {@link triedPinned} marked, where it still stands as tried on the board. */
export async function untriedPinned(app: WithBoard, ids: readonly PinnedId[]): Promise<void> {
  await marked(app, (id) => ids.includes(id), 'tried', 'to-try');
}

async function marked(
  { board }: WithBoard,
  isMeant: (id: PinnedId) => boolean,
  from: 'tried' | 'to-try',
  to: 'tried' | 'to-try',
): Promise<readonly PinnedId[]> {
  const meant = board.view.value.pinned.filter(({ id, status }) => isMeant(id) && status === from);
  const written = await Promise.all(
    meant.map(async ({ id }) => ((await board.change(id, { status: to })).ok ? [id] : [])),
  );
  return written.flat();
}
