import type { Page } from 'playwright-core';
import { type ContentStage, panelBox, panelFrame, raiseStage, spoken } from './content-stage.ts';
import { expect, test } from './test.ts';

const room = '7649951805363391253';
const other = '7649951805363391254';
const dashboard = `https://shop.tiktok.com/workbench/live/overview?room_id=${room}`;

const isDocked = (page: Page) => panelFrame(page) !== undefined;

test.describe('the launcher on a strict page', () => {
  let stage: ContentStage;
  test.beforeAll(async () => {
    stage = await raiseStage();
  });
  test.afterAll(() => stage?.close());

  const toggle = () => stage.order({ order: 'toggle' });

  test('says where it is and docks the panel at the right edge, full height', async () => {
    const page = await stage.open(dashboard, { width: 420 });
    await expect.poll(() => panelBox(page)).toMatchObject({ x: 1280 - 420 + 1, y: 0, height: 800 });
    await expect.poll(() => stage.told('page.at')).toEqual([{ page: 'live-dashboard', room }]);
    await expect.poll(() => panelFrame(page)?.locator('#root').count()).toBe(1);
  });

  test('follows the address without a reload, once for each change of room or page', async () => {
    const page = await stage.open(dashboard);
    await expect.poll(() => isDocked(page)).toBe(true);
    await page.evaluate(
      ([to = '', seller = '']) => {
        history.replaceState(null, '', '#part');
        history.pushState(null, '', to);
        history.pushState(null, '', `${to}&tab=2`);
        history.pushState(null, '', seller);
        history.pushState(null, '', '/homepage');
      },
      [`?room_id=${other}`, '/compass/live-analysis'],
    );
    await expect.poll(() => isDocked(page)).toBe(false);
    await expect
      .poll(() => stage.told('page.at'))
      .toEqual([
        { page: 'live-dashboard', room },
        { page: 'live-dashboard', room: other },
        { page: 'seller-center' },
      ]);
    await page.goBack();
    await expect.poll(() => isDocked(page)).toBe(true);
  });

  test('leaves pages of no known kind alone until the toolbar asks', async () => {
    const page = await stage.open('https://seller-us.tiktok.com/homepage');
    await expect.poll(() => page.locator('html > *').count()).toBe(2);
    const opened = await toggle();
    expect(opened).toBe(true);
    await expect.poll(() => isDocked(page)).toBe(true);
    await expect.poll(() => stage.told('page.at')).toEqual([]);
    const closed = await toggle();
    expect(closed).toBe(true);
    await expect.poll(() => isDocked(page)).toBe(false);
    await expect.poll(() => page.locator('html > *').count()).toBe(2);
  });

  test('opens from its tab by pointer and by keyboard, but not by a script of the page', async () => {
    const page = await stage.open(dashboard, { open: false });
    await expect.poll(() => spoken(page)).toContain('button|Open LIVE Diagnosis|');
    await page.evaluate(() => {
      document.elementFromPoint(innerWidth - 8, innerHeight / 2)?.dispatchEvent(new Event('click'));
    });
    await expect.poll(() => stage.told('page.panel')).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => isDocked(page)).toBe(true);
    await toggle();
    await expect.poll(() => isDocked(page)).toBe(false);
    await expect.poll(() => spoken(page)).toContain('button|Open LIVE Diagnosis|');
    await page.mouse.click(1280 - 8, 400);
    await expect.poll(() => isDocked(page)).toBe(true);
    await expect
      .poll(() => stage.told('page.panel'))
      .toEqual([true, false, true].map((open) => ({ page: 'live-dashboard', choice: { open } })));
  });

  const isPanelWide = (page: Page, width: number) =>
    expect.poll(async () => (await panelBox(page))?.width).toBe(width - 1);

  test('resizes by pointer, by keyboard and back by a double click, and is remembered', async () => {
    const page = await stage.open(dashboard);
    const isWide = (width: number) => isPanelWide(page, width);
    await isWide(400);
    await page.mouse.move(880, 300);
    await page.mouse.down();
    await page.mouse.move(800, 300, { steps: 4 });
    await page.mouse.move(980, 300);
    await page.mouse.move(780, 300, { steps: 4 });
    await page.mouse.up();
    await isWide(500);
    await page.keyboard.press('ArrowLeft');
    await isWide(516);
    await page.keyboard.press('ArrowRight');
    await isWide(500);
    await expect.poll(() => spoken(page)).toContain('separator|Panel width|500');
    await page.keyboard.press('Home');
    await isWide(320);
    await page.mouse.dblclick(1280 - 320, 300);
    await isWide(400);
    await expect
      .poll(() => stage.told('page.panel'))
      .toEqual(
        [500, 516, 500, 320, 400].map((width) => ({ page: 'live-dashboard', choice: { width } })),
      );
  });

  test('keeps the width that the seller is just choosing, whatever is remembered meanwhile', async () => {
    const page = await stage.open(dashboard);
    const isWide = (width: number) => isPanelWide(page, width);
    await isWide(400);
    await page.mouse.move(880, 300);
    await page.mouse.down();
    await page.mouse.move(780, 300, { steps: 4 });
    await isWide(500);
    await stage.order({ order: 'panel', panel: { width: 440, dock: 'overlay' } });
    await isWide(500);
    await page.mouse.up();
    await expect
      .poll(() => stage.told('page.panel'))
      .toEqual([{ page: 'live-dashboard', choice: { width: 500 } }]);
    await isWide(500);
  });

  test('makes room for itself in push mode and gives it back', async () => {
    const page = await stage.open(dashboard, { dock: 'push' });
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
    const body = () =>
      page.evaluate(() => {
        const { left, right } = document.documentElement.getBoundingClientRect();
        return { left, right };
      });
    await expect.poll(body).toEqual({ left: 0, right: 880 });
    await expect.poll(async () => (await panelBox(page))?.x).toBe(881);
    await stage.order({ order: 'panel', panel: { open: true, width: 400, dock: 'overlay' } });
    await expect.poll(body).toEqual({ left: 0, right: 1280 });
    await stage.order({ order: 'panel', panel: { open: true, width: 600, dock: 'push' } });
    await expect.poll(async () => (await body()).right).toBe(680);
    await stage.order({ order: 'panel', panel: { width: 500, dock: 'push' } });
    await expect.poll(async () => (await body()).right).toBe(780);
    await toggle();
    await expect.poll(async () => (await body()).right).toBe(1280);
    await stage.order({ order: 'panel', panel: { width: 450, dock: 'push' } });
    await expect.poll(async () => (await body()).right).toBe(1280);
    await expect.poll(() => page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  });

  test('takes the whole width of a narrow window, with a way to close it', async () => {
    const page = await stage.open(dashboard, { dock: 'push' });
    await page.setViewportSize({ width: 390, height: 800 });
    await expect.poll(() => panelBox(page)).toMatchObject({ x: 1, y: 44, width: 389 });
    await expect.poll(() => spoken(page)).toContain('button|Close the panel|');
    await page.mouse.click(200, 20);
    await expect.poll(() => isDocked(page)).toBe(false);
    await expect
      .poll(() => stage.told('page.panel'))
      .toEqual([{ page: 'live-dashboard', choice: { open: false } }]);
  });

  test('comes back when the page takes it out, five times', async () => {
    const page = await stage.open(dashboard);
    const removeIt = () =>
      page.evaluate(async () => {
        document.querySelector('html > :not(head, body)')?.remove();
        await new Promise((painted) => requestAnimationFrame(painted));
        return document.querySelector('html > :not(head, body)') !== null;
      });
    await expect.poll(() => isDocked(page)).toBe(true);
    const back: boolean[] = [];
    for (let n = 0; n < 6; n++) back.push(await removeIt());
    expect(back).toEqual([true, true, true, true, true, false]);
  });

  test('stands over the page’s own top layer and keeps its place against page styles', async () => {
    const page = await stage.open(dashboard);
    await expect.poll(() => isDocked(page)).toBe(true);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('div,html>*{display:none!important;transform:scale(.5)!important}');
      document.adoptedStyleSheets = [sheet];
    });
    await expect
      .poll(() => panelBox(page))
      .toMatchObject({ x: 881, y: 0, width: 399, height: 800 });
    await expect
      .poll(() => page.evaluate(() => document.querySelectorAll('html > :popover-open').length))
      .toBe(1);
  });

  test('fetches for the worker as the page itself would, and only analytics endpoints', async () => {
    await stage.open(dashboard);
    const path = '/api/v1/insights/workbench/live/detail/core/stats';
    const fetched = (to: string) => stage.order({ order: 'fetch', path: to, body: '{"a":1}' });
    const [plain, moved, html] = [
      await fetched(path),
      await fetched(`${path}/moved`),
      await fetched(`${path}/html`),
    ];
    expect(plain).toMatchObject({
      ok: true,
      status: 200,
      url: `https://shop.tiktok.com${path}`,
      type: 'application/json',
      body: JSON.stringify({ code: 0, path, sent: '{"a":1}' }),
    });
    expect(moved).toMatchObject({ ok: true, status: 302, body: '' });
    expect(html).toMatchObject({ status: 200, type: 'text/html' });
    const count = stage.server.asked.length;
    for (const wrong of [
      '/account/insights/delete',
      '/api/v1/insights/../../../account',
      '//evil.example/api/v1/insights/',
      '/api/v1/orders',
    ]) {
      const refused = await fetched(wrong);
      expect(refused, wrong).toEqual({ ok: false, reason: 'aborted' });
    }
    expect(stage.server.asked.length).toBe(count);
    await expect.poll(() => stage.told('page.observed')).toEqual([]);
  });
});

test.describe('the launcher of an extension that was updated', () => {
  let stage: ContentStage;
  test.beforeAll(async () => {
    stage = await raiseStage();
  });
  test.afterAll(() => stage?.close());

  test('says in the panel’s place that the page needs a reload', async () => {
    const page = await stage.open(dashboard);
    await expect.poll(() => isDocked(page)).toBe(true);
    await stage.worker
      .evaluate('setTimeout(() => chrome.runtime.reload()); undefined')
      .catch(() => undefined);
    await expect.poll(() => spoken(page)).toContain('button|Reload this page|');
    await expect.poll(() => isDocked(page)).toBe(false);
  });
});
