import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { roomA, roomB, START, views } from '../../archive/parts.fixture.ts';
import { HOUR_MS, unixMs } from '../../metrics/time.ts';
import { shopArchive } from '../archives.ts';
import { senders } from '../browser.fixture.ts';
import { handlers } from '../messaging/handlers.ts';
import { route } from '../messaging/router.ts';

vi.mock('../../platform/browser.ts', async () => ({
  browser: (await import('../browser.fixture.ts')).memoryBrowser(),
}));

const message = (room: string, which = 'shop') => ({
  app: 'live-diagnosis',
  verb: 'archive.revisions',
  request: { which, room },
});

describe('archive.revisions', () => {
  it('answers the figures after each reading, and none of a LIVE that isn’t kept', async () => {
    const archive = await shopArchive();
    const later = unixMs(START + HOUR_MS);
    await archive.store(views(roomA, 40, START), START);
    await archive.store(views(roomA, 70, later), later);
    expect(await route(message(roomA), senders.panelTab(), handlers)).toMatchObject({
      value: {
        revisions: [
          { number: 1, at: START, figures: { views: { value: 40 } } },
          { number: 2, at: later, figures: { views: { value: 70 } } },
        ],
      },
    });
    for (const [room, which] of [
      [roomB, 'shop'],
      [roomA, 'sample'],
    ] as const) {
      const reply = await route(message(room, which), senders.panelTab(), handlers);
      expect(reply).toEqual({ ok: true, value: { revisions: [] } });
    }
  });

  it('is refused to everyone else, and for what is no room', async () => {
    const refused = { fault: { code: 'bad-message' } };
    expect(await route(message(roomA), senders.page(), handlers)).toMatchObject(refused);
    expect(await route(message('1'), senders.panelTab(), handlers)).toMatchObject(refused);
  });
});
