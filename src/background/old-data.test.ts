import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { databaseName } from '../archive/names.ts';
import { writeReleased } from '../archive/released/released.fixture.ts';
import { launcherWordsBy } from '../platform/launcher-words.ts';
import { unpackRooms } from '../platform/packed-rooms.ts';
import { panelOn } from '../platform/panel-choices.ts';
import type { Request, Verb } from '../platform/protocol.ts';
import { senders } from './browser.fixture.ts';

const memory = await vi.hoisted(async () => (await import('./browser.fixture.ts')).memoryBrowser());
vi.mock('../platform/browser.ts', async () => ({ browser: memory }));

async function ask<V extends Verb>(
  verb: V,
  request: Request<V>,
  sender: object = senders.panelTab(),
): Promise<unknown> {
  const [listener] = memory.runtime.onMessage.listeners;
  return listener?.({ app: 'live-diagnosis', verb, request }, sender);
}

it('data that cannot be brought to this version are said, and are back with one restore', async () => {
  // A store that a migration makes is there already, so that the migration fails.
  await writeReleased(
    databaseName('shop'),
    1,
    (database) => void database.createObjectStore('feeds'),
  );
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await import('./worker.ts');

  const failing = { ok: false, fault: { code: 'migration-failed' } };
  expect(await ask('archive.rooms', { which: 'shop' })).toMatchObject(failing);
  expect(await ask('room.latest', {})).toMatchObject(failing);
  expect(await ask('archive.rooms', { which: 'sample' })).toMatchObject({ ok: true });
  // The panel docks all the same, to say so, and can be closed.
  const panel = panelOn({}, 'seller-center');
  expect(await ask('page.at', { page: 'seller-center' }, senders.page(4))).toEqual({
    ok: true,
    value: { panel, words: launcherWordsBy((key) => key) },
  });
  memory.tabs.sendMessage.mockResolvedValue(true);
  expect(await ask('panel.set', { open: false }, senders.dockedPanel(4))).toMatchObject({
    value: { panel: { open: false } },
  });
  expect(memory.tabs.sendMessage).toHaveBeenCalledWith(
    4,
    expect.objectContaining({ order: 'panel' }),
  );

  const listed = await ask('snapshot.list', {});
  expect(listed).toMatchObject({ value: { snapshots: [{ which: 'shop', version: 1, rooms: 6 }] } });
  const { id } = Reflect.get(Reflect.get(Object(listed), 'value').snapshots, 0);
  expect(await ask('snapshot.restore', { which: 'shop', id })).toMatchObject({
    ok: true,
    value: { before: { id } },
  });
  const rooms = await ask('archive.rooms', { which: 'shop' });
  expect(rooms).toMatchObject({ ok: true });
  const { lists } = Reflect.get(Object(rooms), 'value');
  expect(lists.flatMap(unpackRooms)).toHaveLength(6);
  expect(await ask('archive.forget', {})).toEqual({ ok: true, value: {} });
  expect(await ask('snapshot.list', {})).toEqual({ ok: true, value: { snapshots: [] } });
});
