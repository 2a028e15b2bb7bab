// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { failed, fault, ok } from '../../metrics/fault.ts';
import { writer } from '../../platform/text.ts';
import { I18nContext, i18nOf } from '../design/i18n.ts';
import { AppContext, createApp } from '../state/app.ts';
import { answerFirst, openingOf, settle, testPorts } from '../state/ports.fixture.ts';
import { FirstRun } from './first-run.tsx';

vi.mock('../../platform/browser.ts', () => ({ browser: {} }));

const sentences: Record<string, { message: string }> = messages;
const words = i18nOf(writer((key) => sentences[key]?.message, 'en'));

let world: Awaited<ReturnType<typeof testPorts>>;
let root: HTMLElement;

beforeEach(async () => {
  world = await testPorts();
  root = document.createElement('div');
  document.body.append(root);
});
afterEach(async () => {
  render(null, root);
  root.remove();
  await world.close();
});

/** The first run as it stands after the worker's word on which LIVE there is. */
async function show(code: Parameters<typeof fault>[0]): Promise<void> {
  const app = createApp(world.ports);
  void app.start('chrome-extension://id/src/panel/panel.html');
  await answerFirst(world.asked, 'panel.open', async (request) =>
    ok(await openingOf(world.archive, { docked: false }, request)),
  );
  await answerFirst(world.asked, 'room.latest', () => failed(fault(code)));
  await settle(() => app.lost.value !== undefined);
  await act(() =>
    render(
      <I18nContext.Provider value={words}>
        <AppContext.Provider value={app}>
          <FirstRun />
        </AppContext.Provider>
      </I18nContext.Provider>,
      root,
    ),
  );
}

const asked = (verb: string): number => world.asked.filter((one) => one.verb === verb).length;
const buttons = (): string[] =>
  [...root.querySelectorAll('button')].map((button) => button.textContent ?? '');
const press = (name: string) =>
  act(() => [...root.querySelectorAll('button')].find((one) => one.textContent === name)?.click());
const [CENTER, FILES, SAMPLE, AGAIN] = [
  words.t('panel_open_seller_center'),
  words.t('import_open'),
  words.t('panel_explore_sample'),
  words.t('panel_retry'),
];

describe('the first run', () => {
  it('offers the way in and the sample shop, one of them first, and no other try before there was one', async () => {
    await show('signed-out');
    expect(buttons()).toEqual([CENTER, FILES, SAMPLE]);
    expect([...root.querySelectorAll('.button-primary')].map((one) => one.textContent)).toEqual([
      CENTER,
    ]);
    expect(root.querySelector('.notice')).toBeNull();
  });

  it('looks again when the seller comes back from signing in, and on her word', async () => {
    await show('signed-out');
    await press(CENTER);
    expect(buttons()).toEqual([CENTER, AGAIN, FILES, SAMPLE]);
    const before = asked('panel.open');
    await act(() => void document.dispatchEvent(new Event('visibilitychange')));
    expect(asked('panel.open')).toBe(before + 1);
    await press(AGAIN);
    expect(asked('panel.open')).toBe(before + 2);
  });

  it('says what else stands in the way, with its own button first', async () => {
    await show('not-allowed');
    expect(root.querySelector('.notice')?.textContent).toContain(words.t('fault_not_allowed'));
    expect([...root.querySelectorAll('.button-primary')].map((one) => one.textContent)).toEqual([
      words.t('panel_allow'),
    ]);
  });

  it('shows what a LIVE’s first screen looks like, and that it is a sample', async () => {
    await show('signed-out');
    const picture = root.querySelector('figure');
    expect(picture?.querySelector('figcaption')?.textContent).toBe(words.t('panel_first_picture'));
    expect(picture?.querySelectorAll('li')).toHaveLength(5);
  });
});
