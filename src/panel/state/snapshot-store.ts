import { type ReadonlySignal, signal } from '@preact/signals';
import type { Fault } from '../../metrics/fault.ts';
import type { Snapshot, SnapshotId } from '../../metrics/snapshot.ts';
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
  readonly restored?: { readonly snapshot: Snapshot; readonly before?: Snapshot } | undefined;
  /** Why the last thing done, or the reading, failed. */
  readonly fault?: Fault | undefined;
}

/** The snapshots of the archives, and what is done with them. */
export interface SnapshotStore {
  readonly view: ReadonlySignal<SnapshotsView>;
  readonly read: () => Promise<void>;
  /** Puts an archive back as a snapshot has it. */
  readonly restore: (snapshot: Snapshot) => Promise<void>;
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
  return {
    view,
    read,
    restore: async (snapshot) => {
      if (view.value.busy !== undefined) return;
      const { which, id } = snapshot;
      change({ busy: id, fault: undefined, restored: undefined });
      const reply = await ports.ask('snapshot.restore', { which, id });
      change({
        busy: undefined,
        ...(reply.ok ? { restored: { snapshot, ...reply.value } } : { fault: reply.fault }),
      });
      await read();
    },
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

/** The newest snapshot of an archive. */
export const newestOf = (
  snapshots: readonly Snapshot[],
  which: Snapshot['which'],
): Snapshot | undefined => snapshots.find((snapshot) => snapshot.which === which);
