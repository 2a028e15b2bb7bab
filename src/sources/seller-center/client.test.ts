import { describe, expect, it } from 'vitest';
import { ok } from '../../metrics/fault.ts';
import { unixMs } from '../../metrics/time.ts';
import { type EndpointFetch, fetchEndpoint, fetchRooms } from './client.ts';
import { isRecord } from './fields.ts';
import { answers, at, paths, room } from './fixtures/captured.ts';
import requests from './fixtures/requests.json' with { type: 'json' };
import { allCoreIds, pageCoreIds, productIds } from './question-ids.ts';
import { trendIds } from './stats-types.ts';
import type { RetryPace, Transport } from './transport.ts';

type Sent = Parameters<Transport>[0];
const host = 'shop.tiktok.com';

/** A Seller Center in memory: answers the captures, unless told otherwise. */
function server(
  reply: (sent: Sent, count: number) => string | number | undefined = () => undefined,
) {
  const sent: Sent[] = [];
  const waits: number[] = [];
  const send: Transport = async (request) => {
    sent.push(request);
    const said = reply(request, sent.length);
    const body =
      typeof said === 'string'
        ? said
        : JSON.stringify(answers[request.path] ?? { code: 0, data: { stats: {} } });
    const status = typeof said === 'number' ? said : 200;
    return ok({ status, url: `https://${host}${request.path}`, type: 'application/json', body });
  };
  const pace: RetryPace = {
    wait: async (ms) => {
      waits.push(ms);
    },
    jitter: () => 0.5,
  };
  return { send, sent, waits, pace };
}

const idsOf = ({ body }: Sent): unknown => {
  const parsed: unknown = JSON.parse(body);
  const inner = isRecord(parsed) ? parsed.request : undefined;
  return isRecord(inner) ? inner.stats_types : undefined;
};

const fetchOf = (endpoint: string, more: Partial<EndpointFetch> = {}): EndpointFetch => ({
  room,
  host,
  at,
  endpoint,
  ...more,
});

describe('asking an endpoint about a room', () => {
  it.each([
    ['room/status', paths.roomStatus, 'room'],
    ['core/stats', paths.coreStats, 'figures'],
    ['trend/chart', paths.trendChart, 'timeline'],
    ['product/list', paths.productList, 'products'],
    ['source/new', paths.sourceNew, 'sources'],
    ['event/timeline', paths.eventTimeline, 'pins'],
  ] as const)('asks %s once and reads the captured answer', async (endpoint, path, part) => {
    const { send, sent, pace, waits } = server();
    const read = await fetchEndpoint(send, fetchOf(endpoint), pace);
    expect(sent.map((one) => one.path)).toEqual([path]);
    expect(waits).toEqual([]);
    expect(read).toMatchObject({ ok: true, value: { parts: [{ origins: { [part]: {} } }] } });
    expect(read.ok && read.value.failure).toBe(undefined);
  });

  it('asks for all distributions of the audience at once', async () => {
    const { send, sent, pace } = server();
    await fetchEndpoint(send, fetchOf('user/portrait'), pace);
    expect(sent.map(idsOf)).toEqual([
      [80, 81, 82, 83, 90, 85, 86, 87, 88, 350, 351, 352, 353, 92, 93, 95],
    ]);
  });

  it('asks for the full id sets', async () => {
    const { send, sent, pace } = server();
    const of = { creator: '7355581262502900000', country: 'VN' };
    await fetchEndpoint(send, fetchOf('core/stats', of), pace);
    await fetchEndpoint(send, fetchOf('source/new', of), pace);
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({
      request: { ...requests['core-stats'].request, stats_types: allCoreIds },
    });
    expect(allCoreIds).toContain(-330);
    expect(new Set(trendIds).size).toBe(27);
    expect(new Set(productIds).size).toBe(19);
    expect(JSON.parse(sent[1]?.body ?? '').request).toMatchObject({
      stats_types: [100],
      version: 3,
    });
  });

  it('falls back once on what the page asks for when an id is refused, and says so', async () => {
    const { send, sent, pace } = server((request, count) =>
      request.path === paths.coreStats && count === 1 ? '{"code":98001004}' : undefined,
    );
    const read = await fetchEndpoint(send, fetchOf('core/stats'), pace);
    expect(sent.map(idsOf)).toEqual([allCoreIds, pageCoreIds]);
    expect(pageCoreIds).toEqual(requests['core-stats'].request.stats_types);
    expect(read.ok && read.value.parts[0]?.gaps).toContainEqual({
      endpoint: 'core/stats',
      field: 'stats_types',
      reason: 'refused',
    });
  });

  it('tries 429 and 5xx twice more, waiting longer each time', async () => {
    for (const status of [429, 503]) {
      const { send, sent, waits, pace } = server((_, count) => (count < 3 ? status : undefined));
      const read = await fetchEndpoint(send, fetchOf('source/new'), pace);
      expect(read.ok).toBe(true);
      expect(sent).toHaveLength(3);
      expect(waits).toEqual([1500, 3000]);
    }
  });

  it('asks for no other distribution when the server fails at one, or refuses four', async () => {
    const broken = server(() => 500);
    await fetchEndpoint(broken.send, fetchOf('user/portrait'), broken.pace);
    expect(broken.sent).toHaveLength(3);
    const refusing = server(() => '{"code":98001004}');
    await fetchEndpoint(refusing.send, fetchOf('user/portrait'), refusing.pace);
    expect(refusing.sent).toHaveLength(5);
  });

  it('asks for the ids wanted alone, and says which were answered', async () => {
    const { send, sent, pace } = server();
    const read = await fetchEndpoint(send, fetchOf('core/stats', { ids: [23, -23] }), pace);
    expect(sent.map(idsOf)).toEqual([[23, -23]]);
    expect(read.ok && read.value.answered).toEqual([23, -23]);
  });

  it.each([
    [401, 'signed-out'],
    [500, 'server-error'],
    [400, 'refused-parameters'],
  ] as const)('fails with what HTTP %i says', async (status, code) => {
    const { send, pace } = server(() => status);
    const read = await fetchEndpoint(send, fetchOf('trend/chart'), pace);
    expect(!read.ok && read.fault.code).toBe(code);
  });

  it('keeps the distributions that were read when a later one fails, and says why', async () => {
    const { send, sent, pace } = server(({ body }) => {
      if (body.includes('80,81')) return '{"code":98001004}';
      if (!body.includes('[80]')) return 401;
      return JSON.stringify({
        code: 0,
        data: { stats: { all_gender_distribution: [{ type: 20, cnt: 1 }] } },
      });
    });
    const read = await fetchEndpoint(send, fetchOf('user/portrait'), pace);
    expect(sent).toHaveLength(3);
    expect(read).toMatchObject({ value: { answered: [80], failure: { code: 'signed-out' } } });
  });

  it('says that the room is unknown where the answer is empty', async () => {
    const { send, pace } = server(() => '{"code":0,"data":{}}');
    const read = await fetchEndpoint(send, fetchOf('core/stats'), pace);
    expect(!read.ok && read.fault.code).toBe('unknown-room');
  });

  it('turns a sender that throws into a fault', async () => {
    const broken: Transport = async () => {
      throw new Error('gone');
    };
    const read = await fetchEndpoint(broken, fetchOf('room/status'), server().pace);
    expect(!read.ok && read.fault).toMatchObject({ code: 'internal', detail: 'gone' });
  });

  it('stops when it is called off', async () => {
    const { send, sent, pace } = server();
    const signal = AbortSignal.abort();
    const read = await fetchEndpoint(send, fetchOf('core/stats', { signal }), pace);
    expect(read.ok).toBe(false);
    expect(sent).toHaveLength(0);
  });

  it('asks for each distribution alone where all at once are refused, and joins them', async () => {
    const { send, pace } = server(({ path, body }) => {
      if (path !== paths.userPortrait) return undefined;
      if (body.includes('80,81')) return '{"code":98001004}';
      const gender = body.includes('[80]');
      const stats = gender
        ? { all_gender_distribution: [{ type: 20, cnt: 1 }] }
        : { all_age_distribution: [{ type: 3, cnt: 1 }] };
      return JSON.stringify({ code: 0, simulated: true, data: { stats } });
    });
    const read = await fetchEndpoint(send, fetchOf('user/portrait'), pace);
    const parts = read.ok ? read.value.parts : [];
    expect(parts).toHaveLength(1);
    expect(parts[0]?.simulated).toBe(true);
    expect(parts[0]?.audience?.slice(0, 2).map(({ by }) => by)).toEqual(['gender', 'age']);
  });
});

describe('fetching the room list', () => {
  const now = unixMs(Date.UTC(2026, 10, 20, 3));
  const page = (ids: readonly number[], total?: number): string =>
    JSON.stringify({
      code: 0,
      data: {
        segments: [
          {
            timed_lists: [
              {
                stats: ids.map((id) => ({
                  live_id: `76499518053633${String(id).padStart(5, '0')}`,
                  start_timestamp: 1_790_000_000 + id,
                })),
              },
            ],
            list_control: { next_pagination: { total } },
          },
        ],
      },
    });
  const numbers = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => from + i);

  it('walks the pages and puts the newest first', async () => {
    const { send, sent, pace } = server((_, count) =>
      count === 1 ? page(numbers(0, 50), 60) : page(numbers(50, 10), 60),
    );
    const read = await fetchRooms(send, { host, now, sellerId: '7495' }, pace);
    expect(sent).toHaveLength(2);
    const rooms = read.ok ? read.value : [];
    expect(rooms).toHaveLength(60);
    expect(rooms[0]?.room.startedAt).toBe(1_790_000_059);
    expect(sent[0]?.query).toContain('seller_id=7495');
  });

  it('asks for 92 days at most, fifty a page', async () => {
    const { send, sent, pace } = server(() => page([1], 1));
    await fetchRooms(send, { host, now }, pace);
    const [params] = JSON.parse(sent[0]?.body ?? '').request.params;
    expect(params.list_control.pagination).toEqual({ size: 50, page: 0 });
    const { start, end } = params.time_descriptor;
    expect(end).toBe('2026-11-20');
    expect((Date.parse(end) - Date.parse(start)) / 86_400_000).toBe(92);
  });

  it('stops at a short page when no total is said', async () => {
    const { send, sent, pace } = server(() => page(numbers(0, 3)));
    await fetchRooms(send, { host, now }, pace);
    expect(sent).toHaveLength(1);
  });

  it('fails whole when a page fails, and says when there are no rooms', async () => {
    const half = server((_, count) => (count === 1 ? page(numbers(0, 50), 60) : 500));
    expect((await fetchRooms(half.send, { host, now }, half.pace)).ok).toBe(false);
    const none = server(() => page([], 0));
    const read = await fetchRooms(none.send, { host, now }, none.pace);
    expect(!read.ok && read.fault.code).toBe('no-rooms');
  });
});
