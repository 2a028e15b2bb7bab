import type { Page } from 'playwright-core';
import { type ContentStage, panelFrame, raiseStage, spoken } from './content-stage.ts';
import { expect, test } from './test.ts';

const room = '7649951805363391253';
const dashboard = `https://shop.tiktok.com/workbench/live/overview?room_id=${room}`;
const stats = '/api/v1/insights/workbench/live/detail/core/stats';

/**
 * Counts in each world of the page what goes on by itself, clocks and observers of the page, and the messages that are
 * looked up. The counts of all worlds are added up in what both have in common, the document.
 */
const counting = `{
  const counted = (name) => {
    const { dataset } = document.documentElement;
    dataset.counted = [...(dataset.counted?.split(' ') ?? []), name].join(' ');
  };
  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback']) {
    const native = globalThis[name];
    globalThis[name] = (...given) => {
      counted(name);
      return native.apply(globalThis, given);
    };
  }
  for (const { name, prototype } of [MutationObserver, ResizeObserver, IntersectionObserver, PerformanceObserver]) {
    const { observe } = prototype;
    prototype.observe = function (...given) {
      counted(name);
      return observe.apply(this, given);
    };
  }
  const { i18n } = globalThis.chrome ?? {};
  const { getMessage } = i18n ?? {};
  if (i18n) i18n.getMessage = (key) => {
    counted(key);
    return getMessage(key);
  };
}`;

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

  test('has each answer copied once, the same question’s passed on once, and none that no reader reads', async () => {
    const page = await stage.open(dashboard, { open: false });
    await expect.poll(() => spoken(page)).toContain('button|Open LIVE Diagnosis|');
    const ask = (paths: readonly string[]) =>
      page.evaluate(async (asked) => {
        let copies = 0;
        const { clone } = Response.prototype;
        Response.prototype.clone = function () {
          copies += 1;
          return clone.call(this);
        };
        for (const path of asked) {
          await (await fetch(path, { method: 'POST', body: '{}' })).arrayBuffer();
        }
        Response.prototype.clone = clone;
        return copies;
      }, paths);
    const unread = '/api/v1/insights/workbench/live/recap/comment';
    const asked = await ask([unread, stats, unread, stats, stats, '/api/v1/orders/list']);
    expect(asked).toBe(3);
    const bodies = async () => (await stage.told('page.observed')).map(({ url }) => url);
    await expect.poll(bodies).toEqual([`https://shop.tiktok.com${stats}`]);
    await page.evaluate(() => history.pushState(null, '', '/homepage'));
    await expect.poll(() => page.locator('html > *').count()).toBe(2);
    const elsewhere = await ask([stats, stats]);
    expect(elsewhere).toBe(0);

    await page.goBack();
    await expect.poll(() => spoken(page)).toContain('button|Open LIVE Diagnosis|');
    await stage.order({ order: 'toggle' });
    await expect.poll(async () => (await bodies()).length).toBe(2);
    await page.evaluate((path) => fetch(path, { method: 'POST', body: '{}' }), unread);
    await expect.poll(async () => (await bodies()).at(-1)).toBe(`https://shop.tiktok.com${unread}`);
  });

  test('passes on the last answer to a question when it is left', async () => {
    const page = await stage.open(dashboard, { open: false });
    await expect.poll(() => spoken(page)).toContain('button|Open LIVE Diagnosis|');
    await page.evaluate(async (path) => {
      for (let n = 0; n < 3; n++) await (await fetch(path, { method: 'POST', body: '{}' })).text();
      await (await fetch(path, { method: 'POST', body: '{"last":1}' })).text();
    }, stats);
    const requests = async () =>
      (await stage.told('page.observed')).map(({ request }) => request).sort();
    await expect.poll(requests).toEqual(['{"last":1}', '{}']);
    await page.goto('https://shop.tiktok.com/homepage');
    await expect.poll(requests).toEqual(['{"last":1}', '{}', '{}']);
  });

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

test.describe('a page whose clocks and observers are counted', () => {
  let stage: ContentStage;
  test.beforeAll(async () => {
    stage = await raiseStage(counting);
  });
  test.afterAll(() => stage?.close());

  test('looks up no message where nothing of ours is shown', async () => {
    const page = await stage.open('https://shop.tiktok.com/homepage', { open: false });
    const counted = () => page.evaluate(() => document.documentElement.dataset.counted ?? 'none');
    await stage.order({ order: 'pill', room, says: 'due' });
    await expect.poll(counted).toBe('none');
  });

  test('has none of ours while the panel is closed, whatever it asks for and wherever it goes', async () => {
    const page = await stage.open(dashboard, { open: false });
    const counted = () => page.evaluate(() => document.documentElement.dataset.counted ?? 'none');
    await expect.poll(() => spoken(page)).toContain('button|Open LIVE Diagnosis|');
    await page.evaluate(async (path) => {
      for (const body of ['{"n":1}', '{"n":1}', '{"n":2}']) {
        await (await fetch(path, { method: 'POST', body })).json();
        await new Promise((done) => {
          const xhr = new XMLHttpRequest();
          xhr.open('POST', path);
          xhr.onload = done;
          xhr.send(body);
        });
      }
    }, stats);
    await expect.poll(async () => (await stage.told('page.observed')).length).toBe(2);
    await stage.order({ order: 'pill', room, says: 'due' });
    await expect.poll(() => page.frames().length).toBe(2);
    await stage.order({ order: 'pill', room });
    await expect.poll(() => page.frames().length).toBe(1);
    await page.evaluate(() => history.pushState(null, '', '/compass/live-analysis'));
    await expect.poll(async () => (await stage.told('page.at')).length).toBe(2);
    // All that the tab says, now and where the extension is gone: this worker told it no words.
    const says = ['close', 'open', 'reload', 'tab', 'updated'].map((word) => `launcher_${word}`);
    await expect.poll(async () => [...new Set((await counted()).split(' '))].sort()).toEqual(says);

    await stage.order({ order: 'toggle' });
    await expect.poll(() => panelFrame(page) !== undefined).toBe(true);
    await expect
      .poll(async () => (await counted()).split(' ').sort())
      .toEqual(expect.arrayContaining(['MutationObserver', 'setInterval']));
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
