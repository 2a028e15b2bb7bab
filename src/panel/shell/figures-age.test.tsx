// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { ok } from '../../metrics/fault.ts';
import { writer } from '../../platform/text.ts';
import { I18nContext, i18nOf } from '../design/i18n.ts';
import { type App, AppContext, createApp } from '../state/app.ts';
import { roomId, settle, testPorts } from '../state/ports.fixture.ts';
import { FiguresAge } from './figures-age.tsx';

const sentences: Record<string, { message: string }> = messages;
const words = i18nOf(writer((key) => sentences[key]?.message, 'en'));
let world: Awaited<ReturnType<typeof testPorts>>;
let app: App;
let root: HTMLElement;

beforeEach(async () => {
  world = await testPorts();
  app = createApp(world.ports);
  root = document.createElement('div');
  await act(() =>
    render(
      <I18nContext.Provider value={words}>
        <AppContext.Provider value={app}>
          <FiguresAge class="age" />
        </AppContext.Provider>
      </I18nContext.Provider>,
      root,
    ),
  );
});
afterEach(async () => {
  render(null, root);
  await world.close();
});

describe('the age of the figures', () => {
  it('says of a LIVE that was never read that it is being read, not refreshed', async () => {
    const id = roomId(1);
    void app.open(id);
    await settle(() => world.asked.some(({ verb }) => verb === 'room.fetch'));
    await act(() => undefined);
    expect(root.textContent).toBe(words.t('panel_loading'));
    world.asked[0]?.answer(ok({ room: id, outcome: 'fresh', missing: [] }));
    await settle(() => app.room.view.value.busy === 'no');
  });
});
