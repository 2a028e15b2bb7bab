import { type ReadonlySignal, signal } from '@preact/signals';
import type { Upgrade } from '../../metrics/snapshot.ts';
import type { Replies } from '../../platform/protocol.ts';
import { type First, firstOr } from './first-answer.ts';
import type { Ports } from './ports.ts';

/** What an upgrade of the seller's own data changed, until it was read. */
export interface UpgradeStore {
  readonly upgrade: ReadonlySignal<Upgrade | undefined>;
  readonly read: (first?: First<Replies['archive.upgrade']>) => Promise<void>;
  /** The seller has read it: it isn't told again, in any window. */
  readonly dismiss: () => Promise<void>;
}

export function createUpgradeStore(ports: Pick<Ports, 'ask' | 'listen'>): UpgradeStore {
  const upgrade = signal<Upgrade | undefined>(undefined);
  const read: UpgradeStore['read'] = async (first) => {
    const reply = await firstOr(first, () => ports.ask('archive.upgrade', {}));
    if (reply.ok) upgrade.value = reply.value.upgrade;
  };
  ports.listen(({ kind }) => {
    // Read in another window, or gone with what it was about.
    const mayBeGone = upgrade.value !== undefined && (kind === 'settings' || kind === 'forgotten');
    if (mayBeGone || kind === 'restored') void read();
  });
  return {
    upgrade,
    read,
    dismiss: async () => {
      upgrade.value = undefined;
      await ports.ask('archive.upgrade-read', {});
    },
  };
}
