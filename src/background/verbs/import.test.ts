import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { BEGIN, importId, row } from '../../archive/imports/imports.fixture.ts';
import { DAY_MS } from '../../metrics/time.ts';
import { now } from '../../platform/current-time.ts';
import type { Request, Verb } from '../../platform/protocol.ts';
import { shopArchive } from '../archives.ts';
import { senders } from '../browser.fixture.ts';
import { handlers } from '../messaging/handlers.ts';
import { route } from '../messaging/router.ts';
import { readEarlier } from '../rooms/seller-center.ts';

const memory = await vi.hoisted(async () =>
  (await import('../browser.fixture.ts')).memoryBrowser(),
);
vi.mock('../../platform/browser.ts', async () => ({ browser: memory }));

const ask = <V extends Verb>(verb: V, request: Request<V>, sender = senders.panelTab()) =>
  route({ app: 'live-diagnosis', verb, request }, sender, handlers);
const id = importId(1);
const { session, ...place } = row({ start: Math.floor((now() - DAY_MS) / 1000) - BEGIN });

describe('the import of files', () => {
  it('goes from rows that lie aside to LIVEs and back', async () => {
    expect(await ask('import.stage', { import: id, lives: [{ ...place, session }] })).toEqual({
      ok: true,
      value: { staged: 1 },
    });
    expect(await ask('import.preview', { import: id })).toMatchObject({
      value: { lives: [{ room: session.room.id, state: 'new' }] },
    });
    expect(await (await shopArchive()).rooms()).toEqual([]);
    const files = [{ name: 'july.xlsx', lives: 1 }];
    const record = { id, files, added: 1, updated: 0, same: 0 };
    expect(await ask('import.commit', { import: id, files })).toMatchObject({
      value: { import: record },
    });
    expect(await ask('import.list', {})).toMatchObject({ value: { imports: [record] } });
  });

  it('asks nobody about a LIVE whose file names no room', async () => {
    const fetching = vi.fn(async () => Response.json({}));
    vi.stubGlobal('fetch', fetching);
    const { room } = session;
    const fresh = { ok: true, value: { room: room.id, outcome: 'fresh', missing: [] } };
    expect(await ask('room.fetch', { room: room.id, force: true })).toEqual(fresh);
    expect(await readEarlier(room.id, 'whole')).toEqual(fresh);
    expect(fetching).not.toHaveBeenCalled();
    expect(memory.tabs.sendMessage).not.toHaveBeenCalled();
    expect(memory.alarms.create).not.toHaveBeenCalled();
  });

  it('is taken back', async () => {
    expect(await ask('import.undo', { import: id })).toMatchObject({
      value: { import: { undone: { kept: 0 } } },
    });
    expect(await (await shopArchive()).rooms()).toEqual([]);
    expect(await ask('import.discard', { import: importId(2) })).toEqual({ ok: true, value: {} });
  });

  it('is for the panel alone', async () => {
    expect(await ask('import.list', {}, senders.page())).toMatchObject({
      fault: { code: 'bad-message' },
    });
  });
});
