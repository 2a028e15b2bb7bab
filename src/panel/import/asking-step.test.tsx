// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { writer } from '../../platform/text.ts';
import { I18nContext, i18nOf } from '../design/i18n.ts';
import { AppContext, createApp } from '../state/app.ts';
import { createImportStore } from '../state/import-store.ts';
import { testPorts } from '../state/ports.fixture.ts';
import { AskingStep } from './asking-step.tsx';

const sentences: Record<string, { message: string }> = messages;
const words = i18nOf(writer((key) => sentences[key]?.message, 'en'));
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

const next = () => root.querySelector<HTMLButtonElement>('button[type="submit"]');
const hint = () => document.getElementById(next()?.getAttribute('aria-describedby') ?? '');

it('says what to answer while its button is grey, one question after the other', async () => {
  const reader = {
    read: () => Promise.reject(new Error('nothing is read here')),
    stop: () => undefined,
  };
  const store = createImportStore({ ports: world.ports, reader, known: () => [] });
  const files = ['Livestream.csv'];
  await act(() =>
    render(
      <I18nContext.Provider value={words}>
        <AppContext.Provider value={createApp(world.ports)}>
          <AskingStep
            store={store}
            questions={[
              { ask: 'region', files },
              { ask: 'day-order', files },
            ]}
          />
        </AppContext.Provider>
      </I18nContext.Provider>,
      root,
    ),
  );
  expect(next()?.disabled).toBe(true);
  expect(hint()?.textContent).toBe('Choose a region to continue.');
  const select = root.querySelector('select');
  await act(() => {
    if (select === null) throw new Error('no choice of a region');
    select.value = 'US';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  expect(hint()?.textContent).toBe('Choose how dates are written to continue.');
  await act(() => root.querySelector<HTMLInputElement>('input[type="radio"]')?.click());
  expect(next()?.disabled).toBe(false);
  expect(hint()).toBeNull();
});
