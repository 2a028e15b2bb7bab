import type { Page } from 'playwright-core';
import { addDemoFeed, FEED_ORIGIN, isAllowed, pickCategory, withdraw } from './feed-view.ts';
import { settled } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { eventually, expect, test } from './test.ts';

const BEAUTY = '601450';

test.describe('a clip on a host that the extension may not read', () => {
  let stage: Stage;
  let panel: Page;
  test.beforeAll(async () => {
    stage = await raise({ allowed: { hosts: [FEED_ORIGIN] } });
    const options = await addDemoFeed(stage);
    await settled(await stage.dashboard(stage.room), stage.room);
    await stage.page.goto('about:blank');
    panel = await stage.panelTab(`?room=${stage.room}`);
    await settled(panel, stage.room);
    await pickCategory(panel, BEAUTY);
    await panel.locator('#benchmarks .cover-button').first().waitFor();
    await withdraw(options, FEED_ORIGIN);
    await eventually(async () => expect(await isAllowed(options, FEED_ORIGIN)).toBe(false));
    await panel.reload();
    await settled(panel, stage.room);
  });
  test.afterAll(() => stage?.close());

  test('plays with that host’s consent', async () => {
    await panel.locator('#benchmarks .cover-button').first().click();
    const video = panel.getByRole('dialog').locator('video');
    await eventually(async () => {
      const shown = await video.evaluate((element) =>
        element instanceof HTMLVideoElement ? element.videoWidth : 0,
      );
      expect(shown).toBeGreaterThan(0);
    });
  });
});
