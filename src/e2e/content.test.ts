import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { panelBox, panelFrame, raiseStage, type Stage, spoken } from './content-stage.ts';

const room = '7649951805363391253';
const other = '7649951805363391254';
const dashboard = `https://shop.tiktok.com/workbench/live/overview?room_id=${room}`;
const soon = { timeout: 10_000, interval: 50 };

describe('the launcher on a strict page', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await raiseStage();
  });
  afterAll(() => stage?.close());

  it('says where it is and docks the panel at the right edge, full height', async () => {
    const page = await stage.open(dashboard, { width: 420 });
    await vi.waitFor(async () => {
      expect(await panelBox(page)).toMatchObject({ x: 1280 - 420 + 1, y: 0, height: 800 });
    }, soon);
    expect(await stage.told('page.at')).toEqual([{ page: 'live-dashboard', room }]);
    await vi.waitFor(async () => {
      expect(await panelFrame(page)?.locator('#root').count()).toBe(1);
    }, soon);
  });

  it('follows the address without a reload, once for each change of room or page', async () => {
    const page = await stage.open(dashboard);
    await vi.waitFor(() => expect(panelFrame(page)).toBeDefined(), soon);
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
    await vi.waitFor(() => expect(panelFrame(page)).toBeUndefined(), soon);
    expect(await stage.told('page.at')).toEqual([
      { page: 'live-dashboard', room },
      { page: 'live-dashboard', room: other },
      { page: 'seller-center' },
    ]);
    await page.goBack();
    await vi.waitFor(() => expect(panelFrame(page)).toBeDefined(), soon);
  });

  it('leaves pages of no known kind alone until the toolbar asks', async () => {
    const page = await stage.open('https://seller-us.tiktok.com/homepage');
    expect(await page.locator('html > *').count()).toBe(2);
    expect(await stage.order({ order: 'toggle' })).toBe(true);
    await vi.waitFor(() => expect(panelFrame(page)).toBeDefined(), soon);
    expect(await stage.told('page.at')).toEqual([]);
    expect(await stage.order({ order: 'toggle' })).toBe(true);
    await vi.waitFor(() => expect(panelFrame(page)).toBeUndefined(), soon);
    expect(await page.locator('html > *').count()).toBe(2);
  });

  it('opens from its tab by pointer and by keyboard, but not by a script of the page', async () => {
    const page = await stage.open(dashboard, { open: false });
    await vi.waitFor(async () => {
      expect(await spoken(page)).toContain('button|Open LIVE Diagnosis|');
    }, soon);
    await page.evaluate(() => {
      document.elementFromPoint(innerWidth - 8, innerHeight / 2)?.dispatchEvent(new Event('click'));
    });
    expect(await stage.told('page.panel')).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await vi.waitFor(() => expect(panelFrame(page)).toBeDefined(), soon);
    await stage.order({ order: 'toggle' });
    await vi.waitFor(() => expect(panelFrame(page)).toBeUndefined(), soon);
    await page.mouse.click(1280 - 8, 400);
    await vi.waitFor(() => expect(panelFrame(page)).toBeDefined(), soon);
    expect(await stage.told('page.panel')).toEqual([
      { open: true },
      { open: false },
      { open: true },
    ]);
  });

  it('resizes by pointer, by keyboard and back by a double click, and is remembered', async () => {
    const page = await stage.open(dashboard);
    const isWide = (width: number) =>
      vi.waitFor(async () => expect((await panelBox(page))?.width).toBe(width - 1), soon);
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
    expect(await spoken(page)).toContain('separator|Panel width|500');
    await page.keyboard.press('Home');
    await isWide(320);
    await page.mouse.dblclick(1280 - 320, 300);
    await isWide(400);
    await vi.waitFor(async () => {
      const widths = (await stage.told('page.panel')).map(({ width }) => width);
      expect(widths).toEqual([500, 516, 500, 320, 400]);
    }, soon);
  });

  it('makes room for itself in push mode and gives it back', async () => {
    const page = await stage.open(dashboard, { dock: 'push' });
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
    const body = () =>
      page.evaluate(() => {
        const { left, right } = document.documentElement.getBoundingClientRect();
        return { left, right };
      });
    await vi.waitFor(async () => expect(await body()).toEqual({ left: 0, right: 880 }), soon);
    await vi.waitFor(async () => expect((await panelBox(page))?.x).toBe(881), soon);
    await stage.order({ order: 'panel', panel: { open: true, width: 400, dock: 'overlay' } });
    await vi.waitFor(async () => expect(await body()).toEqual({ left: 0, right: 1280 }), soon);
    await stage.order({ order: 'panel', panel: { open: true, width: 600, dock: 'push' } });
    await vi.waitFor(async () => expect((await body()).right).toBe(680), soon);
    await stage.order({ order: 'panel', panel: { width: 500, dock: 'push' } });
    await vi.waitFor(async () => expect((await body()).right).toBe(780), soon);
    await stage.order({ order: 'toggle' });
    await vi.waitFor(async () => expect((await body()).right).toBe(1280), soon);
    await stage.order({ order: 'panel', panel: { width: 450, dock: 'push' } });
    expect((await body()).right).toBe(1280);
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  });

  it('takes the whole width of a narrow window, with a way to close it', async () => {
    const page = await stage.open(dashboard, { dock: 'push' });
    await page.setViewportSize({ width: 390, height: 800 });
    await vi.waitFor(async () => {
      expect(await panelBox(page)).toMatchObject({ x: 1, y: 44, width: 389 });
    }, soon);
    expect(await spoken(page)).toContain('button|Close the panel|');
    await page.mouse.click(200, 20);
    await vi.waitFor(() => expect(panelFrame(page)).toBeUndefined(), soon);
    expect(await stage.told('page.panel')).toEqual([{ open: false }]);
  });

  it('comes back when the page takes it out, five times', async () => {
    const page = await stage.open(dashboard);
    const removeIt = () =>
      page.evaluate(async () => {
        document.querySelector('html > :not(head, body)')?.remove();
        await new Promise((painted) => requestAnimationFrame(painted));
        return document.querySelector('html > :not(head, body)') !== null;
      });
    await vi.waitFor(() => expect(panelFrame(page)).toBeDefined(), soon);
    const back: boolean[] = [];
    for (let n = 0; n < 6; n++) back.push(await removeIt());
    expect(back).toEqual([true, true, true, true, true, false]);
  });

  it('stands over the page’s own top layer and keeps its place against page styles', async () => {
    const page = await stage.open(dashboard);
    await vi.waitFor(() => expect(panelFrame(page)).toBeDefined(), soon);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('div,html>*{display:none!important;transform:scale(.5)!important}');
      document.adoptedStyleSheets = [sheet];
    });
    expect(await panelBox(page)).toMatchObject({ x: 881, y: 0, width: 399, height: 800 });
    expect(
      await page.evaluate(() => document.querySelectorAll('html > :popover-open').length),
    ).toBe(1);
  });

  it('fetches for the worker as the page itself would, and only analytics endpoints', async () => {
    await stage.open(dashboard);
    const path = '/api/v1/insights/workbench/live/detail/core/stats';
    const fetched = (to: string) => stage.order({ order: 'fetch', path: to, body: '{"a":1}' });
    expect(await fetched(path)).toMatchObject({
      ok: true,
      status: 200,
      url: `https://shop.tiktok.com${path}`,
      type: 'application/json',
      body: JSON.stringify({ code: 0, path, sent: '{"a":1}' }),
    });
    expect(await fetched(`${path}/moved`)).toMatchObject({ ok: true, status: 302, body: '' });
    expect(await fetched(`${path}/html`)).toMatchObject({ status: 200, type: 'text/html' });
    const count = stage.server.asked.length;
    for (const wrong of [
      '/account/insights/delete',
      '/api/v1/insights/../../../account',
      '//evil.example/api/v1/insights/',
      '/api/v1/orders',
    ]) {
      expect(await fetched(wrong)).toEqual({ ok: false, reason: 'aborted' });
    }
    expect(stage.server.asked.length).toBe(count);
    expect(await stage.told('page.observed')).toEqual([]);
  });

  it('says in the panel’s place that the page needs a reload once the extension was updated', async () => {
    const page = await stage.open(dashboard);
    await vi.waitFor(() => expect(panelFrame(page)).toBeDefined(), soon);
    await stage.worker
      .evaluate('setTimeout(() => chrome.runtime.reload()); undefined')
      .catch(() => undefined);
    await vi.waitFor(async () => {
      expect(await spoken(page)).toContain('button|Reload this page|');
    }, soon);
    await vi.waitFor(() => expect(panelFrame(page)).toBeUndefined(), soon);
  });
});
