import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { roomA } from '../archive/parts.fixture.ts';
import type { Request, Verb } from '../platform/protocol.ts';
import { senders } from './browser.fixture.ts';

const memory = await vi.hoisted(async () => (await import('./browser.fixture.ts')).memoryBrowser());
vi.mock('../platform/browser.ts', async () => ({ browser: memory }));

async function ask<V extends Verb>(verb: V, request: Request<V>, sender: object): Promise<unknown> {
  await import('./worker.ts');
  const [listener] = memory.runtime.onMessage.listeners;
  return listener?.({ app: 'live-diagnosis', verb, request }, sender);
}

const figures = new URL('../sources/seller-center/fixtures/core-stats.json', import.meta.url);

it('a panel that opens is told in one message what is archived, with the LIVE that its page shows', async () => {
  await ask('page.at', { page: 'live-dashboard', room: roomA }, senders.page(4));
  const observed = {
    url: 'https://shop.tiktok.com/api/v1/insights/workbench/live/detail/core/stats?aid=4068',
    request: JSON.stringify({ request: { room_filter: { room_id: roomA } } }),
    status: 200,
    body: readFileSync(figures, 'utf8'),
  };
  await ask('page.observed', observed, senders.page(4));
  memory.tabs.sendMessage.mockClear();
  expect(await ask('panel.open', {}, senders.dockedPanel(4))).toMatchObject({
    ok: true,
    value: {
      which: 'shop',
      settings: { sample: false },
      place: { docked: true, room: roomA },
      live: { room: roomA, session: { room: { id: roomA } }, record: { id: roomA } },
      pinned: [],
      plans: [],
    },
  });
  // Never from the network, which a page's launcher would be asked for.
  expect(memory.tabs.sendMessage).not.toHaveBeenCalled();
});
