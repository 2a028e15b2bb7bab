import { type ReadonlySignal, signal } from '@preact/signals';
import type { Result } from '../../metrics/fault.ts';
import { changesAll } from '../../platform/archive-news.ts';
import { defaultSettings, type Settings, type SettingsPatch } from '../../platform/settings.ts';
import type { Ports } from './ports.ts';
import { readArchive } from './read-archive.ts';

/** The seller's choices; kept in the seller's own archive, changed through the worker. */
export interface SettingsStore {
  readonly settings: ReadonlySignal<Settings>;
  /** Reads what is stored, unless it was asked for already; keeps what is known where it can't be read. */
  readonly read: (asked?: Promise<Result<Settings>>) => Promise<void>;
  readonly change: (patch: SettingsPatch) => Promise<Result<Settings>>;
}

export function createSettingsStore(
  ports: Pick<Ports, 'ask' | 'archive' | 'listen'>,
): SettingsStore {
  const settings = signal<Settings>(defaultSettings);
  let turns = 0;
  /** The turn in which what is known was asked for or changed. */
  let known = 0;
  const read: SettingsStore['read'] = async (asked) => {
    turns += 1;
    const turn = turns;
    const stored = await (asked ?? readArchive(ports, 'shop', (archive) => archive.settings()));
    // An answer that comes with others may come after one that was asked for later.
    if (!stored.ok || turn < known) return;
    known = turn;
    settings.value = stored.value;
  };
  ports.listen((news) => {
    if (news.kind === 'settings' || changesAll(news)) void read();
  });
  return {
    settings,
    read,
    change: async (patch) => {
      turns += 1;
      const turn = turns;
      const reply = await ports.ask('settings.set', patch);
      if (reply.ok) {
        known = Math.max(known, turn);
        settings.value = reply.value;
      }
      return reply;
    },
  };
}
