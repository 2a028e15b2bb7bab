// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { type FaultCode, failed, fault } from '../../metrics/fault.ts';
import type { Origin } from '../../metrics/figure.ts';
import { writer } from '../../platform/text.ts';
import { I18nContext, i18nOf } from '../design/i18n.ts';
import { type App, AppContext, createApp } from '../state/app.ts';
import { NOW, roomId, settle, testPorts } from '../state/ports.fixture.ts';
import { StateBar } from './states.tsx';

vi.mock('../../platform/browser.ts', () => ({ browser: {} }));

const sentences: Record<string, { message: string }> = messages;
const words = i18nOf(writer((key) => sentences[key]?.message, 'en'));
let world: Awaited<ReturnType<typeof testPorts>>;
let app: App;
let root: HTMLElement;

beforeEach(async () => {
  world = await testPorts();
  app = createApp(world.ports);
  root = document.body.appendChild(document.createElement('div'));
});
afterEach(async () => {
  render(null, root);
  root.remove();
  await world.close();
});

/** What is said over a LIVE whose figures came from there, once it can't be read anew for that reason. */
const saidOver = async (origin: Origin, code: FaultCode = 'signed-out'): Promise<string> => {
  const id = roomId(7);
  const figures = { views: { value: 1_200, origin } };
  await world.archive.store({ room: { id }, figures, origins: { figures: origin } }, NOW);
  await act(() =>
    render(
      <I18nContext.Provider value={words}>
        <AppContext.Provider value={app}>
          <StateBar />
        </AppContext.Provider>
      </I18nContext.Provider>,
      root,
    ),
  );
  void app.open(id);
  await settle(() => world.asked.some(({ verb }) => verb === 'room.fetch'));
  await act(async () => world.asked.at(-1)?.answer(failed(fault(code))));
  await settle(() => app.room.view.value.fault !== undefined);
  await act(() => undefined);
  return root.textContent ?? '';
};

it('say when figures under them were read', async () => {
  const said = await saidOver({ how: 'fetched', endpoint: 'core/stats', at: NOW });
  expect(said).toContain(words.t('panel_title_signed_out'));
  expect(said).toMatch(/These figures were read Nov 23, .*\d/);
});

it('say of figures that were never read that they are of files', async () => {
  const said = await saidOver({ how: 'file', endpoint: 'export/live-analysis', at: NOW });
  expect(said).toMatch(/come from your export files, as of Nov 23, .*\d/);
  expect(said).not.toContain('were read');
});

describe('what is offered beside a reason', () => {
  const origin: Origin = { how: 'fetched', endpoint: 'core/stats', at: NOW };
  const offered = async (code: FaultCode): Promise<string[]> => {
    await saidOver(origin, code);
    return [...root.querySelectorAll('.notice-actions button')].map((one) => one.textContent ?? '');
  };
  const AGAIN = words.t('panel_retry');

  it.each<FaultCode>(['storage-broken', 'server-error', 'malformed', 'worker-gone'])(
    'is to try again where that can help: %s',
    async (code) => {
      expect(fault(code).retryable).toBe(true);
      expect(await offered(code)).toEqual([AGAIN]);
      const before = world.asked.length;
      await act(() => root.querySelector<HTMLElement>('.notice-actions button')?.click());
      await settle(() => world.asked.slice(before).some(({ verb }) => verb === 'room.fetch'));
    },
  );

  it('is another act beside it, or in its place', async () => {
    expect(await offered('signed-out')).toEqual([words.t('panel_open_seller_center'), AGAIN]);
  });

  it('is to load the page anew where parts of the extension don’t understand each other', async () => {
    expect(await offered('bad-message')).toEqual([words.t('panel_reload')]);
  });

  it('is the LIVE’s dashboard where Seller Center refuses to answer', async () => {
    expect(await offered('refused-parameters')).toEqual([`${words.t('panel_live_dashboard')} ↗`]);
    await act(() => root.querySelector<HTMLElement>('.notice-actions button')?.click());
    expect(world.asked.at(-1)).toMatchObject({
      verb: 'tab.open',
      request: { page: 'live-dashboard', room: roomId(7) },
    });
  });

  it('is nothing where only the seller can do more', async () => {
    expect(await offered('storage-newer')).toEqual([]);
  });
});
