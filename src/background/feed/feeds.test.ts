import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { StorageError } from '../../archive/storage-error.ts';
import { fault } from '../../metrics/fault.ts';
import { FeedAddressSchema } from '../../metrics/feed/feed.ts';
import { CategoryIdSchema } from '../../metrics/ids.ts';
import type { Request, Verb } from '../../platform/protocol.ts';
import { sliceFile, wanted } from '../../sources/feed/feed.fixture.ts';
import { shopArchive } from '../archives.ts';
import { senders } from '../browser.fixture.ts';
import { handlers } from '../messaging/handlers.ts';
import { route } from '../messaging/router.ts';
import {
  address,
  feedHost,
  index,
  jsonAnswer,
  NOON,
  path,
  serve,
  slice,
} from './feed-host.fixture.ts';
import { refreshInUse } from './in-use.ts';

const memory = await vi.hoisted(async () =>
  (await import('../browser.fixture.ts')).memoryBrowser(),
);
const clock = vi.hoisted(() => ({ now: 0 }));
vi.mock('../../platform/current-time.ts', () => ({ now: () => clock.now }));
vi.mock('../../platform/browser.ts', async () => ({ browser: memory }));

const HOUR = 3_600_000;
const { region, category, day } = wanted;
const basis = 'attributed';
let { served, asked, questions, fetch } = feedHost();

async function ask<V extends Verb>(verb: V, request: Request<V>): Promise<unknown> {
  return route({ app: 'live-diagnosis', verb, request }, senders.panelTab(), handlers);
}
const look = () => ask('feed.category', { which: 'shop', region, category, basis });
const kept = async () => (await shopArchive()).slice(address, { region, category, basis });
const settled = (count: number) => vi.waitFor(() => expect(asked).toHaveLength(count));

beforeEach(async () => {
  clock.now = NOON;
  vi.stubGlobal('navigator', { onLine: true });
  await (await shopArchive()).forget();
  memory.permissions.contains.mockResolvedValue(true);
  memory.permissions.remove.mockClear();
  ({ served, asked, questions, fetch } = feedHost());
  vi.stubGlobal('fetch', fetch);
});

describe('a feed that is added', () => {
  it('is not asked for anything before the browser allows its origin', async () => {
    memory.permissions.contains.mockResolvedValue(false);
    expect(await ask('feed.add', { address })).toMatchObject({
      fault: { code: 'feed-not-allowed' },
    });
    expect(memory.permissions.contains).toHaveBeenLastCalledWith({
      origins: ['https://bench.example/*'],
    });
    expect(asked).toEqual([]);
    expect(await ask('feed.list', {})).toEqual({ ok: true, value: { feeds: [] } });
  });

  it('is listed with what its index says, and each request is in the ledger', async () => {
    const feed = {
      address,
      name: 'Bench',
      publisher: 'An agency',
      simulated: false,
      addedAt: NOON,
      checkedAt: NOON,
      regions: 1,
      categories: 1,
      days: 1,
      newest: day,
    };
    expect(await ask('feed.add', { address })).toEqual({ ok: true, value: { feed } });
    expect(await ask('feed.list', {})).toEqual({ ok: true, value: { feeds: [feed] } });
    expect(await (await shopArchive()).ledger()).toMatchObject([
      { host: 'bench.example', path: '/index.json', via: 'worker', outcome: '200' },
    ]);
    expect(questions).toMatchObject([
      { credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'manual' },
    ]);
  });

  it.each<readonly [string, string, () => Response]>([
    ['is down', 'feed-down', () => new Response('', { status: 503 })],
    ['is not there', 'feed-missing', () => new Response('', { status: 404 })],
    [
      'is a page',
      'feed-other-file',
      () => new Response('{}', { headers: { 'content-type': 'text/html' } }),
    ],
    ['is no JSON', 'feed-other-file', () => jsonAnswer('<html>')],
    [
      'is no text',
      'feed-other-file',
      () =>
        new Response(new Uint8Array([0xff, 0xfe]), {
          headers: { 'content-type': 'application/json' },
        }),
    ],
    ['is of a newer version', 'feed-newer-version', () => jsonAnswer(index({ version: 3 }))],
    ['is hostile', 'feed-hostile', () => jsonAnswer(index({ name: '<script>alert(1)</script>' }))],
    [
      'leads elsewhere with its paths',
      'feed-hostile',
      () =>
        jsonAnswer(
          index({ slices: [{ region, category, basis, day, path: '//evil.example/a.json' }] }),
        ),
    ],
    [
      'breaks off',
      'feed-down',
      () => {
        throw new TypeError('network error');
      },
    ],
  ])('is refused when it %s', async (_, code, answer) => {
    served['/index.json'] = answer;
    expect(await ask('feed.add', { address })).toMatchObject({ ok: false, fault: { code } });
    expect(await (await shopArchive()).feeds()).toEqual([]);
    expect(await (await shopArchive()).ledger()).toHaveLength(1);
    expect(memory.permissions.remove).toHaveBeenLastCalledWith({
      origins: ['https://bench.example/*'],
    });
  });

  it('keeps no permission where the feed itself can’t be kept', async () => {
    const archive = await shopArchive();
    const full = new StorageError(fault('storage-full'));
    const keeping = vi.spyOn(archive, 'keepFeed').mockRejectedValueOnce(full);
    expect(await ask('feed.add', { address })).toMatchObject({ fault: { code: 'storage-full' } });
    keeping.mockRestore();
    expect(memory.permissions.remove).toHaveBeenLastCalledWith({
      origins: ['https://bench.example/*'],
    });
  });

  it('keeps its permission once it is kept', async () => {
    expect(await ask('feed.add', { address })).toMatchObject({ ok: true });
    expect(memory.permissions.remove).not.toHaveBeenCalled();
  });

  it('may have an address so long that a slice below it has none', async () => {
    const folder = `/${'long/'.repeat(190)}`;
    const far = v.parse(FeedAddressSchema, `https://bench.example${folder}index.json`);
    const near = { region, category: '600001', basis, day, path: 'a.json' };
    const deep = { region, category, basis, day, path: `${'a'.repeat(190)}.json` };
    served[`${folder}index.json`] = serve(index({ slices: [deep, near] }));
    expect(await ask('feed.add', { address: far })).toMatchObject({
      ok: true,
      value: { feed: { categories: 1 } },
    });
  });

  it('is not downloaded to its end when it is too large, whatever length it announces', async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(100_000).fill(32));
      },
    });
    served['/index.json'] = () =>
      new Response(body, {
        headers: { 'content-type': 'application/json', 'content-length': '9' },
      });
    expect(await ask('feed.add', { address })).toMatchObject({ fault: { code: 'feed-too-large' } });
    expect(sent).toBeLessThan(25);
  });
});

describe('a category of a feed', () => {
  beforeEach(async () => {
    await ask('feed.add', { address });
    asked.length = 0;
  });

  it('is asked for behind at first, then told at once without a request while it is fresh', async () => {
    expect(await look()).toMatchObject({ value: { slices: [], lacks: [{ reason: 'asking' }] } });
    await vi.waitFor(async () => expect((await kept())?.slice).toBeDefined());
    expect(asked).toEqual([`/${path}`]);
    expect(await look()).toMatchObject({
      value: { slices: [{ feed: { name: 'Bench' }, slice, checkedAt: NOON, stale: false }] },
    });
    expect(asked).toHaveLength(1);
  });

  it('is told stale and asked for again behind, once however many ask, by its mark', async () => {
    await look();
    await vi.waitFor(async () => expect((await kept())?.slice).toBeDefined());
    clock.now = NOON + 7 * HOUR;
    const stale = { value: { slices: [{ stale: true, slice }] } };
    expect(await Promise.all([look(), look(), look()])).toMatchObject([stale, stale, stale]);
    await vi.waitFor(async () => expect((await kept())?.checkedAt).toBe(NOON + 7 * HOUR));
    expect(asked).toEqual([`/${path}`, '/index.json', `/${path}`]);
    expect(await look()).toMatchObject({ value: { slices: [{ stale: false, slice }] } });
    const outcomes = (await (await shopArchive()).ledger()).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['304', '304', '200', '200']);
  });

  it('stands as it was when the feed fails, says so, and leaves the feed alone for a while', async () => {
    await look();
    await vi.waitFor(async () => expect((await kept())?.slice).toBeDefined());
    clock.now = NOON + 7 * HOUR;
    served[`/${path}`] = () => jsonAnswer(sliceFile(slice, { lives: 1, shops: 6 }));
    await look();
    await vi.waitFor(async () => expect((await kept())?.trouble?.code).toBe('feed-absurd'));
    expect(await look()).toMatchObject({
      value: { slices: [{ slice, stale: true, fault: { code: 'feed-absurd' } }] },
    });
    await settled(3);
    expect((await kept())?.trouble?.times).toBe(1);
  });

  it('says when it can’t be had, and why', async () => {
    const none = { ok: true, value: { slices: [], lacks: [{ reason: 'not-covered' }] } };
    const other = v.parse(CategoryIdSchema, '600001');
    expect(
      await ask('feed.category', { which: 'shop', region, category: other, basis }),
    ).toMatchObject(none);
    expect(await ask('feed.category', { which: 'shop', category, basis })).toMatchObject({
      value: { lacks: [{ reason: 'no-region' }] },
    });
    delete served[`/${path}`];
    await look();
    await vi.waitFor(async () => expect((await kept())?.trouble).toBeDefined());
    expect(await look()).toMatchObject({
      value: { slices: [], lacks: [{ reason: 'failed', fault: { code: 'feed-missing' } }] },
    });
  });

  it('follows the newest day of the index', async () => {
    await look();
    await vi.waitFor(async () => expect((await kept())?.slice).toBeDefined());
    const next = { region, category, basis, day: '2026-11-25', path: 'US/new.json' };
    served['/index.json'] = () => jsonAnswer(index({ slices: [{ ...next, day, path }, next] }));
    served['/US/new.json'] = serve(sliceFile({ ...slice, day: '2026-11-25', lives: 41 }));
    clock.now = NOON + 7 * HOUR;
    await look();
    await vi.waitFor(async () => expect((await kept())?.slice?.lives).toBe(41));
  });

  it('goes with its feed, and comes back with it', async () => {
    await look();
    await vi.waitFor(async () => expect((await kept())?.slice).toBeDefined());
    const reply = v.parse(
      v.object({ value: v.object({ dropped: v.any() }) }),
      await ask('feed.drop', { address }),
    );
    expect(await look()).toMatchObject({ value: { slices: [], lacks: [] } });
    await ask('feed.restore', { dropped: reply.value.dropped });
    expect(await look()).toMatchObject({ value: { slices: [{ slice }] } });
  });

  it('is asked for in the background while it is in use, no oftener than it is fresh', async () => {
    await look();
    await vi.waitFor(async () => expect((await kept())?.slice).toBeDefined());
    asked.length = 0;
    await refreshInUse();
    expect(asked).toEqual([]);
    clock.now = NOON + 7 * HOUR;
    await refreshInUse();
    expect(asked).toEqual(['/index.json', `/${path}`]);
    clock.now = NOON + 20 * 24 * HOUR;
    await refreshInUse();
    expect(asked).toHaveLength(2);
  });

  it('of the sample shop is made here, without a request', async () => {
    const reply = await ask('feed.category', { which: 'sample', category, basis });
    expect(reply).toMatchObject({ value: { slices: [{ feed: { simulated: true } }] } });
    expect(asked).toEqual([]);
  });
});
