import { describe, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { isCopied, type StoreName } from '../../archive/stores.ts';

/** What sellers make or gather themselves, by the store in which it lies. */
const words = {
  rooms: 'LIVE',
  notes: 'notes',
  pinned: 'board',
  plans: 'plans',
  feeds: 'feeds',
  settings: 'settings',
} as const satisfies Partial<Record<StoreName, string>>;

describe('what a copy of the archive holds', () => {
  it.each([
    'options_backup_what',
    'options_snapshots_restore_sure',
    'options_snapshots_restore_sure_one',
  ] as const)('is named whole by %s', (key) => {
    const { message } = messages[key];
    const unnamed = Object.entries(words).filter(
      ([store, word]) => isCopied(store) && !message.includes(word),
    );
    expect(unnamed).toEqual([]);
  });
});
