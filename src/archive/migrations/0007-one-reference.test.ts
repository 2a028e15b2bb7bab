import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import { openShop } from '../archive.fixture.ts';
import { databaseName, SNAPSHOTS } from '../names.ts';
import { openAt } from '../open-at.ts';

const name = databaseName('shop');

/** Opens an archive that version 6 left with these settings, and answers what they are now. */
async function upgraded(settings: object) {
  const database = await openAt(name, 6);
  await database.put('settings', settings, 'settings');
  database.close();
  const archive = await openShop();
  const now = await archive.settings();
  archive.close();
  return now;
}

afterEach(async () => {
  await deleteDB(name);
  await deleteDB(SNAPSHOTS);
});

describe('what a LIVE was compared with, and what its steps were held against', () => {
  it.each([
    ['market', 'attainable', 'usual'],
    ['market', 'peer', 'market'],
    ['own', 'attainable', 'usual'],
    ['own', 'peer', 'usual'],
    ['feed', 'peer', 'feed'],
    ['feed', 'attainable', 'feed'],
    ['market', 'own-best', 'best'],
    ['own', 'custom', 'targets'],
    ['feed', 'custom', 'targets'],
  ])('become one choice: %s with %s is vs. %s', async (basis, target, versus) => {
    const feed = 'https://bench.example/index.json';
    const targetFigures = { ctor: 0.07 };
    const now = await upgraded({ basis, target, feed, targetFigures, sample: true });
    expect(now).toMatchObject({ versus, feed, targetFigures, sample: true });
    expect(Object.keys(now)).not.toContain('basis');
  });

  it.each([
    [{ basis: 'moon', target: 'own-best' }, 'best'],
    [{ basis: 'feed', target: 'moon' }, 'feed'],
  ])('are each taken over where the other can’t be read: %j', async (settings, versus) => {
    expect((await upgraded(settings)).versus).toBe(versus);
  });

  it('stay unchosen where nothing was chosen', async () => {
    expect((await upgraded({ sample: true })).versus).toBe('usual');
  });
});
