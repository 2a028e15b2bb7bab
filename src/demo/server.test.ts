import type { IncomingHttpHeaders, RequestOptions } from 'node:http';
import { request } from 'node:https';
import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Demo, startDemo } from './server.ts';

const HOST = 'seller-us.tiktok.com';
const CORE = '/api/v1/insights/workbench/live/detail/core/stats';
const START = Date.parse('2026-11-23T20:00:00Z');

let demo: Demo;
let now = START;
let cookie = '';
beforeAll(async () => {
  demo = await startDemo({ now: () => now });
  cookie = (await send('POST', '/demo/sign-in')).headers['set-cookie']?.[0]?.split(';')[0] ?? '';
});
afterAll(() => demo.close());
beforeEach(() => {
  now = START;
  demo.faults.clear();
  demo.requests.reset();
});

interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

function send(
  method: string,
  path: string,
  options: { body?: string; host?: string; headers?: Record<string, string> } = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const where: RequestOptions = {
      host: '127.0.0.1',
      port: demo.port,
      method,
      path,
      headers: { host: options.host ?? HOST, ...options.headers },
    };
    const sent = request({ ...where, rejectUnauthorized: false, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const body = Buffer.concat(parts).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    });
    sent.on('error', reject);
    sent.end(options.body);
  });
}

const roomAt = (index: number): string => demo.sessions()[index]?.room.id ?? '';
const coreBody = (room: string, ids: readonly number[]): string =>
  JSON.stringify({ request: { room_filter: { room_id: room }, stats_types: ids } });
const core = (room = roomAt(1), ids: readonly number[] = [3, 20]): Promise<Reply> =>
  send('POST', CORE, { body: coreBody(room, ids), headers: { cookie } });

const AnswerSchema = v.object({
  code: v.number(),
  simulated: v.optional(v.boolean()),
  data: v.optional(v.nullable(v.object({ stats: v.record(v.string(), v.unknown()) }))),
});
const read = (reply: Reply) => v.parse(AnswerSchema, JSON.parse(reply.body));

describe('the demo server', () => {
  it('marks every figure it answers as simulated', async () => {
    const answer = read(await core());
    expect(answer).toMatchObject({ code: 0, simulated: true });
    expect(answer.data?.stats).toHaveProperty('watch_pv');
  });

  it('answers 98001002 to whoever has no session', async () => {
    const reply = await send('POST', CORE, { body: coreBody(roomAt(1), [3]) });
    expect(read(reply)).toMatchObject({ code: 98001002, data: null });
  });

  it('signs a host in by a cookie that scripts cannot read, and out again', async () => {
    const signedIn = await send('POST', '/demo/sign-in?next=%2Fcompass%2Flive-analysis');
    expect(signedIn.status).toBe(302);
    expect(signedIn.headers.location).toBe('/compass/live-analysis');
    expect(signedIn.headers['set-cookie']?.[0]).toMatch(/HttpOnly; Secure; SameSite=Lax$/);
    const signedOut = await send('POST', '/demo/sign-out', { headers: { cookie } });
    expect(signedOut.headers['set-cookie']?.[0]).toContain('Max-Age=0');
  });

  it('never leads from the sign-in page to another host', async () => {
    for (const next of ['https://elsewhere.invalid/', '//elsewhere.invalid', '/\\elsewhere']) {
      const reply = await send('POST', `/demo/sign-in?next=${encodeURIComponent(next)}`);
      expect(reply.headers.location).toBe('/compass/live-analysis');
    }
  });

  it('leads a page without a session to the sign-in page and back', async () => {
    const reply = await send('GET', '/workbench/live/overview?room_id=1');
    expect(reply.status).toBe(302);
    expect(reply.headers.location).toBe(
      '/demo/sign-in?next=%2Fworkbench%2Flive%2Foverview%3Froom_id%3D1',
    );
  });

  it('says on every page that it is a demo, under a strict policy', async () => {
    const pages = ['/workbench/live/overview', '/compass/live-analysis', '/demo', '/demo/sign-in'];
    const replies = await Promise.all(
      pages.map((path) => send('GET', path, { headers: { cookie } })),
    );
    for (const reply of [...replies, await send('GET', '/', { host: 'www.example.com' })]) {
      expect(reply.status).toBe(200);
      expect(reply.body).toContain('Every figure here is simulated.');
      expect(reply.body).not.toMatch(/<script>|style=|onclick=/);
      expect(reply.headers['content-security-policy']).toContain(
        "require-trusted-types-for 'script'",
      );
      expect(reply.headers['content-security-policy']).toContain("frame-src 'none'");
    }
  });

  it('serves the scripts and the style sheet that its pages name, without types', async () => {
    const { body } = await send('GET', '/workbench/live/overview', { headers: { cookie } });
    const files = [...body.matchAll(/\/demo\/pages\/[a-z.-]+/g)].map(([path]) => path);
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) expect((await send('GET', file)).status).toBe(200);
    const script = await send('GET', '/demo/pages/json.ts');
    expect(script.headers['content-type']).toContain('text/javascript');
    expect(script.body).not.toContain(': unknown');
    expect((await send('GET', '/demo/pages/..%2fserver.ts')).status).toBe(404);
  });

  it('refuses a room that the shop does not have, and a body without its parts', async () => {
    expect(read(await core('7000000000000000001')).code).toBe(98001004);
    const empty = await send('POST', CORE, { body: '{}', headers: { cookie } });
    expect(empty.status).toBe(400);
  });

  it('lets a running LIVE go on and leaves ended ones as they are', async () => {
    const [running, ended] = [roomAt(0), roomAt(1)];
    const before = [await core(running, [23]), await core(ended, [23, 3])].map(read);
    now = START + 60_000;
    const after = [await core(running, [23]), await core(ended, [23, 3])].map(read);
    expect(Number(after[0]?.data?.stats.client_show_cnt)).toBeGreaterThan(
      Number(before[0]?.data?.stats.client_show_cnt),
    );
    expect(after[1]).toEqual(before[1]);
  });

  it('keeps a log of requests with room, origin and site', async () => {
    await send('POST', CORE, {
      body: coreBody(roomAt(1), [3]),
      headers: { origin: 'chrome-extension://abc', 'sec-fetch-site': 'none' },
    });
    expect(demo.requests.list('/core/stats')).toMatchObject([
      {
        method: 'POST',
        host: HOST,
        room: roomAt(1),
        origin: 'chrome-extension://abc',
        site: 'none',
      },
    ]);
    demo.requests.reset();
    expect(demo.requests.list()).toEqual([]);
  });

  it('takes orders and shows its log by the control address', async () => {
    await core();
    const rules = [{ fault: { kind: 'status', status: 500 } }];
    const order = JSON.stringify({ order: 'set-faults', rules });
    expect((await send('POST', '/demo/control', { body: order })).status).toBe(200);
    expect((await core()).status).toBe(500);
    const state: unknown = JSON.parse((await send('GET', '/demo/control?part=/api/')).body);
    expect(state).toMatchObject({ rules, requests: [{ path: CORE }, { path: CORE }] });
    await send('POST', '/demo/control', { body: '{"order":"clear-faults"}' });
    expect((await core()).status).toBe(200);
    expect((await send('POST', '/demo/control', { body: '{"order":"nonsense"}' })).status).toBe(
      400,
    );
  });

  it('shows covers of rooms and products', async () => {
    const reply = await send('GET', `/demo/cover/${roomAt(1)}.svg`);
    expect(reply.headers['content-type']).toBe('image/svg+xml');
    expect(reply.body).toMatch(/^<svg/);
    expect((await send('GET', '/demo/cover/1.svg')).status).toBe(404);
  });

  it('ends although an answer is still held back', async () => {
    const other = await startDemo({ now: () => now });
    other.faults.set([{ fault: { kind: 'slow', ms: 600_000 }, path: '/demo' }]);
    const waiting = new Promise((resolve) => {
      request({ host: '127.0.0.1', port: other.port, path: '/demo', rejectUnauthorized: false })
        .on('error', resolve)
        .end();
    });
    await expect.poll(() => other.requests.list().length).toBe(1);
    await other.close();
    expect(await waiting).toBeInstanceOf(Error);
  });
});

describe('a replay', () => {
  it('is a playlist of the LIVE and a recording with byte ranges', async () => {
    const playlist = await send('GET', `/demo/replay/${roomAt(1)}.m3u8`);
    expect(playlist.status).toBe(200);
    expect(playlist.body).toMatch(/^#EXTM3U/);
    const range = { range: 'bytes=0-810' };
    const part = await send('GET', '/demo/replay/replay.mp4', { headers: range });
    expect(part.status).toBe(206);
    expect(part.headers['content-length']).toBe('811');
    expect(part.headers['content-range']).toMatch(/^bytes 0-810\/\d+$/);
    const beyond = { range: 'bytes=999999999-' };
    expect((await send('GET', '/demo/replay/replay.mp4', { headers: beyond })).status).toBe(416);
  });

  it('is refused once it has expired, and absent for a running LIVE', async () => {
    const old = demo
      .sessions()
      .find(({ room }) => (room.endedAt ?? START) < START / 1000 - 31 * 86_400);
    expect((await send('GET', `/demo/replay/${old?.room.id}.m3u8`)).status).toBe(403);
    expect((await send('GET', `/demo/replay/${roomAt(1)}.m3u8?expire=1`)).status).toBe(403);
    expect((await send('GET', `/demo/replay/${roomAt(0)}.m3u8`)).status).toBe(404);
  });
});

describe('a fault on demand', () => {
  it.each([
    ['redirect', 302],
    ['status', 401],
    ['login-page', 200],
    ['code', 200],
  ] as const)('answers a signed-out request as %s', async (as, status) => {
    demo.faults.set([{ fault: { kind: 'signed-out', as } }]);
    const reply = await core();
    expect(reply.status).toBe(status);
    expect(reply.body).not.toContain('watch_pv');
  });

  it('answers an HTTP status, with the time to wait where one is named', async () => {
    demo.faults.set([{ fault: { kind: 'status', status: 429, retryAfter: 3 } }]);
    const reply = await core();
    expect([reply.status, reply.headers['retry-after']]).toEqual([429, '3']);
  });

  it('cuts an answer off', async () => {
    demo.faults.set([{ fault: { kind: 'cut-off' } }]);
    await expect(core()).rejects.toThrow(/aborted|hang up|ECONNRESET/);
  });

  it('resets a connection', async () => {
    demo.faults.set([{ fault: { kind: 'reset' } }]);
    await expect(core()).rejects.toThrow(/hang up|ECONNRESET/);
  });

  it('breaks the JSON', async () => {
    demo.faults.set([{ fault: { kind: 'malformed' } }]);
    const { body } = await core();
    expect(() => JSON.parse(body)).toThrow(SyntaxError);
  });

  it('leaves fields out', async () => {
    demo.faults.set([{ fault: { kind: 'missing', fields: ['watch_pv'] } }]);
    expect(Object.keys(read(await core()).data?.stats ?? {})).toEqual(['gmv_local']);
  });

  it('says other things in place of fields', async () => {
    demo.faults.set([{ fault: { kind: 'says', fields: { stats: { watch_pv: 7 } } } }]);
    expect(read(await core()).data?.stats).toEqual({ watch_pv: 7 });
  });

  it('meets only its path, its room and so many requests', async () => {
    const fault = { kind: 'status', status: 500 } as const;
    demo.faults.set([{ fault, path: '/core/stats', room: roomAt(1), times: 1 }]);
    expect((await core(roomAt(2))).status).toBe(200);
    expect((await core(roomAt(1))).status).toBe(500);
    expect((await core(roomAt(1))).status).toBe(200);
    expect(demo.faults.rules()).toEqual([]);
  });

  it('that holds an answer back lets go of it once all are cleared', async () => {
    demo.faults.set([{ fault: { kind: 'slow', ms: 600_000 } }]);
    const before = demo.requests.list().length;
    const late = core();
    await expect.poll(() => demo.requests.list().length).toBe(before + 1);
    demo.faults.clear();
    expect((await late).status).toBe(200);
  });

  it('is laid over another one in order', async () => {
    demo.faults.set([
      { fault: { kind: 'slow', ms: 1 } },
      { fault: { kind: 'missing', fields: ['gmv_local'] } },
    ]);
    expect(Object.keys(read(await core()).data?.stats ?? {})).toEqual(['watch_pv']);
  });
});
