import type { Page } from 'playwright-core';
import { type ContentStage, panelFrame, raiseStage, spoken } from './content-stage.ts';
import { expect, test } from './test.ts';

const dashboard = 'https://shop.tiktok.com/workbench/live/overview?room_id=7649951805363391253';

/** The extension's scripts that were parsed for a page, by the end of their addresses; goes on to be told. */
async function scriptsOf(page: Page): Promise<Set<string>> {
  const scripts = new Set<string>();
  const session = await page.context().newCDPSession(page);
  session.on('Debugger.scriptParsed', ({ url }) => {
    if (url.startsWith('chrome-extension:')) scripts.add(url.replace(/^.*\//, ''));
  });
  await session.send('Debugger.enable');
  return scripts;
}

test.describe('a page while the panel is closed', () => {
  let stage: ContentStage;
  test.beforeAll(async () => {
    stage = await raiseStage();
  });
  test.afterAll(() => stage?.close());

  test('loads observer and launcher, and the dock with the first opening', async () => {
    const page = await stage.open(dashboard, { open: false });
    await expect.poll(() => spoken(page)).toContain('button|Open LIVE Diagnosis|');
    const scripts = await scriptsOf(page);
    await expect.poll(() => [...scripts].sort()).toEqual(['launcher.iife.js', 'observer.iife.js']);
    await stage.order({ order: 'toggle' });
    await expect.poll(() => panelFrame(page) !== undefined).toBe(true);
    await expect
      .poll(() => [...scripts].sort())
      .toEqual(['at-need.js', 'launcher.iife.js', 'observer.iife.js']);
  });
});

test.describe('the tab of an extension that was updated', () => {
  let stage: ContentStage;
  test.beforeAll(async () => {
    stage = await raiseStage();
  });
  test.afterAll(() => stage?.close());

  test('says that the page needs a reload once it is pressed, and can be closed', async () => {
    const page = await stage.open(dashboard, { open: false });
    await expect.poll(() => spoken(page)).toContain('button|Open LIVE Diagnosis|');
    await stage.worker
      .evaluate('setTimeout(() => chrome.runtime.reload()); undefined')
      .catch(() => undefined);
    await expect
      .poll(async () => {
        await page.mouse.click(1280 - 8, 400);
        return spoken(page);
      })
      .toContain('button|Reload this page|');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('html > *').count()).toBe(2);
  });
});
