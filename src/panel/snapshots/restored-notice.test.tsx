// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { type Merged, SnapshotSchema } from '../../metrics/snapshot.ts';
import { writer } from '../../platform/text.ts';
import { I18nContext, i18nOf } from '../design/i18n.ts';
import { RestoredNotice } from './restored-notice.tsx';

const sentences: Record<string, { message: string }> = messages;
const words = i18nOf(writer((key) => sentences[key]?.message, 'en'));
const snapshot = v.parse(SnapshotSchema, {
  id: '5f0c9f5e-3f0b-4d4e-9a57-0d8f6f1a2b3c',
  which: 'shop',
  version: 11,
  takenAt: Date.UTC(2026, 4, 3, 12),
  reason: 'week',
  rooms: 6,
  bytes: 80_000,
});

let root: HTMLElement;
beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, root);
  root.remove();
});

const done = async (): Promise<void> => undefined;
async function said(merged: Merged): Promise<string> {
  const view = signal({ snapshots: [], known: true, restored: { snapshot, merged } });
  const store = { view, read: done, restore: done, merge: done, drop: done, dismiss: () => {} };
  await act(() =>
    render(
      <I18nContext.Provider value={words}>
        <RestoredNotice store={store} zone={undefined} />
      </I18nContext.Provider>,
      root,
    ),
  );
  return root.textContent ?? '';
}

it('a merge that added no LIVE doesn’t say that what was missing is back', async () => {
  const text = await said({ added: 0, completed: 0, kept: 0 });
  expect(text).toMatch(/^Every LIVE in the snapshot of May 3, 2026.* was here already\./);
  expect(text).not.toContain('What was missing');
});

it('a merge that added LIVEs says what is back, and how many', async () => {
  const text = await said({ added: 3, completed: 1, kept: 0 });
  expect(text).toMatch(
    /^What was missing of May 3, 2026.* is back.*3 LIVEs were added\. 1 LIVE got/,
  );
});
