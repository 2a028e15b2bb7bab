import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RoomId } from '../../metrics/ids.ts';
import type { ImportedLive } from '../../metrics/imports.ts';
import { deleteShop, openShop } from '../archive.fixture.ts';
import { views } from '../parts.fixture.ts';
import type { Archive } from '../types.ts';
import { FINAL, importId, row, tiktokId } from './imports.fixture.ts';

let archive: Archive;
beforeEach(async () => {
  archive = await openShop();
});
afterEach(() => deleteShop(archive));

async function add(number: number, lives: readonly ImportedLive[]) {
  await archive.stageImport(importId(number), lives, FINAL);
  return archive.commitImport(importId(number), [], FINAL);
}

describe('the undoing of an import', () => {
  it('takes nothing of the LIVEs that lie among its own', async () => {
    const others = [1, 4, 5, 8].map(tiktokId);
    await archive.storeAll(
      others.map((id) => views(id, 500, FINAL)),
      FINAL,
    );
    const told = async () =>
      Promise.all(
        others.map(async (id) => [await archive.session(id), await archive.revisions(id)]),
      );
    const before = await told();
    const own = [0, 2, 3, 6, 7, 9].map((place) =>
      row({ id: tiktokId(place), start: place * 9_000, row: place }),
    );
    await add(1, own);
    expect(await archive.rooms()).toHaveLength(10);
    const undone = await archive.undoImport(importId(1), FINAL);
    expect(undone).toMatchObject({ value: { undone: { kept: 0 } } });
    expect((await archive.rooms()).map(({ id }) => id).toSorted()).toEqual(others);
    expect((await archive.findable()).map(({ id }) => id)).toEqual(others);
    expect(await told()).toEqual(before);
    expect(await archive.revisions(tiktokId(3))).toEqual([]);
    expect(await archive.session(tiktokId(3))).toBeUndefined();
    expect(await add(2, own)).toMatchObject({ value: { added: 6 } });
  });

  it('gives many back what stood before, as it does few', async () => {
    const told = async (ids: readonly RoomId[]) =>
      Promise.all(
        ids.map(async (id) => ({
          figures: (await archive.session(id))?.figures,
          revisions: (await archive.revisions(id)).map(({ number }) => number),
          listed: (await archive.room(id))?.revision,
        })),
      );
    for (const [number, count] of [20, 130].entries()) {
      const ids = Array.from({ length: count }, (_, place) => tiktokId(1_000 * number + place));
      await archive.storeAll(
        ids.map((id) => views(id, 500, FINAL)),
        FINAL,
      );
      const before = await told(ids);
      const rows = ids.map((id, place) =>
        row({ id, gmv: '5000', start: place * 9_000, row: place }),
      );
      expect(await add(number + 1, rows)).toMatchObject({ value: { added: 0, updated: count } });
      const [changed] = await told(ids.slice(-1));
      expect(changed).toMatchObject({ revisions: [1, 2], listed: 2 });
      expect(changed?.figures?.gmv?.money.amount).toBe('5000');
      await archive.undoImport(importId(number + 1), FINAL);
      expect(await told(ids)).toEqual(
        before.map(({ figures }) => ({ figures, revisions: [1, 2, 3], listed: 3 })),
      );
    }
  });
});
