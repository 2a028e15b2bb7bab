import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { roomA, roomB, START, views } from '../../archive/parts.fixture.ts';
import { StorageError } from '../../archive/storage-error.ts';
import { fault } from '../../metrics/fault.ts';
import type { RoomId } from '../../metrics/ids.ts';
import { HOUR_MS, unixMs, unixSeconds } from '../../metrics/time.ts';
import type { Request, Verb } from '../../platform/protocol.ts';
import { sampleArchive, shopArchive } from '../archives.ts';
import { senders } from '../browser.fixture.ts';
import { handlers } from '../messaging/handlers.ts';
import { route } from '../messaging/router.ts';
import { rememberPage } from '../tabs/pages.ts';

vi.mock('../../platform/browser.ts', async () => ({
  browser: (await import('../browser.fixture.ts')).memoryBrowser(),
}));

const ask = async <V extends Verb>(
  verb: V,
  request: Request<V>,
  sender: object = senders.panelTab(),
): Promise<unknown> => route({ app: 'live-diagnosis', verb, request }, sender, handlers);

const later = unixMs(START + HOUR_MS);
/** roomA is the latest that is kept: roomB of the same shop began before. */
async function keepBoth(): Promise<void> {
  const archive = await shopArchive();
  for (const [id, at] of [
    [roomB, START],
    [roomA, later],
  ] as const) {
    const part = views(id, 40, at);
    const startedAt = unixSeconds(at / 1000);
    await archive.store(
      { ...part, room: { id, startedAt, endedAt: unixSeconds(startedAt + 60), status: 'ended' } },
      at,
    );
  }
}

/** What the single verbs say of one archive and LIVE. */
async function asked(which: 'shop' | 'sample', named: RoomId | undefined, id: RoomId) {
  return {
    which,
    settings: await ask('archive.settings', { which: 'shop' }),
    list: await ask('archive.near', named === undefined ? { which } : { which, room: named }),
    live: {
      id,
      session: await ask('archive.session', { which, room: id }),
      record: await ask('archive.room', { which, room: id }),
    },
  };
}

beforeEach(async () => {
  await ask('archive.forget', {});
  await keepBoth();
});

describe('panel.open', () => {
  it('says what each verb says by itself, of the LIVE in the panel’s address', async () => {
    const opened = await ask('panel.open', { room: roomB });
    const place = { ok: true, value: { docked: false } };
    const value = { ...(await asked('shop', roomB, roomB)), named: roomB, place };
    expect(opened).toEqual({ ok: true, value });
  });

  it('goes by the page that the panel is docked in', async () => {
    await rememberPage(4, { page: 'live-dashboard', room: roomB });
    const opened = await ask('panel.open', { room: roomA }, senders.dockedPanel(4));
    const place = {
      ok: true,
      value: { docked: true, page: 'live-dashboard', room: roomB },
    };
    const value = { ...(await asked('shop', roomB, roomB)), named: roomB, place };
    expect(opened).toEqual({ ok: true, value });
  });

  it('brings the latest LIVE where none is named', async () => {
    const place = { ok: true, value: { docked: false } };
    const value = { ...(await asked('shop', undefined, roomA)), place };
    expect(await ask('panel.open', {})).toEqual({ ok: true, value });
    expect(await ask('room.latest', {})).toEqual({ ok: true, value: { room: roomA } });
  });

  it('is of the sample shop while that is explored, whatever page the panel is docked in', async () => {
    await rememberPage(4, { page: 'live-dashboard', room: roomB });
    await (await shopArchive()).changeSettings({ sample: true });
    const none = await ask('panel.open', {}, senders.dockedPanel(4));
    expect(none).toMatchObject({ ok: true, value: { which: 'sample' } });
    expect(none).not.toHaveProperty('value.live');
    expect(none).not.toHaveProperty('value.named');
    await (await sampleArchive()).store(views(roomA, 5, START), START);
    expect(await ask('panel.open', {}, senders.dockedPanel(4))).toMatchObject({
      value: await asked('sample', undefined, roomA),
    });
  });

  it('brings the LIVE where the list can’t be read, and the list where the LIVE can’t', async () => {
    const archive = await shopArchive();
    const broken = new StorageError(fault('storage-broken'));
    const failing = { ok: false, fault: { code: 'storage-broken' } };
    const list = vi.spyOn(archive, 'packedNearRooms').mockRejectedValueOnce(broken);
    expect(await ask('panel.open', { room: roomA })).toMatchObject({
      value: { settings: { ok: true }, list: failing, live: { session: { ok: true } } },
    });
    list.mockRestore();
    const session = vi.spyOn(archive, 'session').mockRejectedValueOnce(broken);
    expect(await ask('panel.open', { room: roomA })).toMatchObject({
      value: { list: { ok: true }, live: { id: roomA, session: failing, record: { ok: true } } },
    });
    session.mockRestore();
    const newest = vi.spyOn(archive, 'newestRooms').mockRejectedValueOnce(broken);
    const opened = await ask('panel.open', {});
    expect(opened).toMatchObject({ value: { list: { ok: true } } });
    expect(opened).not.toHaveProperty('value.live');
    newest.mockRestore();
  });

  it('is of the shop where the settings can’t be read', async () => {
    await (await shopArchive()).changeSettings({ sample: true });
    const broken = new StorageError(fault('storage-broken'));
    const spy = vi.spyOn(await shopArchive(), 'settings').mockRejectedValueOnce(broken);
    expect(await ask('panel.open', {})).toMatchObject({
      value: { settings: { ok: false }, which: 'shop', list: { ok: true }, live: { id: roomA } },
    });
    spy.mockRestore();
  });

  it('is answered to panels alone, and for no other than a room’s id', async () => {
    const refused = { fault: { code: 'bad-message' } };
    expect(await ask('panel.open', {}, senders.page())).toMatchObject(refused);
    const wrong = { app: 'live-diagnosis', verb: 'panel.open', request: { room: '1' } };
    expect(await route(wrong, senders.panelTab(), handlers)).toMatchObject(refused);
  });
});

describe('panel.kept', () => {
  it.each(['shop', 'sample'] as const)(
    'says what each verb says by itself of the %s',
    async (which) => {
      await (await shopArchive()).changeSettings({ sample: which === 'sample' });
      expect(await ask('panel.kept', {})).toEqual({
        ok: true,
        value: {
          which,
          pinned: await ask('pinned.list', { which }),
          plans: await ask('plan.list', { which }),
          upgrade: await ask('archive.upgrade', {}),
          history: await ask('history.progress', {}),
        },
      });
    },
  );

  it('brings the plans where the board can’t be read', async () => {
    const broken = new StorageError(fault('storage-broken'));
    const spy = vi.spyOn(await shopArchive(), 'pinned').mockRejectedValueOnce(broken);
    expect(await ask('panel.kept', {})).toMatchObject({
      value: { pinned: { ok: false, fault: { code: 'storage-broken' } }, plans: { ok: true } },
    });
    spy.mockRestore();
  });
});
