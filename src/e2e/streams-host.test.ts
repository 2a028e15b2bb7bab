import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addDemoFeed, FEED_ORIGIN, isAllowed, pickCategory, withdraw } from './feed-view.ts';
import { settled } from './panel-view.ts';
import { soon } from './patience.ts';
import { raise, type Stage } from './stage.ts';

const BEAUTY = '601450';

describe('a clip on a host that the extension may not read', () => {
  let stage: Stage;
  let panel: Page;
  beforeAll(async () => {
    stage = await raise({ allowed: { hosts: [FEED_ORIGIN] } });
    const options = await addDemoFeed(stage);
    await settled(await stage.dashboard(stage.room), stage.room);
    await stage.page.goto('about:blank');
    panel = await stage.panelTab(`?room=${stage.room}`);
    await settled(panel, stage.room);
    await pickCategory(panel, BEAUTY);
    await panel.locator('#benchmarks .cover-button').first().waitFor();
    await withdraw(options, FEED_ORIGIN);
    await vi.waitFor(async () => expect(await isAllowed(options, FEED_ORIGIN)).toBe(false), soon);
    await panel.reload();
    await settled(panel, stage.room);
  });
  afterAll(() => stage?.close());

  it('plays with that host’s consent', async () => {
    await panel.locator('#benchmarks .cover-button').first().click();
    const video = panel.getByRole('dialog').locator('video');
    await vi.waitFor(async () => {
      const shown = await video.evaluate((element) =>
        element instanceof HTMLVideoElement ? element.videoWidth : 0,
      );
      expect(shown).toBeGreaterThan(0);
    }, soon);
  });
});
