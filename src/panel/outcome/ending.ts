import type { EndedWith } from '../../metrics/board/engine-version.ts';
import type { PinnedId } from '../../metrics/board/pinned.ts';
import type { Plan } from '../../metrics/board/plan.ts';
import type { RoomId } from '../../metrics/ids.ts';
import type { App } from '../state/app.ts';
import { triedPinned, untriedPinned } from './tried-pinned.ts';

type WithPlans = {
  readonly plans: Pick<App['plans'], 'change'>;
  readonly board: Pick<App['board'], 'change' | 'view'>;
};

/**
 * Closes a plan as tried in a LIVE and, once that is kept, marks what was pinned for it as tried.
 *
 * @returns what was marked; nothing where the plan could not be closed
 */
export async function endPlan(
  app: WithPlans,
  plan: Plan,
  triedIn: RoomId,
  afterwards: NonNullable<Plan['afterwards']>,
  endedWith: EndedWith,
): Promise<readonly PinnedId[]> {
  const reply = await app.plans.change(plan.id, {
    state: 'closed',
    triedIn,
    afterwards,
    endedWith,
  });
  return reply.ok ? triedPinned(app, plan) : [];
}

/** Opens a plan again as it was before {@link endPlan}, and puts back what that marked. */
export async function takeBackEnd(
  app: WithPlans,
  plan: Plan,
  marked: Promise<readonly PinnedId[]>,
): Promise<void> {
  const reply = await app.plans.change(plan.id, {
    state: 'open',
    triedIn: plan.triedIn ?? null,
    afterwards: plan.afterwards ?? null,
    endedWith: plan.endedWith ?? null,
  });
  if (reply.ok) await untriedPinned(app, await marked);
}
