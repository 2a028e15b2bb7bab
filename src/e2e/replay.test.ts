import type { Frame } from 'playwright-core';
import { DAY_SECONDS } from '../metrics/time.ts';
import { settled } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';
import { playsWithin } from './watching.ts';

test.describe('a replay', () => {
  let stage: Stage;
  test.beforeAll(async () => {
    stage = await raise();
  });
  test.afterAll(() => stage?.close());

  /** The panel docked beside the newest LIVE that ended so many seconds ago or earlier. */
  async function panelOf(seconds: number): Promise<Frame> {
    const latest = Date.now() / 1000 - seconds;
    const live = stage.demo
      .sessions()
      .find(({ room: { endedAt } }) => (endedAt ?? latest + 1) <= latest);
    if (live === undefined) throw new Error('The demo has no LIVE that old.');
    const panel = await stage.dashboard(live.room.id);
    await settled(panel, live.room.id);
    return panel;
  }

  test('plays from the cover, and the facts say how many days are left', {
    tag: ['@day', '@smoke'],
  }, async () => {
    const panel = await panelOf(0);
    const cover = panel.getByRole('button', { name: /^Play replay, \d+ days left$/ });
    await expect(panel.locator('.facts')).toContainText(/Replay\d+ days left/);
    await cover.click();
    const dialog = panel.getByRole('dialog');
    await playsWithin(dialog.locator('video'), 0.5, 600);
    await stage.page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(panel.locator('video')).toHaveCount(0);
  });

  test('is gone 30 days after the LIVE: the cover alone is left, with the reason', {
    tag: '@day',
  }, async () => {
    const panel = await panelOf(31 * DAY_SECONDS);
    const cover = panel.locator('.basic-cover');
    await expect(panel.locator('.facts')).toContainText('ReplayExpired');
    await expect(cover.locator('img')).toHaveCount(1);
    await expect(panel.getByRole('button', { name: /^Play replay/ })).toHaveCount(0);
  });
});
