import { dropSnapshot, listSnapshots } from '../../archive/snapshots/database.ts';
import { ok } from '../../metrics/fault.ts';
import { setFinalAlarm } from '../alarms.ts';
import { archives } from '../archives.ts';
import { byItself } from '../by-itself.ts';
import { remind } from '../reminders.ts';
import { forgetRests } from '../rests.ts';
import type { Handler } from '../router.ts';

/** The snapshots of both archives, newest first. */
export const snapshotList: Handler<'snapshot.list'> = async () =>
  ok({ snapshots: await listSnapshots() });

/** Puts an archive back, and sets what hangs on its plans and LIVEs anew. */
export const snapshotRestore: Handler<'snapshot.restore'> = async ({ which, id }) => {
  const restored = await archives.restore(which, id);
  if (!restored.ok) return restored;
  await byItself(forgetRests);
  await byItself(setFinalAlarm);
  await byItself(remind);
  return ok(restored.value === undefined ? {} : { before: restored.value });
};

/** Deletes one snapshot. */
export const snapshotDrop: Handler<'snapshot.drop'> = async ({ id }) => {
  await dropSnapshot(id);
  return ok({});
};
