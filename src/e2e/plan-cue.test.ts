import type { Page } from 'playwright-core';
import { dropAll, freshPlan, onlyPlan } from './fresh-plan.ts';
import { newestWhere } from './newest-live.ts';
import { seriousFaults, settled } from './panel-view.ts';
import { next, showSampleShop } from './plan-stage.ts';
import { raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';

const PHONE = { width: 360, height: 640 };

test.describe('the cue card', () => {
  let stage: Stage;
  let panel: Page;
  test.beforeAll(async () => {
    stage = await raise({ signedIn: false });
    panel = await showSampleShop(stage);
  });
  test.afterAll(() => stage?.close());
  // Before and not after a test, so that one that fails can still tell what it saw.
  test.beforeEach(async () => {
    for (const tab of stage.context.pages()) {
      if (tab !== stage.page && tab !== panel) await tab.close();
    }
    if (!panel.isClosed()) return;
    panel = await stage.panelTab();
    await settled(panel);
  });

  const titlesOn = (cue: Page) => cue.locator('.cue-deed');
  const done = async () => (await onlyPlan(panel)).items.map((item) => item.done);
  const cueButton = () => next(panel).getByRole('button', { name: 'Open cue card' });
  /** The cue card of a fresh plan with four things to do, none of them done, as on a phone. */
  async function cueOnPhone(): Promise<{ cue: Page; names: readonly string[] }> {
    const names = ['Light the desk', 'Say the price first', 'Greet by name', 'Pin it again'];
    const items = names.map((title) => ({ title, tested: false, done: false }));
    const { id } = await freshPlan(panel, items);
    const cue = await stage.context.newPage();
    await cue.setViewportSize(PHONE);
    await cue.goto(`${stage.extension}/src/panel/panel.html?view=cue&which=sample&plan=${id}`);
    await expect(titlesOn(cue)).toHaveText(names.slice(0, 1));
    return { cue, names };
  }
  const swipe = (cue: Page, across: number) =>
    cue.locator('.cue-items').evaluate((list, by) => {
      const at = (type: string, x: number) =>
        list.dispatchEvent(
          new PointerEvent(type, { pointerType: 'touch', clientX: x, clientY: 200, bubbles: true }),
        );
      at('pointerdown', 200);
      at('pointerup', 200 + by);
    }, across);

  test('opens in a tab of its own with every item on a large screen', async () => {
    await dropAll(panel);
    const make = next(panel).getByRole('button', { name: 'Make this plan' });
    await newestWhere(panel, () => make.isVisible());
    await make.click();
    const opened = stage.context.waitForEvent('page');
    await cueButton().click();
    const cue = await opened;
    await cue.setViewportSize({ width: 1920, height: 1080 });
    await expect(titlesOn(cue)).toHaveText((await onlyPlan(panel)).items.map(({ title }) => title));
    await expect(cue).toHaveTitle(/Cue card/);
    await expect(cue.locator('.cue-head')).toContainText('simulated');
    const fits = 'document.documentElement.scrollHeight <= innerHeight';
    await expect.poll(() => cue.evaluate(fits)).toBe(true);
    await expect.poll(() => seriousFaults(cue)).toEqual([]);
  });

  test('shows one at a time on a phone, led by keys and swipes', async () => {
    const { cue, names } = await cueOnPhone();
    const shows = (place: number) =>
      expect(titlesOn(cue)).toHaveText(names.slice(place, place + 1));
    await cue.keyboard.press('ArrowRight');
    await shows(1);
    await swipe(cue, -120);
    await shows(2);
    await swipe(cue, 120);
    await shows(1);
    await cue.keyboard.press('ArrowLeft');
    await shows(0);
    await cue.keyboard.press('ArrowLeft');
    await shows(0);
    await expect
      .poll(() => cue.evaluate('document.documentElement.scrollWidth <= innerWidth'))
      .toBe(true);
    await expect.poll(() => seriousFaults(cue)).toEqual([]);
    await cue.keyboard.press('a');
    await expect(titlesOn(cue)).toHaveText(names);
    await cue.keyboard.press('a');
    await shows(0);
  });

  test('checks off by key and by tap, and the panel follows', async () => {
    const { cue } = await cueOnPhone();
    await cue.keyboard.press(' ');
    await expect.poll(done).toEqual([true, false, false, false]);
    await expect(next(panel)).toContainText('1 of 4 done');
    await cue.getByRole('button', { name: 'Next' }).click();
    await cue.getByRole('checkbox').check();
    await expect.poll(done).toEqual([true, true, false, false]);
  });

  test('keeps the screen on while it is in sight', async () => {
    const { cue } = await cueOnPhone();
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
    const { cue } = await cueOnPhone();
    const tabsNow = () => stage.context.pages().map((page) => page.url());
    const tabs = tabsNow().length;
    await panel.bringToFront();
    await cueButton().click();
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
    const cue = await stage.panelTab('?view=cue&which=sample');
    await cue.getByText('This plan is gone.').waitFor();
  });
});
