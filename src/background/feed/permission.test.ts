import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FeedAddressSchema } from '../../metrics/feed/feed.ts';
import type { Request, Verb } from '../../platform/protocol.ts';
import { shopArchive } from '../archives.ts';
import { senders } from '../browser.fixture.ts';
import { handlers } from '../messaging/handlers.ts';
import { route } from '../messaging/router.ts';
import { address, feedHost, index, jsonAnswer, NOON, serve } from './feed-host.fixture.ts';

const memory = await vi.hoisted(async () =>
  (await import('../browser.fixture.ts')).memoryBrowser(),
);
const clock = vi.hoisted(() => ({ now: 0 }));
vi.mock('../../platform/current-time.ts', () => ({ now: () => clock.now }));
vi.mock('../../platform/browser.ts', async () => ({ browser: memory }));

let { served, asked, fetch } = feedHost();

async function ask<V extends Verb>(verb: V, request: Request<V>): Promise<unknown> {
  return route({ app: 'live-diagnosis', verb, request }, senders.panelTab(), handlers);
}

beforeEach(async () => {
  clock.now = NOON;
  vi.stubGlobal('navigator', { onLine: true });
  await (await shopArchive()).forget();
  memory.permissions.contains.mockResolvedValue(true);
  memory.permissions.remove.mockClear();
  ({ served, asked, fetch } = feedHost());
  vi.stubGlobal('fetch', fetch);
});

describe('the permission for an origin', () => {
  const second = v.parse(FeedAddressSchema, 'https://bench.example/second.json');

  it('is given back with the last feed that needs it', async () => {
    served['/second.json'] = serve(index({ name: 'Second' }));
    await ask('feed.add', { address });
    await ask('feed.add', { address: second });
    await ask('feed.drop', { address });
    expect(memory.permissions.remove).not.toHaveBeenCalled();
    await ask('feed.drop', { address: second });
    expect(memory.permissions.remove).toHaveBeenCalledWith({
      origins: ['https://bench.example/*'],
    });
  });

  it('is given back when everything is deleted, a recording’s too, and whatever holds one back', async () => {
    const [feed, recording] = ['https://bench.example/*', 'https://media.example/*'];
    const allowed = ['https://shop.tiktok.com/*', feed, recording];
    memory.permissions.getAll.mockResolvedValueOnce({ origins: allowed });
    memory.permissions.remove.mockRejectedValueOnce(new Error('allowed for good'));
    await ask('archive.forget', {});
    expect(memory.permissions.remove.mock.calls).toEqual([
      [{ origins: [feed] }],
      [{ origins: [recording] }],
    ]);
  });

  it('stays where it is Seller Center’s', async () => {
    served['/bench.json'] = serve(index());
    const own = v.parse(FeedAddressSchema, 'https://shop.tiktok.com/bench.json');
    await ask('feed.add', { address: own });
    await ask('feed.drop', { address: own });
    expect(memory.permissions.remove).not.toHaveBeenCalled();
  });
});

describe('deleting everything', () => {
  it('is not undone by an answer that comes late', async () => {
    await ask('feed.add', { address });
    let release = (): void => undefined;
    const late = new Promise<void>((resolve) => {
      release = resolve;
    });
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => {
        asked.push('late');
        await late;
        return jsonAnswer(index({ name: 'Back again' }));
      }),
    );
    const refreshing = ask('feed.refresh', { address });
    await vi.waitFor(() => expect(asked).toContain('late'));
    await ask('archive.forget', {});
    release();
    expect(await refreshing).toMatchObject({ ok: false });
    expect(await (await shopArchive()).feeds()).toEqual([]);
  });
});
