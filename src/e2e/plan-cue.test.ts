import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { seriousFaults, soon } from './panel-view.ts';
import { next, plans, sampleShop } from './plan-stage.ts';
import { raise, type Stage } from './stage.ts';

describe('the cue card', () => {
  let stage: Stage;
  let panel: Page;
  let cue: Page;
  beforeAll(async () => {
    stage = await raise({ signedIn: false });
    panel = await sampleShop(stage);
    await next(panel).getByRole('button', { name: 'Make this plan' }).click();
    const opened = stage.context.waitForEvent('page');
    await next(panel).getByRole('button', { name: 'Cue card', exact: true }).click();
    cue = await opened;
    await cue.locator('.cue-item').first().waitFor();
  });
  afterAll(() => stage?.close());

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

  it('opens in a tab of its own with every item on a large screen', async () => {
    await cue.setViewportSize({ width: 1920, height: 1080 });
    expect(await shown()).toEqual((await items()).map(({ title }) => title));
    expect(await cue.title()).toContain('Cue card');
    expect(await cue.textContent('.cue-head')).toContain('simulated');
    const fits = 'document.documentElement.scrollHeight <= innerHeight';
    expect(await cue.evaluate(fits)).toBe(true);
    expect(await seriousFaults(cue)).toEqual([]);
  });

  it('shows one at a time on a phone, led by keys and swipes', async () => {
    await cue.setViewportSize({ width: 360, height: 640 });
    await cue.reload();
    const all = (await items()).map(({ title }) => title);
    await vi.waitFor(async () => expect(await shown()).toEqual(all.slice(0, 1)), soon);
    await cue.keyboard.press('ArrowRight');
    expect(await shown()).toEqual(all.slice(1, 2));
    await swipe(-120);
    expect(await shown()).toEqual(all.slice(2, 3));
    await swipe(120);
    await cue.keyboard.press('ArrowLeft');
    expect(await shown()).toEqual(all.slice(0, 1));
    await cue.keyboard.press('ArrowLeft');
    expect(await shown()).toEqual(all.slice(0, 1));
    expect(await cue.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await seriousFaults(cue)).toEqual([]);
    await cue.keyboard.press('a');
    expect(await shown()).toEqual(all);
    await cue.keyboard.press('a');
  });

  it('checks off by key and by tap, and the panel follows', async () => {
    await cue.keyboard.press(' ');
    await vi.waitFor(async () => expect((await items())[0]?.done).toBe(true), soon);
    await vi.waitFor(async () => expect(await next(panel).textContent()).toContain('1 of '), soon);
    await cue.getByRole('button', { name: 'Next' }).click();
    await cue.getByRole('checkbox').check();
    await vi.waitFor(async () => expect((await items())[1]?.done).toBe(true), soon);
  });

  it('keeps the screen on while it is in sight', async () => {
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
    await vi.waitFor(async () => expect(await state()).toEqual([['screen', false]]), soon);
  });

  it('is found again instead of opened twice, and never taken for the panel', async () => {
    const tabs = stage.context.pages().length;
    await panel.bringToFront();
    await next(panel).getByRole('button', { name: 'Cue card', exact: true }).click();
    const front = 'chrome.tabs.query({ active: true }).then((all) => all.map(({ url }) => url))';
    await vi.waitFor(
      async () => expect(await (await stage.worker()).evaluate(front)).toContain(cue.url()),
      soon,
    );
    expect(stage.context.pages()).toHaveLength(tabs);
    await panel.close();
    await cue.evaluate(
      `chrome.runtime.sendMessage(${JSON.stringify({ app: 'live-diagnosis', verb: 'tab.open', request: { page: 'panel' } })})`,
    );
    await vi.waitFor(() => expect(stage.context.pages()).toHaveLength(tabs), soon);
    expect(cue.url()).toContain('view=cue');
  });

  it('says that a plan is gone', async () => {
    await cue.goto(`${stage.extension}/src/panel/panel.html?view=cue&which=sample`);
    await cue.getByText('This plan is gone.').waitFor();
  });
});
