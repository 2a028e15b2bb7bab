import type { Plan } from '../../metrics/plan.ts';
import type { App } from '../state/app.ts';

/** Marks what was pinned for the items that were done as tried. */
export function triedPinned(
  app: { readonly board: Pick<App['board'], 'change'> },
  plan: Plan,
): void {
  for (const { done, tested, pinned } of plan.items) {
    if (pinned !== undefined && (done || tested)) {
      void app.board.change(pinned, { status: 'tried' });
    }
  }
}
