// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { type FaultCode, failed, fault } from '../../metrics/fault.ts';
import type { Session } from '../../metrics/session.ts';
import { writer } from '../../platform/text.ts';
import { I18nContext, i18nOf } from '../design/i18n.ts';
import { AppContext, createApp } from '../state/app.ts';
import { answerFirst, roomId, settle, testPorts } from '../state/ports.fixture.ts';
import { LiveNotes } from './live-notes.tsx';

vi.mock('../../platform/browser.ts', () => ({ browser: {} }));

const sentences: Record<string, { message: string }> = messages;
const words = i18nOf(writer((key) => sentences[key]?.message, 'en'));
const live: Session = {
  version: 1,
  room: { id: roomId(7) },
  figures: {},
  comparisons: { market: {}, own: {} },
  origins: {},
  gaps: [],
};
let world: Awaited<ReturnType<typeof testPorts>>;
let root: HTMLElement;

beforeEach(async () => {
  world = await testPorts();
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(async () => {
  render(null, root);
  root.remove();
  await world.close();
});

/** What stands where notes should, once they can't be read for that reason. */
const saidOf = async (code: FaultCode): Promise<string> => {
  await act(() =>
    render(
      <I18nContext.Provider value={words}>
        <AppContext.Provider value={createApp(world.ports)}>
          <LiveNotes session={live} />
        </AppContext.Provider>
      </I18nContext.Provider>,
      root,
    ),
  );
  await act(() => answerFirst(world.asked, 'note.list', () => failed(fault(code))));
  await settle(() => root.querySelector('[role=alert]') !== null);
  return root.querySelector('[role=alert]')?.textContent ?? '';
};

it('that can’t be read are asked for again where that can help', async () => {
  expect(await saidOf('storage-broken')).toContain(words.t('panel_retry'));
});

it('that can’t be read offer no try that must fail again', async () => {
  expect(await saidOf('storage-newer')).toBe(words.t('fault_storage_newer'));
});
