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
  /**
   * Why it was taken: before an update or a restore changed the archive, a week after the last one, or
   * for a backup file; `file` was read out of such a file.
   */
  reason: v.picklist(['update', 'restore', 'week', 'backup', 'file']),
  /** When the archive was last seen to say the same still; absent where it was not looked at again. */
  sameAt: v.optional(UnixMsSchema),
  /** LIVEs in it. */
  rooms: count,
  /** Size of the data written as JSON; on disk it may take less. */
  bytes: count,
});
export type Snapshot = v.InferOutput<typeof SnapshotSchema>;

/** What a merge of two archives came to. */
export interface Merged {
  /** LIVEs that only the snapshot had. */
  readonly added: number;
  /** LIVEs that both had, and of which more or other figures are known now than were here. */
  readonly completed: number;
  /** Notes and plans that both had with other words where no room was for both: those of here stand. */
  readonly kept: number;
}

/** An upgrade of an archive's data, from one version to another. */
export const UpgradeSchema = v.object({ from: count, to: count, at: UnixMsSchema });

/** An upgrade, with what a seller sees differently since then, one sentence each. */
export interface Upgrade extends v.InferOutput<typeof UpgradeSchema> {
  readonly tells: readonly MessageKey[];
}
