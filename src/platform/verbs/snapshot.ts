import * as v from 'valibot';
import { type Merged, type Snapshot, SnapshotIdSchema } from '../../metrics/snapshot.ts';
import { archiveNames } from './archive-names.ts';
import { defineVerb, reply } from './define-verb.ts';

/** Copies of the archives. */
export const snapshotVerbs = {
  /** The snapshots of both archives, newest first. */
  'snapshot.list': defineVerb({
    from: 'panel',
    request: v.object({}),
    reply: reply<{ readonly snapshots: readonly Snapshot[] }>(),
    idempotent: true,
  }),
  /** Puts an archive back as a snapshot has it, after a snapshot of what is there. */
  'snapshot.restore': defineVerb({
    from: 'panel',
    request: v.object({ which: archiveNames, id: SnapshotIdSchema }),
    /** The snapshot of what was there before; absent where there was nothing. */
    reply: reply<{ readonly before?: Snapshot }>(),
    idempotent: false,
  }),
  /** Adds to an archive what a snapshot has and it lacks, after a snapshot of what is there. */
  'snapshot.merge': defineVerb({
    from: 'panel',
    request: v.object({ which: archiveNames, id: SnapshotIdSchema }),
    reply: reply<{ readonly before?: Snapshot; readonly merged: Merged }>(),
    idempotent: false,
  }),
  /** Copies the seller's own archive as it stands, for a backup file. */
  'snapshot.copy': defineVerb({
    from: 'panel',
    request: v.object({}),
    /** Absent where there is nothing to copy. */
    reply: reply<{ readonly snapshot?: Snapshot }>(),
    idempotent: true,
  }),
  'snapshot.drop': defineVerb({
    from: 'panel',
    request: v.object({ id: SnapshotIdSchema }),
    reply: reply<Record<string, never>>(),
    idempotent: true,
  }),
};
