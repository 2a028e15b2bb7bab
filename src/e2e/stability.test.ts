import type { Page } from 'playwright-core';
import { changeSettings } from './change-settings.ts';
import { afterFrames, settled, shownRoom } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';

/** The most that may move, as the browser measures it: what moved, times how far, as shares of the window. */
const MOST = 0.05;

test.describe('what is shown stays where it is', () => {
  let stage: Stage;
  let panel: Page;
  test.beforeAll(async () => {
    stage = await raise({ signedIn: false });
    panel = await stage.panelTab();
    await changeSettings(panel, { sample: true });
    await settled(panel);
    await panel.addInitScript(() => {
      const moved = { sum: 0, what: '' };
      Object.assign(globalThis, { moved });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          if (!('value' in entry) || typeof entry.value !== 'number') continue;
          moved.sum += entry.value;
          const sources = 'sources' in entry && Array.isArray(entry.sources) ? entry.sources : [];
          const names = sources.map(({ node }) =>
            node instanceof Element ? `${node.tagName}.${node.className}` : String(node?.nodeName),
          );
          moved.what += ` ${entry.value.toFixed(3)} ${names.join(' ')};`;
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
  });
  test.afterAll(() => stage?.close());

  /** How much moved since the page was opened or this was last asked, and what. */
  const moved = async (): Promise<{ sum: number; what: string }> => {
    await afterFrames(panel);
    return panel.evaluate<{ sum: number; what: string }>(
      'const was = { ...moved }; moved.sum = 0; moved.what = ""; was',
    );
  };
  const few = async (): Promise<string> => {
    const { sum, what } = await moved();
    return sum <= MOST ? 'little' : `${sum.toFixed(3)}:${what}`;
  };

  for (const [width, height] of [
    [400, 720],
    [1280, 800],
  ] as const) {
    test(`while the panel opens, and while another LIVE comes, at ${width} × ${height}`, async () => {
      await panel.setViewportSize({ width, height });
      await panel.reload();
      await settled(panel);
      expect.soft(await few()).toBe('little');
      const room = await shownRoom(panel);
      const earlier = panel.getByRole('button', { name: 'Earlier LIVE' });
      await earlier.click();
      await expect.poll(() => shownRoom(panel)).not.toBe(room);
      await settled(panel);
      expect.soft(await few()).toBe('little');
      await expect(earlier).toBeFocused();
    });
  }

  test('where the seller had scrolled to, when another LIVE comes by key', async () => {
    await panel.setViewportSize({ width: 400, height: 720 });
    await panel.reload();
    await settled(panel);
    const room = await shownRoom(panel);
    // What is loaded late above what one looks at moves the page under it, and not what one sees.
    await expect(panel.locator('.measured-lane').first()).toBeAttached();
    await panel.evaluate('scrollTo({ top: 1500, behavior: "instant" })');
    await panel.locator('body').press('[');
    await expect.poll(() => shownRoom(panel)).not.toBe(room);
    await settled(panel);
    await expect.poll(() => panel.evaluate('scrollY')).toBe(1500);
  });

  test('the page’s own grey panel has its sizes before any script runs', async () => {
    await panel.setViewportSize({ width: 400, height: 720 });
    // The same page under the same policy, without its scripts.
    await panel.evaluate(async () => {
      const page = await (await fetch(location.pathname)).text();
      const frame = document.createElement('iframe');
      frame.srcdoc = page.replace(/<script.*?<\/script>/gs, '');
      frame.style.cssText = 'position: fixed; inset: 0; width: 400px; height: 720px';
      frame.name = 'before';
      document.body.append(frame);
    });
    const bars = panel.frameLocator('[name="before"]').locator('.before .skeleton');
    const heights = () => bars.evaluateAll((all) => all.map((one) => one.clientHeight));
    await expect.poll(heights).toEqual([15, 20, 24, 17, 50, 26, 26, 26, 26, 26, 150]);
    await panel.reload();
  });

  test('and the keys are listed on ?', async () => {
    await panel.locator('body').press('?');
    const keys = panel.getByRole('dialog', { name: 'Keys' });
    await expect(keys).toContainText('Earlier LIVE');
    await panel.keyboard.press('Escape');
    await expect(keys).toHaveCount(0);
    await panel.locator('body').press('/');
    await expect(panel.getByRole('combobox', { name: 'LIVE room' })).toBeFocused();
    await panel.keyboard.press('Escape');
  });
});
