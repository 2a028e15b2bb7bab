import type { Page } from 'playwright-core';
import { afterFrames, seriousFaults } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { eventually, expect, test } from './test.ts';
import {
  hasPartWithin,
  jumpTo,
  partShown,
  playsWithin,
  standing,
  watchedPanel,
} from './watching.ts';

test.describe('the player', () => {
  let stage: Stage;
  let panel: Page;
  let cut: { from: number; to: number };
  test.beforeAll(async () => {
    stage = await raise();
    ({ panel } = await watchedPanel(stage, { others: hasPartWithin }));
  });
  test.afterAll(() => stage?.close());

  const dialog = () => panel.getByRole('dialog');
  const video = () => dialog().locator('video');
  const button = (name: string) => dialog().getByRole('button', { name, exact: true });
  const firstPart = () =>
    panel
      .locator('#benchmarks')
      .getByRole('button', { name: /^Play / })
      .first();
  const press = (key: string) => panel.keyboard.press(key);
  const at = async () => (await standing(video())).at;
  const pausedAt = (second: number) =>
    eventually(async () => {
      const now = await standing(video());
      expect(now.paused).toBe(true);
      expect(Math.abs(now.at - second)).toBeLessThan(1);
    });

  test.beforeEach(async () => {
    if ((await dialog().count()) > 0) await press('Escape');
    await expect(dialog()).toHaveCount(0);
    await firstPart().click();
    cut = await partShown(panel);
    expect(cut.from).toBeGreaterThan(0);
    await playsWithin(video(), cut.from - 0.1, cut.from + 20);
  });

  test('loops a part from its end to its start, and stops there when looping is off', async () => {
    await expect(button('Loop this part')).toHaveAttribute('aria-pressed', 'true');
    await jumpTo(video(), cut.to - 1);
    await playsWithin(video(), cut.from - 0.1, cut.from + 20);

    await button('Loop this part').click();
    await jumpTo(video(), cut.to - 1);
    await pausedAt(cut.to);
    await button('Play').click();
    await playsWithin(video(), cut.from - 0.1, cut.from + 20);

    // The choice is remembered when the player is opened again.
    await press('Escape');
    await expect(dialog()).toHaveCount(0);
    await firstPart().click();
    await expect(button('Loop this part')).toHaveAttribute('aria-pressed', 'false');
    await button('Loop this part').click();
  });

  test('goes on into the rest of the replay from where it is, one tap away, and back', async () => {
    await jumpTo(video(), cut.to - 2);
    await button('Whole replay').click();
    await playsWithin(video(), cut.to + 0.2, cut.to + 30);
    const slider = dialog().getByRole('slider');
    await expect(slider).toHaveAttribute('min', '0');
    await expect.poll(async () => Number(await slider.getAttribute('max'))).toBeGreaterThan(cut.to);
    await button('This part only').click();
    await playsWithin(video(), cut.from - 0.1, cut.from + 20);
  });

  test('jumps, plays faster and is muted by buttons', async () => {
    await button('Pause').click();
    const before = await at();
    await button('5 seconds on').click();
    await button('5 seconds on').click();
    await button('5 seconds back').click();
    await pausedAt(before + 5);
    await dialog().getByLabel('Speed').selectOption('1.5');
    await button('Mute').click();
    await expect.poll(() => standing(video())).toMatchObject({ speed: 1.5, muted: true });
    await dialog().getByLabel('Speed').selectOption('1');
    await button('Mute').click();
    await expect.poll(() => standing(video())).toMatchObject({ speed: 1, muted: false });
  });

  test('is led by keys alone, wherever in the window the focus is', async () => {
    await press('k');
    await expect.poll(async () => (await standing(video())).paused).toBe(true);
    await press('[');
    await pausedAt(cut.from);
    await press('l');
    await press('ArrowRight');
    await pausedAt(cut.from + 15);
    await press('j');
    await press('ArrowLeft');
    await pausedAt(cut.from);
    await press(']');
    await pausedAt(cut.to);
    await press('Home');
    await pausedAt(cut.from);
    await press('Space');
    await playsWithin(video(), cut.from - 0.1, cut.from + 20);
    await press('m');
    await expect.poll(async () => (await standing(video())).muted).toBe(true);
    await press('m');

    await button('Close').focus();
    await press('r');
    await expect(button('Loop this part')).toHaveAttribute('aria-pressed', 'false');
    await press('r');
    await press('?');
    await expect(dialog().locator('.key-list')).toContainText('Go to where the part ends');
    await expect.poll(() => seriousFaults(panel, 'dialog[open]')).toEqual([]);
    await press('?');
    await expect(dialog().locator('.key-list')).toHaveCount(0);
    await press('f');
    await expect.poll(() => panel.evaluate('document.fullscreenElement !== null')).toBe(true);
    await press('f');
    await expect.poll(() => panel.evaluate('document.fullscreenElement === null')).toBe(true);
    await press('Escape');
    await expect(dialog()).toHaveCount(0);
  });

  test('keeps its keys from the page and from a list that has the focus', async () => {
    await button('Pause').click();
    const before = await at();
    await dialog().getByLabel('Speed').focus();
    await press('ArrowDown');
    await expect(dialog().getByLabel('Speed')).toHaveValue('1.5');
    await dialog().getByLabel('Speed').selectOption('1');
    await expect.poll(async () => Math.abs((await at()) - before)).toBeLessThan(1);
    const scrolled = await panel.evaluate('scrollY');
    await dialog().locator('.player').focus();
    await press('Space');
    await button('Pause').waitFor();
    await press('End');
    await afterFrames(panel);
    await expect.poll(() => panel.evaluate('scrollY')).toBe(scrolled);
  });

  test('stays of one size while it loads, and says in place of a broken address what to do', async () => {
    const size = () => dialog().locator('.screen').boundingBox();
    const playing = await size();
    await press('Escape');
    await stage.context.route(/\/demo\/replay\//, (route) => route.abort());
    await firstPart().click();
    // At every moment, so that there is nothing to wait for.
    const loading = await size();
    expect(loading).toEqual(playing);
    await dialog().getByText('The replay can’t be played').waitFor();
    const broken = await size();
    expect(broken).toEqual(playing);
    await expect(dialog().locator('.screen-cover img')).toHaveCount(1);
    await expect.poll(() => seriousFaults(panel, 'dialog[open]')).toEqual([]);
    await stage.context.unroute(/\/demo\/replay\//);
    await button('Try again').click();
    await playsWithin(video(), cut.from - 0.1, cut.from + 20);
  });
});
