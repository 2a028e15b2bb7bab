import type { Page } from 'playwright-core';
import { seriousFaults } from './panel-view.ts';
import { next, plans, sampleShop } from './plan-stage.ts';
import { raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';

test.describe('the cue card', () => {
  let stage: Stage;
  let panel: Page;
  let cue: Page;
  test.beforeAll(async () => {
    stage = await raise({ signedIn: false });
    panel = await sampleShop(stage);
    await next(panel).getByRole('button', { name: 'Make this plan' }).click();
    const opened = stage.context.waitForEvent('page');
    await next(panel).getByRole('button', { name: 'Cue card', exact: true }).click();
    cue = await opened;
    await cue.locator('.cue-item').first().waitFor();
  });
  test.afterAll(() => stage?.close());

  const shown = () => cue.locator('.cue-title').allTextContents();
  const items = async () => (await plans(panel))[0]?.items ?? [];
  const swipe = (across: number) =>
    cue.locator('.cue-items').evaluate((list, by) => {
      const at = (type: string, x: number) =>
        list.dispatchEvent(
          new PointerEvent(type, { pointerType: 'touch', clientX: x, clientY: 200, bubbles: true }),
        );
      at('pointerdown', 200);
      at('pointerup', 200 + by);
    }, across);

  test('opens in a tab of its own with every item on a large screen', async () => {
    await cue.setViewportSize({ width: 1920, height: 1080 });
    await expect.poll(shown).toEqual((await items()).map(({ title }) => title));
    await expect.poll(() => cue.title()).toContain('Cue card');
    await expect.poll(() => cue.textContent('.cue-head')).toContain('simulated');
    const fits = 'document.documentElement.scrollHeight <= innerHeight';
    await expect.poll(() => cue.evaluate(fits)).toBe(true);
    await expect.poll(() => seriousFaults(cue)).toEqual([]);
  });

  test('shows one at a time on a phone, led by keys and swipes', async () => {
    await cue.setViewportSize({ width: 360, height: 640 });
    await cue.reload();
    const all = (await items()).map(({ title }) => title);
    await expect.poll(shown).toEqual(all.slice(0, 1));
    await cue.keyboard.press('ArrowRight');
    await expect.poll(shown).toEqual(all.slice(1, 2));
    await swipe(-120);
    await expect.poll(shown).toEqual(all.slice(2, 3));
    await swipe(120);
    await cue.keyboard.press('ArrowLeft');
    await expect.poll(shown).toEqual(all.slice(0, 1));
    await cue.keyboard.press('ArrowLeft');
    await expect.poll(shown).toEqual(all.slice(0, 1));
    await expect
      .poll(() => cue.evaluate('document.documentElement.scrollWidth <= innerWidth'))
      .toBe(true);
    await expect.poll(() => seriousFaults(cue)).toEqual([]);
    await cue.keyboard.press('a');
    await expect.poll(shown).toEqual(all);
    await cue.keyboard.press('a');
    await expect.poll(shown).toEqual(all.slice(0, 1));
  });

  test('checks off by key and by tap, and the panel follows', async () => {
    await cue.keyboard.press(' ');
    await expect.poll(async () => (await items())[0]?.done).toBe(true);
    await expect.poll(() => next(panel).textContent()).toContain('1 of ');
    await cue.getByRole('button', { name: 'Next' }).click();
    await cue.getByRole('checkbox').check();
    await expect.poll(async () => (await items())[1]?.done).toBe(true);
  });

  test('keeps the screen on while it is in sight', async () => {
    // What the browser gives is noted on its way to the page.
    await cue.addInitScript(`
      const request = navigator.wakeLock.request.bind(navigator.wakeLock);
      globalThis.held = [];
      navigator.wakeLock.request = async (type) => {
        const lock = await request(type);
        held.push(lock);
        return lock;
      };`);
    await cue.bringToFront();
    await cue.reload();
    const state = () => cue.evaluate('held.map(({ type, released }) => [type, released])');
    await expect.poll(state).toEqual([['screen', false]]);
  });

  test('is found again instead of opened twice, and never taken for the panel', async () => {
    const tabsNow = () => stage.context.pages().map((page) => page.url());
    const tabs = tabsNow().length;
    await panel.bringToFront();
    await next(panel).getByRole('button', { name: 'Cue card', exact: true }).click();
    const front = 'chrome.tabs.query({ active: true }).then((all) => all.map(({ url }) => url))';
    await expect
      .poll(async () => await (await stage.worker()).evaluate(front))
      .toContain(cue.url());
    expect(tabsNow()).toHaveLength(tabs);
    await panel.close();
    await cue.evaluate(
      `chrome.runtime.sendMessage(${JSON.stringify({ app: 'live-diagnosis', verb: 'tab.open', request: { page: 'panel' } })})`,
    );
    await expect.poll(tabsNow).toHaveLength(tabs);
    expect(cue.url()).toContain('view=cue');
  });

  test('says that a plan is gone', async () => {
    await cue.goto(`${stage.extension}/src/panel/panel.html?view=cue&which=sample`);
    await cue.getByText('This plan is gone.').waitFor();
  });
});
