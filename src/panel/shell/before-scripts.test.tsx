// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { render } from 'preact';
import { expect, it, vi } from 'vitest';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { writer } from '../../platform/text.ts';
import { I18nContext, i18nOf } from '../design/i18n.ts';
import { AppContext, createApp } from '../state/app.ts';
import { testPorts } from '../state/ports.fixture.ts';
import { Header } from './header.tsx';
import { Loading } from './loading.tsx';

vi.mock('../../platform/browser.ts', () => ({ browser: {} }));

const sentences: Record<string, { message: string }> = messages;
const words = i18nOf(writer((key) => sentences[key]?.message, 'en'));
const page = new DOMParser().parseFromString(
  readFileSync('src/panel/panel.html', 'utf8'),
  'text/html',
);

/** What each grey stand-in stands in; its size follows from that. */
const places = (whole: ParentNode | null): (string | undefined)[] =>
  [...(whole?.querySelectorAll('.skeleton') ?? [])].map((one) => one.parentElement?.className);
const drawings = (whole: ParentNode | null): (string | null)[] =>
  [...(whole?.querySelectorAll('svg') ?? [])].map((one) =>
    [
      one.closest('.icon-button, .picker-field')?.classList[0],
      one.getAttribute('width'),
      one.getAttribute('class'),
      one.querySelector('path')?.getAttribute('d'),
    ].join(' '),
  );

it('the page’s own grey panel, painted before its scripts run, stands as the panel then draws it', async () => {
  const world = await testPorts();
  const root = document.createElement('div');
  document.body.append(root);
  render(
    <I18nContext.Provider value={words}>
      <AppContext.Provider value={createApp(world.ports)}>
        <Header hasLive={true} actions={{ items: [], files: [], said: '' }} onFind={() => {}} />
        <Loading />
      </AppContext.Provider>
    </I18nContext.Provider>,
    root,
  );
  expect(places(page.querySelector('main'))).toEqual(places(root));
  expect(places(root)).toHaveLength(11);
  expect(drawings(page.querySelector('header'))).toEqual(drawings(root.querySelector('header')));
  expect(drawings(root)).toHaveLength(4);
  render(null, root);
  root.remove();
  await world.close();
});
