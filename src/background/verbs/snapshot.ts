import { dropSnapshot, listSnapshots } from '../../archive/snapshots/database.ts';
import { ok } from '../../metrics/fault.ts';
import type { snapshotVerbs } from '../../platform/verbs/snapshot.ts';
import { setFinalAlarm } from '../alarms.ts';
import { archives } from '../archives.ts';
import { byItself } from '../by-itself.ts';
import { remind } from '../reminders.ts';
import { forgetRests } from '../rests.ts';
import type { HandlersOf } from '../router.ts';

/** Answers the verbs of `platform/verbs/snapshot.ts`. */
export const snapshotHandlers: HandlersOf<typeof snapshotVerbs> = {
  /** The snapshots of both archives, newest first. */
  'snapshot.list': async () => ok({ snapshots: await listSnapshots() }),

  /** Puts an archive back, and sets what hangs on its plans and LIVEs anew. */
  'snapshot.restore': async ({ which, id }) => {
    const restored = await archives.restore(which, id);
    if (!restored.ok) return restored;
    await byItself(forgetRests);
    await byItself(setFinalAlarm);
    await byItself(remind);
    return ok(restored.value === undefined ? {} : { before: restored.value });
  },

  /** Deletes one snapshot. */
  'snapshot.drop': async ({ id }) => {
    await dropSnapshot(id);
    return ok({});
  },
};
