import { describe, expect, it } from 'vitest';
import { at, paths, room } from './fixtures/captured.ts';
import coreStats from './fixtures/core-stats.json' with { type: 'json' };
import requests from './fixtures/requests.json' with { type: 'json' };
import roomInfo from './fixtures/room-info.json' with { type: 'json' };
import { readObserved } from './observed.ts';
import { dashboardUrl, liveAnalysisUrl } from './urls.ts';

const host = 'https://shop.tiktok.com';
const body = JSON.stringify(coreStats);
const request = JSON.stringify(requests['core-stats']);
const observed = { url: `${host}${paths.coreStats}?aid=4068`, request, status: 200, body, at };

describe('an answer of the page', () => {
  it('is read under the room of its request, as observed', () => {
    const read = readObserved(observed);
    expect(read).toMatchObject({
      ok: true,
      value: {
        endpoint: 'core/stats',
        part: {
          room: { id: room },
          figures: {
            views: { value: 743, origin: { how: 'observed', endpoint: 'core/stats', at } },
          },
        },
        others: [],
      },
    });
    expect(read.ok && read.value?.part.simulated).toBeUndefined();
  });

  it('is read with a relative address, a room in the query, or a bare number for a room', () => {
    const ids = [
      { url: paths.coreStats, request },
      { url: `${host}${paths.coreStats}?room_id=${room}`, request: undefined },
      { url: observed.url, request: `{"request":{"room_filter":{"room_id":${room}}}}` },
    ].map((one) => {
      const read = readObserved({ ...observed, ...one });
      return read.ok ? read.value?.part.room.id : read.fault;
    });
    expect(ids).toEqual([room, room, room]);
  });

  it('says whose the LIVE is where the page named account or shop as it asked', () => {
    const filter = {
      room_id: room,
      creator_id: '7355581262502900000',
      shop_id: '7495000000000000001',
    };
    const asked = JSON.stringify({ request: { room_filter: filter } });
    const read = readObserved({ ...observed, request: asked });
    expect(read.ok && read.value?.part.room).toMatchObject({
      id: room,
      accountId: '7355581262502900000',
      shopId: '7495000000000000001',
    });
    const stats = [room, '7654451471329741576'].map((live_id) => ({
      live_id,
      creator_handle: 'Shop.One',
    }));
    const list = readObserved({
      ...observed,
      url: `${paths.roomList}?seller_id=7495000000000000001`,
      request: undefined,
      body: JSON.stringify({ code: 0, data: { segments: [{ timed_lists: [{ stats }] }] } }),
    });
    const [one, other] =
      list.ok && list.value !== undefined ? [list.value.part, ...list.value.others] : [];
    const owner = { accountHandle: 'shop.one', shopId: '7495000000000000001' };
    expect([one?.room, other?.room]).toMatchObject([owner, owner]);
  });

  it('believes what an answer says of its account before what the page asked for', () => {
    const filter = { room_id: '7654451471329741576', creator_id: '7000000000000000009' };
    const read = readObserved({
      ...observed,
      url: `${host}/api/v1/insights/workbench/live/detail/room/info`,
      request: JSON.stringify({ request: { room_filter: filter } }),
      body: JSON.stringify(roomInfo),
    });
    expect(read.ok && read.value?.part.room.accountId).toBe('7355581262502900000');
  });

  it('is marked when a demo server made it up', () => {
    const simulated = JSON.stringify({ ...coreStats, simulated: true });
    const read = readObserved({ ...observed, body: simulated });
    expect(read.ok && read.value?.part.simulated).toBe(true);
  });

  it('is known by its shape where the path is not', () => {
    const read = readObserved({
      ...observed,
      url: `${host}/api/v1/insights/workbench/live/detail/base`,
      request: undefined,
      body: JSON.stringify(roomInfo),
    });
    expect(read.ok && read.value?.endpoint).toBe('room/info');
    expect(read.ok && read.value?.part.room.id).toBe('7654451471329741576');
  });

  it.each([
    { url: `${host}/api/v1/oec/orders` },
    { url: `${host}/static/main.js` },
    { url: `${host}/api/v1/insights/workbench/live/other` },
    { url: 'https://[' },
    { request: undefined },
    { request: 'not json' },
    { request: '{"request":{"room_filter":{"room_id":"12"}}}' },
  ])('is not ours when it is no answer on a room: %j', (other) => {
    expect(readObserved({ ...observed, ...other })).toEqual({ ok: true, value: undefined });
  });

  it('tells of a lost sign-in and of a cut-off body', () => {
    const out = readObserved({ ...observed, body: '{"code":98001002}' });
    expect(!out.ok && out.fault.code).toBe('signed-out');
    const cut = readObserved({ ...observed, body: body.slice(0, 900) });
    expect(!cut.ok && cut.fault.code).toBe('malformed');
  });

  it('with several rooms gives one part each', () => {
    const stats = [room, '7654451471329741576'].map((live_id) => ({ live_id }));
    const list = JSON.stringify({ code: 0, data: { segments: [{ timed_lists: [{ stats }] }] } });
    const read = readObserved({ ...observed, url: paths.roomList, request: undefined, body: list });
    const found =
      read.ok && read.value !== undefined ? [read.value.part, ...read.value.others] : [];
    expect(found.map((part) => part.room.id)).toEqual([room, '7654451471329741576']);
  });
});

it('knows the pages of a room', () => {
  expect(dashboardUrl('shop.tiktok.com', room)).toBe(
    'https://shop.tiktok.com/workbench/live/overview?room_id=7649951805363391253',
  );
  expect(liveAnalysisUrl('seller-vn.tiktok.com')).toBe(
    'https://seller-vn.tiktok.com/compass/live-analysis',
  );
});
