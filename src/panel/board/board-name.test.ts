import { expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };

it('the board has one name wherever it is led to, and is no pin, which products have too', () => {
  for (const key of ['board_title', 'panel_nav_pinned', 'palette_pinned'] as const) {
    expect(messages[key].message).toBe('Board');
  }
  for (const key of [
    'options_forget_sure',
    'options_backup_what',
    'migration_durations',
  ] as const) {
    expect(messages[key].message).toMatch(/\bboard\b/);
    expect(messages[key].message).not.toMatch(/\bpins\b/);
  }
});
