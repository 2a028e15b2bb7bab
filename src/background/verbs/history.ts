import { ok, type Result } from '../../metrics/fault.ts';
import { now } from '../../platform/current-time.ts';
import type { Replies } from '../../platform/protocol.ts';
import type { historyVerbs } from '../../platform/verbs/history.ts';
import { type History, keptHistory } from '../history/kept.ts';
import { orderHistory, startHistory } from '../history/reading.ts';
import { progressOf } from '../history/steps.ts';
import type { HandlersOf } from '../messaging/router.ts';

function told(done: Result<History>): Result<Replies['history.order']> {
  return done.ok ? ok({ progress: progressOf(done.value, now()) }) : done;
}

/** Answers the verbs of `platform/verbs/history.ts`. */
export const historyHandlers: HandlersOf<typeof historyVerbs> = {
  /** How far the reading of earlier LIVEs has come. */
  'history.progress': async () => {
    const history = await keptHistory();
    return ok(history === undefined ? {} : { progress: progressOf(history, now()) });
  },

  /** Begins to read the LIVEs of the last three months. */
  'history.start': async (_request, { host }) => told(await startHistory(host)),

  /** Pauses, goes on, or stops. */
  'history.order': async ({ order }, { host }) => told(await orderHistory(order, host)),
};
