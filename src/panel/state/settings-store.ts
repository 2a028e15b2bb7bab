import { type ReadonlySignal, signal } from '@preact/signals';
import type { Result } from '../../metrics/fault.ts';
import { changesAll } from '../../platform/archive-news.ts';
import { defaultSettings, type Settings, type SettingsPatch } from '../../platform/settings.ts';
import type { Ports } from './ports.ts';
import { readArchive } from './read-archive.ts';

/** The seller's choices; kept in the seller's own archive, changed through the worker. */
export interface SettingsStore {
  readonly settings: ReadonlySignal<Settings>;
  /** Reads what is stored; keeps what is known where it can't be read. */
  readonly read: () => Promise<void>;
  readonly change: (patch: SettingsPatch) => Promise<Result<Settings>>;
}

export function createSettingsStore(
  ports: Pick<Ports, 'ask' | 'archive' | 'listen'>,
): SettingsStore {
  const settings = signal<Settings>(defaultSettings);
  const read = async (): Promise<void> => {
    const stored = await readArchive(ports, 'shop', (archive) => archive.settings());
    if (stored.ok) settings.value = stored.value;
  };
  ports.listen((news) => {
    if (news.kind === 'settings' || changesAll(news)) void read();
  });
  return {
    settings,
    read,
    change: async (patch) => {
      const reply = await ports.ask('settings.set', patch);
      if (reply.ok) settings.value = reply.value;
      return reply;
    },
  };
}
