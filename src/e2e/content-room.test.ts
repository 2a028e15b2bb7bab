import type { Page } from 'playwright-core';
import { type ContentStage, panelFrame, raiseStage, spoken } from './content-stage.ts';
import { eventually, expect, test } from './test.ts';

const room = '7649951805363391253';
const dashboard = `https://shop.tiktok.com/workbench/live/overview?room_id=${room}`;
const analysis = 'https://shop.tiktok.com/compass/live-analysis';

const isDocked = (page: Page) => panelFrame(page) !== undefined;

/** How far to the right the page reaches, in CSS pixels. */
const reach = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.getBoundingClientRect().right);

/** Fills the page with rows of figures: as wide as the page, or as wide as the window whatever the page does. */
function fill(page: Page, layout: 'flexible' | 'fixed width' | 'fixed position'): Promise<void> {
  return page.evaluate((kind) => {
    const main = document.createElement('main');
    if (kind === 'fixed width') main.style.width = '1264px';
    if (kind === 'fixed position') Object.assign(main.style, { position: 'fixed', inset: '0' });
    for (let row = 0; row < 40; row++) {
      const line = document.createElement('p');
      Object.assign(line.style, { display: 'flex', justifyContent: 'space-between' });
      for (const words of ['GMV', '$1,103.38']) {
        const cell = document.createElement('span');
        cell.textContent = words;
        line.append(cell);
      }
      main.append(line);
    }
    document.body.replaceChildren(main);
  }, layout);
}

/** Waits until a page was looked at twice. */
const looked = (page: Page): Promise<void> =>
  eventually(async () => {
    expect(await page.evaluate(() => performance.now()), 'age of the page').toBeGreaterThan(3_500);
  });

test.describe('a page beside which the panel is to stand', () => {
  let stage: ContentStage;
  test.beforeAll(async () => {
    stage = await raiseStage();
  });
  test.afterAll(() => stage?.close());

  const noRoom = () => stage.told('page.no-room');

  test('keeps its figures in sight where it gives way', async () => {
    const page = await stage.open(dashboard, { dock: 'auto' });
    await fill(page, 'flexible');
    await expect.poll(() => reach(page)).toBe(880);
    await looked(page);
    await expect.poll(() => reach(page)).toBe(880);
    await expect.poll(noRoom).toEqual([]);
  });

  for (const layout of ['fixed width', 'fixed position'] as const) {
    test(`is laid over where its layout is of ${layout}, and the worker hears of it once`, async () => {
      const page = await stage.open(dashboard, { dock: 'auto' });
      await expect.poll(() => reach(page)).toBe(880);
      await fill(page, layout);
      await expect.poll(() => reach(page)).toBe(1280);
      await expect.poll(() => isDocked(page)).toBe(true);
      await looked(page);
      await expect.poll(noRoom).toEqual([{ page: 'live-dashboard' }]);
    });
  }

  test('is laid over too where its figures stood there before the panel was opened', async () => {
    const page = await stage.open(dashboard, { dock: 'auto', open: false });
    await fill(page, 'fixed width');
    await stage.order({ order: 'toggle' });
    await expect.poll(() => reach(page)).toBe(880);
    await expect.poll(() => reach(page)).toBe(1280);
  });

  test('is not judged by what floats over it: a bar at the top, a button for help, a dialog', async () => {
    const page = await stage.open(dashboard, { dock: 'auto' });
    await fill(page, 'flexible');
    await page.evaluate(() => {
      const float = (tag: string, words: string, style: Partial<CSSStyleDeclaration>) => {
        const element = document.createElement(tag);
        element.textContent = words;
        Object.assign(element.style, { position: 'fixed', right: '0', ...style });
        document.body.append(element);
        return element;
      };
      float('header', 'Account '.repeat(60), { top: '0', left: '0', height: '64px' });
      float('button', 'Help', { bottom: '0', width: '60px', height: '200px' });
      const drawer = float('div', 'Filter '.repeat(400), { top: '0', bottom: '0', width: '380px' });
      drawer.role = 'dialog';
    });
    await looked(page);
    await expect.poll(() => reach(page)).toBe(880);
    await expect.poll(noRoom).toEqual([]);
  });

  test('is not laid over where the seller wants the panel beside it in any case', async () => {
    const page = await stage.open(dashboard, { dock: 'push' });
    await fill(page, 'fixed width');
    await looked(page);
    await expect.poll(() => reach(page)).toBe(880);
    await expect.poll(noRoom).toEqual([]);
  });
});

test.describe('a panel nothing was decided about', () => {
  let stage: ContentStage;
  test.beforeAll(async () => {
    stage = await raiseStage();
  });
  test.afterAll(() => stage?.close());

  const open = async (width: number): Promise<Page> => {
    const page = await stage.open('about:blank', { dock: 'auto', open: undefined });
    await page.setViewportSize({ width, height: 800 });
    await page.goto(dashboard);
    return page;
  };

  test('begins open beside a page with room for two', async () => {
    const page = await open(1180);
    await expect.poll(() => isDocked(page)).toBe(true);
    await expect.poll(() => reach(page)).toBe(780);
  });

  test('begins as a tab on a narrower page, and stays as it is while the address moves', async () => {
    const page = await open(1000);
    await expect.poll(() => spoken(page)).toContain('button|Open LIVE Diagnosis|');
    await expect.poll(() => isDocked(page)).toBe(false);
    await page.mouse.click(1000 - 8, 400);
    await expect.poll(() => isDocked(page)).toBe(true);
    await page.evaluate(() => history.pushState(null, '', '?room_id=7649951805363391254'));
    await expect.poll(async () => (await stage.told('page.at')).length).toBe(2);
    await expect.poll(() => isDocked(page)).toBe(true);
    await page.evaluate((to) => history.pushState(null, '', to), analysis);
    await expect.poll(async () => (await stage.told('page.at')).length).toBe(3);
  });

  test('says on its tab what is known of the LIVE, in words for everyone', async () => {
    const page = await open(1000);
    const says = { text: 'Diagnosis ▼47%', name: 'Open LIVE Diagnosis: 47% below', tone: 'low' };
    await expect.poll(() => spoken(page)).toContain('button|Open LIVE Diagnosis|');
    await stage.order({ order: 'pill', room, says });
    await expect.poll(() => spoken(page)).toContain(`button|${says.name}|`);
    await expect.poll(() => spoken(page)).toContain(`StaticText|${says.text}|`);
    await stage.order({ order: 'pill', room: '7649951805363391254', says: undefined });
    await expect.poll(() => spoken(page)).toContain(`button|${says.name}|`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => isDocked(page)).toBe(true);
    await stage.order({ order: 'toggle' });
    await expect.poll(() => spoken(page)).toContain(`button|${says.name}|`);
    await page.evaluate(() => history.pushState(null, '', '?room_id=7649951805363391254'));
    await expect.poll(() => spoken(page)).toContain('button|Open LIVE Diagnosis|');
  });
});
