import { dropSnapshot, listSnapshots } from '../../archive/snapshots/database.ts';
import { ok } from '../../metrics/fault.ts';
import type { snapshotVerbs } from '../../platform/verbs/snapshot.ts';
import { setFinalAlarm } from '../alarms.ts';
import { archives } from '../archives.ts';
import type { HandlersOf } from '../messaging/router.ts';
import { remind } from '../reminders/reminders.ts';
import { clearBackoffs } from '../rooms/kept-backoffs.ts';
import { runIsolated } from '../run-isolated.ts';

/** Answers the verbs of `platform/verbs/snapshot.ts`. */
export const snapshotHandlers: HandlersOf<typeof snapshotVerbs> = {
  /** The snapshots of both archives, newest first. */
  'snapshot.list': async () => ok({ snapshots: await listSnapshots() }),

  /** Puts an archive back, and sets what hangs on its plans and LIVEs anew. */
  'snapshot.restore': async ({ which, id }) => {
    const restored = await archives.restore(which, id);
    if (!restored.ok) return restored;
    await setAnew();
    return ok(restored.value === undefined ? {} : { before: restored.value });
  },

  /** Adds what a snapshot has and the archive lacks, and sets what hangs on it anew. */
  'snapshot.merge': async ({ which, id }) => {
    const done = await archives.merge(which, id);
    if (!done.ok) return done;
    await setAnew();
    const { before, merged } = done.value;
    return ok({ merged, ...(before === undefined ? {} : { before }) });
  },

  /** Copies the seller's own archive. */
  'snapshot.copy': async () => {
    const taken = await archives.copy('shop', 'backup');
    if (!taken.ok) return taken;
    return ok(taken.value === undefined ? {} : { snapshot: taken.value });
  },

  /** Deletes one snapshot. */
  'snapshot.drop': async ({ id }) => {
    await dropSnapshot(id);
    return ok({});
  },
};

/** What hangs on plans and LIVEs that came back: back-offs, alarms and reminders. */
async function setAnew(): Promise<void> {
  await runIsolated(clearBackoffs);
  await runIsolated(setFinalAlarm);
  await runIsolated(remind);
}
