import { type ReadonlySignal, signal } from '@preact/signals';
import type { Upgrade } from '../../metrics/snapshot.ts';
import type { Ports, Which } from './ports.ts';
import { readArchive } from './read-archive.ts';

/** What an upgrade of the data changed for the seller, until it was read. */
export interface UpgradeStore {
  readonly upgrade: ReadonlySignal<Upgrade | undefined>;
  readonly read: (which: Which) => Promise<void>;
  /** The seller has read it: it isn't told again, in any window. */
  readonly dismiss: () => Promise<void>;
}

export function createUpgradeStore(ports: Pick<Ports, 'ask' | 'archive' | 'listen'>): UpgradeStore {
  const upgrade = signal<Upgrade | undefined>(undefined);
  let kind: Which | undefined;
  const read = async (which: Which): Promise<void> => {
    if (kind !== which) upgrade.value = undefined;
    kind = which;
    const stored = await readArchive(ports, which, (archive) => archive.upgrade());
    if (kind === which && stored.ok) upgrade.value = stored.value;
  };
  ports.listen((news) => {
    const concerned = ['settings', 'forgotten', 'restored'].includes(news.kind);
    // Most often there is nothing to tell, and a changed setting is none of it.
    const worthwhile = upgrade.value !== undefined || news.kind !== 'settings';
    if (kind !== undefined && concerned && worthwhile) void read(kind);
  });
  return {
    upgrade,
    read,
    dismiss: async () => {
      upgrade.value = undefined;
      if (kind !== undefined) await ports.ask('archive.upgrade-read', { which: kind });
    },
  };
}
