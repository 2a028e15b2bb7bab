import { type ReadonlySignal, signal } from '@preact/signals';
import type { Fault } from '../../metrics/fault.ts';
import type { Merged, Snapshot, SnapshotId } from '../../metrics/snapshot.ts';
import { changesAll } from '../../platform/archive-news.ts';
import type { Ports } from './ports.ts';

interface SnapshotsView {
  /** Of both archives, newest first. */
  readonly snapshots: readonly Snapshot[];
  /** False until they were read once. */
  readonly known: boolean;
  /** The one that is being restored or deleted. */
  readonly busy?: SnapshotId | undefined;
  /** What was restored last, and the snapshot of what was there before. */
  readonly restored?:
    | {
        readonly snapshot: Snapshot;
        readonly before?: Snapshot;
        /** What a merge came to; absent where all was put back as it was. */
        readonly merged?: Merged;
      }
    | undefined;
  /** Why the last thing done, or the reading, failed. */
  readonly fault?: Fault | undefined;
}

/** The snapshots of the archives, and what is done with them. */
export interface SnapshotStore {
  readonly view: ReadonlySignal<SnapshotsView>;
  readonly read: () => Promise<void>;
  /** Puts an archive back as a snapshot has it. */
  readonly restore: (snapshot: Snapshot) => Promise<void>;
  /** Adds to an archive what a snapshot has and it lacks. */
  readonly merge: (snapshot: Snapshot) => Promise<void>;
  readonly drop: (snapshot: Snapshot) => Promise<void>;
  /** Forgets what was restored, or a fault that was read. */
  readonly dismiss: () => void;
}

export function createSnapshotStore(ports: Pick<Ports, 'ask' | 'listen'>): SnapshotStore {
  const view = signal<SnapshotsView>({ snapshots: [], known: false });
  const change = (part: Partial<SnapshotsView>): void => {
    view.value = { ...view.value, ...part };
  };
  const read = async (): Promise<void> => {
    const reply = await ports.ask('snapshot.list', {});
    change(reply.ok ? { snapshots: reply.value.snapshots, known: true } : { fault: reply.fault });
  };
  ports.listen((news) => {
    const concerned = news.kind === 'snapshots' || changesAll(news);
    if (view.value.known && concerned) void read();
  });
  const putBack = async (
    verb: 'snapshot.restore' | 'snapshot.merge',
    snapshot: Snapshot,
  ): Promise<void> => {
    if (view.value.busy !== undefined) return;
    const { which, id } = snapshot;
    change({ busy: id, fault: undefined, restored: undefined });
    const reply = await ports.ask(verb, { which, id });
    change({
      busy: undefined,
      ...(reply.ok ? { restored: { snapshot, ...reply.value } } : { fault: reply.fault }),
    });
    await read();
  };
  return {
    view,
    read,
    restore: (snapshot) => putBack('snapshot.restore', snapshot),
    merge: (snapshot) => putBack('snapshot.merge', snapshot),
    drop: async ({ id }) => {
      if (view.value.busy !== undefined) return;
      change({ busy: id, fault: undefined, restored: undefined });
      const reply = await ports.ask('snapshot.drop', { id });
      change({ busy: undefined, ...(reply.ok ? {} : { fault: reply.fault }) });
      await read();
    },
    dismiss: () => change({ restored: undefined, fault: undefined }),
  };
}

/** The newest snapshot that was taken of an archive in this browser. */
export const newestOf = (
  snapshots: readonly Snapshot[],
  which: Snapshot['which'],
): Snapshot | undefined =>
  snapshots.find((snapshot) => snapshot.which === which && snapshot.reason !== 'file');
