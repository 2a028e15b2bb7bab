// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it } from 'vitest';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { accountOf } from '../../metrics/live/account.ts';
import type { RoomInfo } from '../../metrics/session.ts';
import { unixSeconds } from '../../metrics/time.ts';
import { writer } from '../../platform/text.ts';
import { I18nContext, i18nOf } from '../design/i18n.ts';
import { AppContext, createApp } from '../state/app.ts';
import { NOW, roomId, settle, testPorts } from '../state/ports.fixture.ts';
import { RoomOption } from './room-option.tsx';

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

/** The lines about the newest of LIVEs of these creators. */
const aboutOf = async (...handles: readonly string[]): Promise<readonly (string | null)[]> => {
  for (const [place, handle] of handles.entries()) {
    const room: RoomInfo = {
      id: roomId(30 - place),
      title: 'Masks and serum sale',
      startedAt: unixSeconds(NOW / 1000 - (place + 1) * 86_400),
      creator: { handle },
      ...accountOf({ handle }),
    };
    await world.archive.store({ room }, NOW);
  }
  const app = createApp(world.ports);
  await app.list.read('shop');
  await settle(() => app.list.view.value.rooms.length === handles.length);
  const [newest] = app.list.view.value.rooms;
  if (newest === undefined) throw new Error('no LIVE');
  await act(() =>
    render(
      <I18nContext.Provider value={words}>
        <AppContext.Provider value={app}>
          <RoomOption record={newest} now={NOW} />
        </AppContext.Provider>
      </I18nContext.Provider>,
      root,
    ),
  );
  return [...root.querySelectorAll('.picker-about')].map(({ textContent }) => textContent);
};

it('has a line for the shop where there are several, so that no title cuts it off', async () => {
  expect(await aboutOf('one.shop', 'two.shop')).toEqual(['Masks and serum sale', '@one.shop']);
});

it('has one line for title and creator where there is one shop', async () => {
  expect(await aboutOf('one.shop', 'one.shop')).toEqual(['Masks and serum sale · @one.shop']);
});
