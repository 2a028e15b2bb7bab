import 'fake-indexeddb/auto';
import { deleteDB, openDB, unwrap } from 'idb';
import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import { writeReleased } from '../released/released.fixture.ts';
import { rewriteRecords } from './rewrite-records.ts';

const name = 'rewriting';
const HeadSchema = v.looseObject({ id: v.string(), currency: v.optional(v.string()) });

/** Runs one rewriting within an upgrade of a database with released records. */
async function upgraded(change: (record: unknown) => unknown) {
  await writeReleased(name, 1);
  return openDB(name, 2, {
    upgrade: (_database, _from, _to, transaction) =>
      void rewriteRecords(unwrap(transaction), 'rooms', change),
  });
}

afterEach(() => deleteDB(name));

describe('rewriting the records of a store', () => {
  it('keeps what it gives for each, and leaves what it gives back as it was', async () => {
    const database = await upgraded((record) => {
      const head = v.parse(HeadSchema, record);
      return head.currency === 'VND' ? { ...head, currency: 'IDR' } : record;
    });
    const heads = v.parse(v.array(HeadSchema), await database.getAll('rooms'));
    database.close();
    expect(heads.map(({ currency }) => currency)).toEqual([
      'IDR',
      'MYR',
      'IDR',
      'IDR',
      'IDR',
      undefined,
    ]);
  });

  it.each([
    [
      'that it cannot read',
      (): unknown => {
        throw new Error('unreadable');
      },
    ],
    ['whose key it would change', (): unknown => ({ id: '7' })],
    ['of which nothing that can be stored is left', (): unknown => () => undefined],
  ])('sets aside a record %s, and goes on', async (_what, damaged) => {
    let place = 0;
    const database = await upgraded((record) => (place++ === 1 ? damaged() : record));
    const [count, broken] = await Promise.all([database.count('rooms'), database.getAll('broken')]);
    database.close();
    expect(count).toBe(5);
    expect(broken.at(-1)).toMatchObject({
      store: 'rooms',
      key: '7648840000000000013',
      record: { currency: 'MYR' },
      reason: expect.stringMatching(/./),
    });
  });
});
