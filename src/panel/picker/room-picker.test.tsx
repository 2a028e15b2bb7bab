// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failed, fault, ok } from '../../metrics/fault.ts';
import type { FoundLives } from '../../metrics/live/find-lives.ts';
import { unixSeconds } from '../../metrics/time.ts';
import { writer } from '../../platform/text.ts';
import { roomListReader } from '../../sources/seller-center/readers/room-list.ts';
import { I18nContext, i18nOf } from '../design/i18n.ts';
import { type App, AppContext, createApp } from '../state/app.ts';
import { NOW, roomId, settle, testPorts } from '../state/ports.fixture.ts';
import { RoomPicker } from './room-picker.tsx';

const messages: Record<string, { message: string }> = JSON.parse(
  readFileSync('public/_locales/en/messages.json', 'utf8'),
);
const words = i18nOf(writer((key) => messages[key]?.message, 'en'));
const ids = Array.from({ length: 12 }, (_, place) => roomId(30 - place));

let world: Awaited<ReturnType<typeof testPorts>>;
let app: App;
let root: HTMLElement;

beforeEach(async () => {
  world = await testPorts();
  for (const [place, id] of ids.entries()) {
    const startedAt = unixSeconds(NOW / 1000 - (place + 1) * 86_400);
    await world.archive.store({ room: { id, title: `LIVE ${place}`, startedAt } }, NOW);
  }
  app = createApp(world.ports);
  await app.list.read('shop');
  await settle(() => app.list.view.value.rooms.length === ids.length);
  root = document.createElement('div');
  document.body.append(root);
  await show();
});
const show = () =>
  act(() =>
    render(
      <I18nContext.Provider value={words}>
        <AppContext.Provider value={app}>
          <RoomPicker />
        </AppContext.Provider>
      </I18nContext.Provider>,
      root,
    ),
  );
afterEach(async () => {
  render(null, root);
  root.remove();
  await world.close();
});

function input(): HTMLInputElement {
  const found = root.querySelector('input');
  if (found === null) throw new Error('no field');
  return found;
}
const options = () => [...root.querySelectorAll('[role=option]')];
const focus = () => act(() => input().focus());
const press = (key: string) =>
  act(() => {
    input().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
const type = (text: string) =>
  act(() => {
    input().value = text;
    input().dispatchEvent(new Event('input', { bubbles: true }));
  });
/** Answers the search for what was typed last. */
const find = async (lives: FoundLives['lives'], more = 0) => {
  const asking = () =>
    world.asked.findLast(
      ({ verb, request }) =>
        verb === 'room.find' && Reflect.get(Object(request), 'typed') === input().value,
    );
  await settle(() => asking() !== undefined);
  await act(async () => asking()?.answer(ok({ lives, more })));
};
const marked = () =>
  document.getElementById(input().getAttribute('aria-activedescendant') ?? '')?.textContent;

describe('the room picker', () => {
  it('names the LIVE in view while the others aren’t read yet', async () => {
    render(null, root);
    app = createApp(world.ports);
    await act(() => void app.open(roomId(30)));
    await settle(() => app.room.view.value.session !== undefined);
    await show();
    expect(app.list.view.value.known).toBe(false);
    expect(input().value).toBe('LIVE 0');
  });

  it('lists the ten most recent LIVEs while it has the focus', async () => {
    expect(options()).toHaveLength(0);
    await focus();
    expect(input().getAttribute('aria-expanded')).toBe('true');
    expect(options()).toHaveLength(10);
    expect(options()[0]?.textContent).toContain('LIVE 0');
  });

  it('says of a LIVE that its list shows running that it is live, and nothing of final figures', async () => {
    // The list says of a running LIVE when it started and how long it has lasted, not that it runs.
    const row = {
      live_id: roomId(40),
      live_name: 'Now',
      start_timestamp: NOW / 1000 - 5_400,
      end_timestamp: 0,
      duration: '5400',
    };
    const answer = { segments: [{ timed_lists: [{ stats: [row] }] }] };
    const origin = { how: 'fetched', endpoint: 'live/list', at: NOW } as const;
    for (const part of roomListReader.read(answer, { origin })) {
      await world.archive.store(part, NOW);
    }
    await settle(() => app.list.view.value.rooms.length === ids.length + 1);
    await focus();
    expect(options()[0]?.textContent).toContain('Now');
    expect(options()[0]?.textContent).toContain('1 hr 30 min');
    expect(options()[0]?.textContent).not.toContain('final');
    expect(options()[0]?.textContent).toContain(words.t('panel_state_live'));
  });

  it('moves by arrows, Home and End, around both ends', async () => {
    await focus();
    await press('ArrowDown');
    expect(marked()).toContain('LIVE 0');
    await press('ArrowUp');
    expect(marked()).toContain('LIVE 9');
    await press('ArrowDown');
    expect(marked()).toContain('LIVE 0');
    await press('End');
    expect(marked()).toContain('LIVE 9');
    await press('Home');
    expect(marked()).toContain('LIVE 0');
  });

  it('opens the marked LIVE on Enter', async () => {
    await focus();
    await press('ArrowDown');
    await press('ArrowDown');
    await press('Enter');
    expect(app.room.view.value.id).toBe(ids[1]);
    expect(input().getAttribute('aria-expanded')).toBe('false');
  });

  it('closes on Escape and changes nothing', async () => {
    await focus();
    await press('ArrowDown');
    await press('Escape');
    expect(input().getAttribute('aria-expanded')).toBe('false');
    expect(app.room.view.value.id).toBeUndefined();
  });

  it('opens a typed room id on Enter, one that was never seen as well', async () => {
    await focus();
    await type(' 7000000000000000001 ');
    expect(root.textContent).toContain(words.t('panel_picker_unknown'));
    await press('Enter');
    expect(app.room.view.value.id).toBe('7000000000000000001');
    expect(input().getAttribute('aria-expanded')).toBe('false');
    await settle(() => world.asked.some(({ verb }) => verb === 'room.fetch'));
  });

  it('says of an id that was just asked for why it could not be read, and asks again on Enter', async () => {
    const fetches = () => world.asked.filter(({ verb }) => verb === 'room.fetch');
    await focus();
    await type('7000000000000000001');
    await press('Enter');
    await settle(() => fetches().length === 1);
    await act(async () => fetches()[0]?.answer(failed(fault('unknown-room'))));
    await settle(() => app.room.view.value.busy === 'no');
    await act(() => input().click());
    await type('7000000000000000001');
    expect(options()[0]?.textContent).toContain(words.t('fault_unknown_room'));
    await press('Enter');
    await settle(() => fetches().length === 2);
    await act(() => input().click());
    await type('7000000000000000002');
    expect(options()[0]?.textContent).toContain(words.t('panel_picker_unknown'));
  });

  it('says why its list may lack the newest LIVEs, until it is read anew', async () => {
    await focus();
    const listing = () => world.asked.filter(({ verb }) => verb === 'rooms.fetch');
    await settle(() => listing().length === 1);
    await act(async () => listing()[0]?.answer(failed(fault('signed-out'))));
    await settle(() => !app.list.view.value.fetching);
    const stale = words.t('panel_picker_stale');
    expect(root.textContent).toContain(`${stale} ${words.t('fault_signed_out')}`);
    await act(() => void app.list.fetch());
    expect(root.textContent).not.toContain(stale);
  });

  it('says what a room id looks like when it gets none', async () => {
    await focus();
    await type('12345');
    await press('Enter');
    await find([]);
    expect(root.querySelector('[role=alert]')?.textContent).toBe(words.t('fault_bad_room_id'));
    expect(input().getAttribute('aria-invalid')).toBe('true');
    // What was there before it was typed is still to be had.
    expect(options()).toHaveLength(10);
    await press('ArrowDown');
    expect(marked()).toContain('LIVE 0');
    await type('');
    expect(root.querySelector('[role=alert]')).toBeNull();
    expect(options()).toHaveLength(10);
  });

  it('offers what words find in the whole archive, and what found it', async () => {
    const [last] = ids.slice(-1);
    if (last === undefined) throw new Error('there is no LIVE');
    await focus();
    await type('linen');
    // What was there stays until then.
    expect(options()).toHaveLength(10);
    await find([{ id: last, by: [{ in: 'product', text: 'Linen shirt' }] }], 31);
    expect(options().map((option) => option.textContent)).toEqual([
      expect.stringContaining('Product: Linen shirt'),
    ]);
    expect(root.textContent).toContain('31 more');
    await press('ArrowDown');
    expect(marked()).toContain('LIVE 11');
    await press('Enter');
    expect(app.room.view.value.id).toBe(last);
  });

  it('opens the first that is found where Enter came before the answer', async () => {
    await focus();
    await type('live');
    await press('Enter');
    expect(app.room.view.value.id).toBeUndefined();
    await find(ids.slice(3, 5).map((id) => ({ id, by: [] })));
    expect(app.room.view.value.id).toBe(ids[3]);
  });

  it('leads on where nothing is found', async () => {
    await focus();
    world.asked.find(({ verb }) => verb === 'rooms.fetch')?.answer(ok({ rooms: 12 }));
    await settle(() => !app.list.view.value.fetching);
    await type('zzz');
    await find([]);
    expect(options()).toHaveLength(0);
    expect(root.textContent).toContain(words.t('panel_picker_no_match'));
    // A listbox may hold options alone.
    expect(root.querySelector('[role=listbox]')?.textContent).toBe('');
    await press('Enter');
    expect(root.querySelector('[role=alert]')).toBeNull();
  });

  const way = () =>
    [...root.querySelectorAll('button')].find(
      ({ textContent }) => textContent === words.t('two_lives_open'),
    );

  it('holds the LIVE that is chosen against the one in view, where the seller turns to that', async () => {
    await focus();
    // There is nothing in view yet to hold it against.
    expect(way()).toBeUndefined();
    await press('ArrowDown');
    await press('Enter');
    await settle(() => app.room.view.value.session !== undefined);
    await act(() => input().click());
    expect(way()?.getAttribute('aria-pressed')).toBe('false');
    await act(() => way()?.click());
    expect(document.activeElement).toBe(input());
    expect(way()?.getAttribute('aria-pressed')).toBe('true');
    expect(options()[0]?.textContent).toContain('LIVE 1');
    await press('ArrowDown');
    await press('Enter');
    expect(app.comparing.value).toEqual({ room: ids[0], other: ids[1] });
    expect(app.room.view.value.id).toBe(ids[0]);
    expect(input().getAttribute('aria-expanded')).toBe('false');
    // The window that closes gives the focus back, and the list stays closed.
    await act(() => input().blur());
    await focus();
    expect(input().getAttribute('aria-expanded')).toBe('false');
    await act(() => input().click());
    expect(way()?.getAttribute('aria-pressed')).toBe('false');
    await press('ArrowDown');
    await press('ArrowDown');
    await press('Enter');
    expect(app.room.view.value.id).toBe(ids[1]);
  });
});
