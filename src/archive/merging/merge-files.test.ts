import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import { AccountHandleSchema } from '../../metrics/ids.ts';
import type { Session } from '../../metrics/session.ts';
import type { SnapshotId } from '../../metrics/snapshot.ts';
import { DAY_MS, seconds, unixMs, unixSeconds } from '../../metrics/time.ts';
import { BEGIN, FINAL, importId, row, tiktokId } from '../imports/imports.fixture.ts';
import { partOrigin, roomA } from '../parts.fixture.ts';
import { clearAll, worker } from '../snapshots/snapshots.fixture.ts';
import type { Archive } from '../types.ts';

afterEach(clearAll);

const first = importId(1);
async function imported(archive: Archive, ...lives: ReturnType<typeof row>[]): Promise<void> {
  await archive.stageImport(first, lives, FINAL);
  await archive.commitImport(first, [{ name: 'july.xlsx', lives: lives.length }], FINAL);
}
async function copied(archives: ReturnType<typeof worker>['archives']): Promise<SnapshotId> {
  const done = await archives.copy('shop', 'backup');
  if (!done.ok || done.value === undefined) throw new Error('nothing was copied');
  return done.value.id;
}

describe('a merge of LIVEs of export files', () => {
  it('keeps one LIVE one that got its real id since the snapshot', async () => {
    const { archives, open } = worker();
    const archive = await open();
    await imported(archive, row());
    const before = await copied(archives);
    const at = unixMs(FINAL + DAY_MS);
    const from = partOrigin('core/stats', at);
    await archive.store(
      {
        room: {
          id: tiktokId(1),
          startedAt: unixSeconds(BEGIN),
          endedAt: unixSeconds(BEGIN + 7_200),
          duration: seconds(7_200),
          status: 'ended',
          accountHandle: v.parse(AccountHandleSchema, 'shop.a'),
        },
        figures: { views: { value: 1_000, origin: from } },
        origins: { figures: from, room: from },
      },
      at,
    );
    expect((await archive.rooms()).map(({ id }) => id)).toEqual([tiktokId(1)]);
    await archives.merge('shop', before);
    expect((await archive.rooms()).map(({ id }) => id)).toEqual([tiktokId(1)]);
  });

  it('takes an import as it is here, where it was taken back in the snapshot', async () => {
    const { archives, open } = worker();
    const archive = await open();
    await imported(archive, row({ id: roomA }));
    const before = await copied(archives);
    await archive.undoImport(first, FINAL);
    const after = await copied(archives);
    await archives.restore('shop', before);
    await archives.merge('shop', after);
    expect(await archive.rooms()).toHaveLength(1);
    expect((await archive.imports())[0]?.undone).toBeUndefined();
    await archive.undoImport(first, FINAL);
    expect(await archive.rooms()).toHaveLength(0);
  });

  it('leaves out what a file said that was taken back since, of a LIVE that was answered too', async () => {
    const { archives, open } = worker();
    const archive = await open();
    await imported(archive, row({ id: roomA, gmv: '500' }));
    const from = partOrigin('core/stats', FINAL);
    await archive.store(
      {
        room: { id: roomA },
        figures: { likes: { value: 7, origin: from } },
        origins: { figures: from },
      },
      FINAL,
    );
    const before = await copied(archives);
    await archive.forget();
    await imported(archive, row({ id: roomA, gmv: '500' }));
    await archive.undoImport(first, FINAL);
    await archives.merge('shop', before);
    const session = await archive.session(roomA);
    expect(session?.figures.likes?.value).toBe(7);
    expect(session?.figures.gmv).toBeUndefined();
  });

  it('keeps all that a saved LIVE says, also what could not be read of it', async () => {
    const { archives, open } = worker();
    const archive = await open();
    const from = partOrigin('core/stats', FINAL);
    const { session, ...live } = row({ id: roomA, file: 'live.json' });
    const saved: Session = {
      ...session,
      figures: { views: { value: 1_000, origin: from } },
      origins: { room: from, figures: from },
      gaps: [{ endpoint: 'room/products', field: 'x', reason: 'unreachable' }],
    };
    await imported(archive, { ...live, session: saved });
    const was = await archive.session(roomA);
    const copy = await copied(archives);
    await archive.changeSettings({ versus: 'best' });
    await archives.merge('shop', copy);
    expect(await archive.session(roomA)).toEqual(was);
    expect(was?.gaps).toHaveLength(1);
  });
});
