import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import { openShop } from '../archive.fixture.ts';
import { databaseName, SNAPSHOTS } from '../names.ts';
import { openAt } from '../open-at.ts';

const name = databaseName('shop');

/** Opens an archive that version 7 left with these settings, and answers what they are now. */
async function upgraded(settings: object) {
  const database = await openAt(name, 7);
  await database.put('settings', settings, 'settings');
  database.close();
  const archive = await openShop();
  const now = await archive.settings();
  archive.close();
  return now;
}

const ofEach = (choice: object) => ({
  'live-dashboard': choice,
  'seller-center': choice,
  'live-manager': choice,
});

afterEach(async () => {
  await deleteDB(name);
  await deleteDB(SNAPSHOTS);
});

describe('how the docked panel stood on all pages', () => {
  it.each([
    [
      { open: false, width: 520, dock: 'push' },
      { open: false, width: 520, dock: 'push' },
    ],
    [{ open: true, width: 400, dock: 'overlay' }, { dock: 'overlay' }],
    [{ open: true, width: 640, dock: 'auto' }, { width: 640 }],
    [{ open: 'yes', width: 'wide', dock: 'push' }, { dock: 'push' }],
  ])('becomes the choice of each kind of page: %j', async (panel, choice) => {
    const now = await upgraded({ panel, versus: 'best', sample: true });
    expect(now).toMatchObject({ panels: ofEach(choice), versus: 'best', sample: true });
    expect(now.panels).toEqual(ofEach(choice));
    expect(Object.keys(now)).not.toContain('panel');
  });

  it.each([{ panel: { open: true, width: 400, dock: 'auto' } }, {}, { panel: 'moon' }])(
    'stays unchosen where nothing was chosen: %j',
    async (settings) => {
      expect((await upgraded({ ...settings, sample: true })).panels).toEqual({});
    },
  );
});
