import * as v from 'valibot';
import type { MessageKey } from './text.ts';
import { UnixMsSchema } from './time.ts';

export const SnapshotIdSchema = v.pipe(v.string(), v.uuid(), v.brand('SnapshotId'));
export type SnapshotId = v.InferOutput<typeof SnapshotIdSchema>;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A whole copy of an archive as it stood at one time. */
export const SnapshotSchema = v.object({
  id: SnapshotIdSchema,
  /** Whose archive it is a copy of: the seller's own, or the sample shop's. */
  which: v.picklist(['shop', 'sample']),
  /** The version of the data, which is the number of migrations it has been through. */
  version: count,
  takenAt: UnixMsSchema,
  /** What was about to change the archive. */
  reason: v.picklist(['update', 'restore']),
  /** LIVEs in it. */
  rooms: count,
  /** Size of the data written as JSON; on disk it may take less. */
  bytes: count,
});
export type Snapshot = v.InferOutput<typeof SnapshotSchema>;

/** An upgrade of an archive's data, from one version to another. */
export const UpgradeSchema = v.object({ from: count, to: count, at: UnixMsSchema });

/** An upgrade, with what a seller sees differently since then, one sentence each. */
export interface Upgrade extends v.InferOutput<typeof UpgradeSchema> {
  readonly tells: readonly MessageKey[];
}
