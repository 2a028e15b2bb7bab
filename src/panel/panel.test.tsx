// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { views } from '../archive/parts.fixture.ts';
import { ok } from '../metrics/fault.ts';
import { unixSeconds } from '../metrics/time.ts';
import { writer } from '../platform/text.ts';
import { I18nContext, i18nOf } from './design/i18n.ts';
import { unloaded } from './design/loaded.tsx';
import { Panel } from './panel.tsx';
import { type App, AppContext, createApp } from './state/app.ts';
import { answerFirst, NOW, openingOf, roomId, settle, testPorts } from './state/ports.fixture.ts';

vi.mock('../platform/browser.ts', () => ({ browser: {} }));
vi.mock('./below.ts', () => {
  throw new Error('The file is gone.');
});

const HOUR = 3600;
const sentences: Record<string, { message: string }> = messages;
const words = i18nOf(writer((key) => sentences[key]?.message, 'en'));
let world: Awaited<ReturnType<typeof testPorts>>;
let app: App;
let root: HTMLElement;

beforeEach(async () => {
  // The browser has these, what stands in for a page here doesn’t.
  vi.stubGlobal('requestIdleCallback', (end: () => void) => setTimeout(end));
  vi.stubGlobal('cancelIdleCallback', clearTimeout);
  const wide = Object.assign(new EventTarget(), { matches: true });
  vi.stubGlobal('matchMedia', () => wide);
  world = await testPorts();
  for (const place of [1, 2]) {
    const id = roomId(place);
    const startedAt = unixSeconds(NOW / 1000 - 100 * place * HOUR);
    const endedAt = unixSeconds(startedAt + HOUR);
    const room = { id, startedAt, endedAt, status: 'ended' } as const;
    await world.archive.store({ ...views(id, 40, NOW), room }, NOW);
  }
  app = createApp(world.ports);
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(async () => {
  render(null, root);
  root.remove();
  await world.close();
  vi.unstubAllGlobals();
});

describe('a wide panel of which the lower part can’t be loaded', () => {
  it('lists the other LIVEs all the same', async () => {
    void app.start('chrome-extension://id/src/panel/panel.html');
    await answerFirst(world.asked, 'panel.open', async (request) =>
      ok(await openingOf(world.archive, { docked: false }, request)),
    );
    await settle(() => app.report.report.value !== undefined);
    await act(() =>
      render(
        <I18nContext.Provider value={words}>
          <AppContext.Provider value={app}>
            <Panel />
          </AppContext.Provider>
        </I18nContext.Provider>,
        root,
      ),
    );
    await vi.waitFor(() => expect(unloaded.value).not.toEqual([]));
    await vi.waitFor(() => expect(root.querySelectorAll('.rail button')).toHaveLength(2));
  });
});
