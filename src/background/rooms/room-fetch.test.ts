import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deleteShop, openShop } from '../../archive/archive.fixture.ts';
import { roomA } from '../../archive/parts.fixture.ts';
import type { Archive } from '../../archive/types.ts';
import { type FaultCode, failed, fault, ok } from '../../metrics/fault.ts';
import { unixMs } from '../../metrics/time.ts';
import { fetchEndpoint } from '../../sources/seller-center/client.ts';
import requests from '../../sources/seller-center/fixtures/requests.json' with { type: 'json' };
import { readObserved } from '../../sources/seller-center/observed.ts';
import { pageCoreIds } from '../../sources/seller-center/question-ids.ts';
import { idsOf } from '../../sources/seller-center/requests.ts';
import type { Transport } from '../../sources/seller-center/transport.ts';
import { endpointsOf } from './endpoints.ts';
import type { Backoffs } from './kept-backoffs.ts';
import { type FetchPorts, fetchRoomParts, type RoomJob } from './room-fetch.ts';

const fixtures = new URL('../../sources/seller-center/fixtures/', import.meta.url);
const captured = (endpoint: string): string =>
  readFileSync(new URL(`${endpoint.replace('/', '-')}.json`, fixtures), 'utf8');
const nothing = JSON.stringify({ code: 0, message: 'success', data: {} });
const portraits = JSON.stringify({
  code: 0,
  data: { stats: { all_gender_distribution: [{ type: 20, cnt: 1 }] } },
});
/** Of this LIVE neither the audience nor room information was captured. */
const uncaptured: Readonly<Record<string, string>> = {
  'user/portrait': nothing,
  'room/info': JSON.stringify({ code: 0, data: { room_id: roomA, timezone_offset: 25_200 } }),
};
const job: RoomJob = { room: roomA, host: 'shop.tiktok.com', force: false, onItsPage: false };
/** Nine minutes after the captured LIVE ended. */
const NOW = unixMs(1_781_150_000_000);

let archive: Archive;
let asked: string[];
let bodies: { readonly request: { readonly stats_types?: unknown } }[];
let backoffs: Backoffs;
let faults: Record<string, FaultCode>;
let whenIdle: () => Promise<void>;

/** Answers as the captured shop did. */
const shop: Transport = async ({ host, path, body: question }) => {
  const endpoint = path.replace(/^.*\/detail\//, '');
  asked.push(endpoint);
  bodies.push(JSON.parse(question));
  const code = faults[endpoint];
  if (code !== undefined) return failed(fault(code));
  const body = uncaptured[endpoint] ?? captured(endpoint);
  return ok({ status: 200, url: `https://${host}${path}`, type: 'application/json', body });
};

function ports(now = NOW): FetchPorts {
  return {
    archive,
    ask: (fetch) => fetchEndpoint(shop, fetch, { wait: async () => undefined, jitter: () => 0 }),
    whenIdle: () => whenIdle(),
    readBackoffs: async () => backoffs,
    keepBackoffs: async (_room, next) => {
      backoffs = next;
    },
    now: () => now,
  };
}

beforeEach(async () => {
  archive = await openShop();
  asked = [];
  bodies = [];
  backoffs = {};
  faults = {};
  whenIdle = async () => undefined;
});
afterEach(() => deleteShop(archive));

/** The page's own question, for the ids given, and the captured answer to it. */
async function overhear(endpoint: string, ids: readonly number[] | undefined): Promise<void> {
  const request = { room_filter: { room_id: roomA }, stats_types: ids };
  const read = readObserved({
    url: `/api/v1/insights/workbench/live/detail/${endpoint}`,
    request: JSON.stringify({ request }),
    status: 200,
    body: endpoint === 'user/portrait' ? portraits : captured(endpoint),
    at: NOW,
  });
  if (!read.ok || read.value === undefined) throw new Error(endpoint);
  await archive.store(read.value.part, NOW, { endpoint, ids: read.value.ids });
}

const idsAsked = (endpoint: string): unknown[] =>
  asked.flatMap((name, place) => (name === endpoint ? [bodies[place]?.request.stats_types] : []));

describe('fetching a room', () => {
  it('archives the captured figures, then asks nothing while they are fresh', async () => {
    expect(await fetchRoomParts(ports(), job)).toMatchObject({
      ok: true,
      value: { outcome: 'updated', missing: [] },
    });
    expect(asked).toEqual([
      'room/status',
      'core/stats',
      'trend/chart',
      'product/list',
      'source/new',
      'event/timeline',
      'room/info',
      'user/portrait',
    ]);
    const session = await archive.session(roomA);
    expect(session?.figures.gmv?.money).toEqual({ amount: '2607080', currency: 'VND' });
    expect(session?.products).toHaveLength(8);
    asked = [];
    expect(await fetchRoomParts(ports(), job)).toMatchObject({ value: { outcome: 'fresh' } });
    expect(asked).toEqual([]);
  });

  it('asks again whatever the age when told to', async () => {
    await fetchRoomParts(ports(), job);
    asked = [];
    await fetchRoomParts(ports(), { ...job, force: true });
    expect(asked).toContain('core/stats');
  });

  it('asks for nothing that the page asked for while it was given time', async () => {
    const heard = ['core/stats', 'trend/chart', 'product/list'];
    whenIdle = async () => {
      for (const endpoint of heard) await overhear(endpoint, idsOf[endpoint]);
    };
    await fetchRoomParts(ports(), { ...job, onItsPage: true });
    const others = endpointsOf().flatMap(({ name }) => (heard.includes(name) ? [] : [name]));
    expect(new Set(asked)).toEqual(new Set(others));
    expect(others).toContain('source/new');
  });

  it('asks for the ids alone that the captured page did not ask for', async () => {
    whenIdle = async () => {
      await overhear('core/stats', requests['core-stats'].request.stats_types);
      await overhear('trend/chart', requests['trend-chart'].request.stats_types);
      await overhear('product/list', [10, 30]);
      await overhear('user/portrait', [80, 82]);
    };
    await fetchRoomParts(ports(), { ...job, onItsPage: true });
    const lacking = (endpoint: string, ids: readonly number[]) =>
      idsOf[endpoint]?.filter((id) => !ids.includes(id));
    expect(idsAsked('core/stats')).toEqual([lacking('core/stats', pageCoreIds)]);
    expect(idsAsked('core/stats').flat()).toEqual(expect.arrayContaining([23, 70, 71, -70, -23]));
    expect(idsAsked('trend/chart')).toEqual([lacking('trend/chart', [20, 3])]);
    expect(idsAsked('product/list')).toEqual([lacking('product/list', [10, 30])]);
    expect(idsAsked('user/portrait')).toEqual([lacking('user/portrait', [80, 82])]);
    asked = [];
    // What had nothing to say is not asked anew by a browser that has forgotten its backoffs.
    backoffs = {};
    await fetchRoomParts(ports(), { ...job, onItsPage: true });
    expect(asked).toEqual([]);
  });

  it('asks the page’s own ids of nobody when the others are refused', async () => {
    faults = { 'core/stats': 'refused-parameters' };
    whenIdle = () => overhear('core/stats', pageCoreIds);
    expect(await fetchRoomParts(ports(), { ...job, onItsPage: true })).toMatchObject({
      value: { outcome: 'partial', missing: ['core/stats'] },
    });
    expect(idsAsked('core/stats')).toHaveLength(1);
    expect((await archive.session(roomA))?.figures.views?.value).toBe(743);
  });

  it('goes on past an endpoint that fails, says which, and lets it rest', async () => {
    faults = { 'product/list': 'malformed' };
    const partial = { value: { outcome: 'partial', missing: ['product/list'] } };
    expect(await fetchRoomParts(ports(), job)).toMatchObject(partial);
    expect((await archive.session(roomA))?.sources?.length).toBeGreaterThan(0);
    asked = [];
    expect(await fetchRoomParts(ports(), job)).toMatchObject(partial);
    expect(asked).toEqual([]);
    faults = {};
    await fetchRoomParts(ports(unixMs(NOW + 60_000)), job);
    expect(asked).toEqual(['product/list']);
  });

  it.each(['signed-out', 'offline', 'not-allowed', 'rate-limited', 'timeout'] as const)(
    'stops at once when %s, and asks again at the next try',
    async (code) => {
      faults = { 'room/status': code };
      expect(await fetchRoomParts(ports(), job)).toMatchObject({ ok: false, fault: { code } });
      expect(new Set(asked)).toEqual(new Set(['room/status']));
      faults = {};
      expect(await fetchRoomParts(ports(), job)).toMatchObject({ value: { outcome: 'updated' } });
    },
  );

  it('keeps what was read before a fault of the whole room', async () => {
    faults = { 'trend/chart': 'offline' };
    const reply = await fetchRoomParts(ports(), job);
    expect(reply).toMatchObject({ value: { outcome: 'partial' } });
    if (reply.ok) expect(reply.value.missing).toContain('product/list');
    expect((await archive.session(roomA))?.figures.views?.value).toBe(743);
  });

  it('tells a room that nobody knows from one that could not be read', async () => {
    const empty: Transport = async ({ path }) =>
      ok({ status: 200, url: `https://x${path}`, type: 'application/json', body: nothing });
    const refusing: Transport = async ({ path }) => {
      const body = '{"code":98001004,"message":"invalid parameters"}';
      asked.push(path);
      return ok({ status: 200, url: `https://x${path}`, type: 'application/json', body });
    };
    for (const send of [empty, refusing]) {
      backoffs = {};
      const nobody: FetchPorts = { ...ports(), ask: (fetch) => fetchEndpoint(send, fetch) };
      expect(await fetchRoomParts(nobody, job)).toMatchObject({ fault: { code: 'unknown-room' } });
    }
    expect(new Set(asked).size).toBe(4);
    expect(await archive.rooms()).toEqual([]);
  });

  it('takes Seller Center for down after two endpoints, and asks no more', async () => {
    faults = { 'room/status': 'server-error', 'core/stats': 'server-error' };
    expect(await fetchRoomParts(ports(), job)).toMatchObject({ fault: { code: 'server-error' } });
    expect(new Set(asked)).toEqual(new Set(['room/status', 'core/stats']));
  });

  describe('for some endpoints alone', () => {
    const figures: RoomJob = { ...job, only: ['core/stats'] };
    const earlier: RoomJob = { ...job, only: ['core/stats', 'product/list', 'trend/chart'] };

    it.each([
      ['server-error', 'server-error'],
      ['refused-parameters', 'unknown-room'],
    ] as const)(
      'fails where the rest of them all fail with %s, though figures are there',
      async (code, told) => {
        await fetchRoomParts(ports(), figures);
        faults = { 'product/list': code, 'trend/chart': code };
        expect(await fetchRoomParts(ports(), earlier)).toMatchObject({ fault: { code: told } });
      },
    );

    it('fails, and asks nothing, while one of them is left alone because it failed', async () => {
      faults = { 'core/stats': 'server-error' };
      await fetchRoomParts(ports(), figures);
      asked = [];
      expect(await fetchRoomParts(ports(), figures)).toMatchObject({
        fault: { code: 'server-error' },
      });
      expect(asked).toEqual([]);
    });
  });

  it('fails where every endpoint failed', async () => {
    faults = Object.fromEntries(
      [
        'room/status',
        'core/stats',
        'trend/chart',
        'product/list',
        'source/new',
        'event/timeline',
        'room/info',
        'user/portrait',
      ].map((endpoint) => [endpoint, 'malformed' as const]),
    );
    expect(await fetchRoomParts(ports(), job)).toMatchObject({ fault: { code: 'malformed' } });
  });
});
