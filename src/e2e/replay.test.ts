import type { Frame } from 'playwright-core';
import { settled } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';
import { playsWithin } from './watching.ts';

const DAY_SECONDS = 86_400;

test.describe('a replay', () => {
  let stage: Stage;
  let panel: Frame;
  test.beforeAll(async () => {
    stage = await raise();
    const one = stage.demo.sessions().find(({ room }) => room.status !== 'live');
    panel = await stage.dashboard(one?.room.id ?? '');
    await settled(panel, one?.room.id);
  });
  test.afterAll(() => stage?.close());

  const dialog = () => panel.getByRole('dialog');
  const video = () => dialog().locator('video');
  const close = async () => {
    await panel.page().keyboard.press('Escape');
    await expect.poll(() => dialog().count()).toBe(0);
  };

  test('plays from the cover, which says how many days are left', async () => {
    const cover = panel.getByRole('button', { name: /^Play replay, \d+ days left$/ });
    await expect.poll(() => cover.textContent()).toMatch(/\d+ days left/);
    await cover.click();
    await playsWithin(video(), 0.5, 600);
    await close();
    await expect.poll(() => panel.locator('video').count()).toBe(0);
  });

  test('is gone 30 days after the LIVE: the cover alone is left, with the reason', async () => {
    const old = stage.demo
      .sessions()
      .find(
        ({ room }) =>
          (room.endedAt ?? Number.POSITIVE_INFINITY) < Date.now() / 1000 - 31 * DAY_SECONDS,
      );
    panel = await stage.dashboard(old?.room.id ?? '');
    await settled(panel, old?.room.id);
    const cover = panel.locator('.basic-cover');
    await expect.poll(() => cover.textContent()).toBe('replay expired');
    await expect.poll(() => cover.locator('img').count()).toBe(1);
    await expect.poll(() => panel.getByRole('button', { name: /^Play replay/ }).count()).toBe(0);
  });
});
