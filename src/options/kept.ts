import { type ReadonlySignal, signal } from '@preact/signals';
import { type Fault, ok, type Result } from '../metrics/fault.ts';
import type { RoomRecord } from '../metrics/room-record.ts';
import type { Ports } from '../panel/state/ports.ts';
import { readArchive } from '../panel/state/read-archive.ts';
import type { LedgerEntry } from '../platform/ledger-entry.ts';

/** What this browser keeps, as the seller may read it. */
interface KeptView {
  readonly rooms: readonly RoomRecord[];
  readonly ledger: readonly LedgerEntry[];
  /** Bytes in use, as the browser estimates it; undefined where it doesn't say. */
  readonly bytes?: number | undefined;
  /** Bytes that this browser would let the extension use in all; undefined where it doesn't say. */
  readonly room?: number | undefined;
  /** Whether the browser keeps all of it when the disk runs short; undefined where it doesn't say. */
  readonly lasting?: boolean | undefined;
  readonly fault?: Fault;
}

export interface Kept {
  readonly view: ReadonlySignal<KeptView>;
  readonly read: () => Promise<void>;
  /** Asks the browser to keep the data when the disk runs short; answers whether it will. */
  readonly persist: () => Promise<boolean>;
  /** Deletes everything of the shop and of the sample shop. */
  readonly forget: () => Promise<Result<true>>;
}

export function createKept(ports: Pick<Ports, 'ask' | 'listen' | 'archive'>): Kept {
  const view = signal<KeptView>({ rooms: [], ledger: [] });
  const read = async (): Promise<void> => {
    const stored = await readArchive(ports, 'shop', (archive) =>
      Promise.all([archive.rooms(), archive.ledger()]),
    );
    if (!stored.ok) {
      view.value = { ...view.value, fault: stored.fault };
      return;
    }
    const [rooms, ledger] = stored.value;
    const [{ usage, quota }, lasting] = await Promise.all([
      navigator.storage.estimate(),
      navigator.storage.persisted(),
    ]);
    view.value = { rooms, ledger, bytes: usage, room: quota, lasting };
  };
  ports.listen(() => void read());
  return {
    view,
    read,
    persist: async () => {
      const lasting = await navigator.storage.persist();
      view.value = { ...view.value, lasting };
      return lasting;
    },
    forget: async () => {
      const done = await ports.ask('archive.forget', {});
      await read();
      return done.ok ? ok(true) : done;
    },
  };
}
