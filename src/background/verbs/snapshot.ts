import { dropSnapshot, listSnapshots } from '../../archive/snapshots/database.ts';
import { ok } from '../../metrics/fault.ts';
import type { snapshotVerbs } from '../../platform/verbs/snapshot.ts';
import { setFinalAlarm } from '../alarms.ts';
import { archives } from '../archives.ts';
import type { HandlersOf } from '../messaging/router.ts';
import { remind } from '../reminders/reminders.ts';
import { clearBackoffs } from '../rooms/backoff.ts';
import { runIsolated } from '../run-isolated.ts';

/** Answers the verbs of `platform/verbs/snapshot.ts`. */
export const snapshotHandlers: HandlersOf<typeof snapshotVerbs> = {
  /** The snapshots of both archives, newest first. */
  'snapshot.list': async () => ok({ snapshots: await listSnapshots() }),

  /** Puts an archive back, and sets what hangs on its plans and LIVEs anew. */
  'snapshot.restore': async ({ which, id }) => {
    const restored = await archives.restore(which, id);
    if (!restored.ok) return restored;
    await runIsolated(clearBackoffs);
    await runIsolated(setFinalAlarm);
    await runIsolated(remind);
    return ok(restored.value === undefined ? {} : { before: restored.value });
  },

  /** Deletes one snapshot. */
  'snapshot.drop': async ({ id }) => {
    await dropSnapshot(id);
    return ok({});
  },
};
