import type { Page } from 'playwright-core';
import { DEMO_HOST, dashboardAddress } from '../demo/addresses.ts';
import { spoken } from './content-stage.ts';
import { settled, shownRoom } from './panel-view.ts';
import { dockedPanel, isPanelFrame, raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';
import { clickToolbarIcon } from './toolbar-icon.ts';

const LIVE_ANALYSIS = `https://${DEMO_HOST}/compass/live-analysis`;
const ELSEWHERE = 'https://news.example.org/today';

test.describe('the toolbar icon', () => {
  // Each test begins and ends with the panel open on the pages of Seller Center, as it is at first.
  let stage: Stage;
  test.beforeAll(async () => {
    stage = await raise();
  });
  test.afterAll(() => stage?.close());

  const isDocked = (page: Page) => page.frames().some(isPanelFrame);
  const closed = (page: Page) =>
    expect.poll(() => isDocked(page), { message: 'a docked panel' }).toBe(false);
  const panelTabs = () =>
    stage.context.pages().filter((page) => page.url().startsWith(stage.extension));

  /** The address of the tab in front; only the extension's own addresses and Seller Center's are told. */
  const inFront = async (): Promise<unknown> => {
    const worker = await stage.worker();
    return worker.evaluate('chrome.tabs.query({ active: true }).then(([tab]) => tab?.url)');
  };

  test('closes and opens the docked panel of a Seller Center page, which shows the latest final LIVE', {
    tag: ['@day', '@smoke'],
  }, async () => {
    const { page } = stage;
    await page.goto(LIVE_ANALYSIS);
    await dockedPanel(page);
    await clickToolbarIcon(stage, page);
    await closed(page);
    await clickToolbarIcon(stage, page);
    const panel = await dockedPanel(page);
    await settled(panel);
    await expect.poll(() => shownRoom(panel)).toBe(stage.room);
    expect(panelTabs()).toEqual([]);
  });

  test('opens the panel of a LIVE dashboard on the LIVE of the page, not on the latest', async () => {
    const { page } = stage;
    const room = stage.demo.sessions()[9]?.room.id ?? '';
    expect(room).not.toBe(stage.room);
    await page.goto(dashboardAddress(room));
    await dockedPanel(page);
    await clickToolbarIcon(stage, page);
    await closed(page);
    await clickToolbarIcon(stage, page);
    const panel = await dockedPanel(page);
    await settled(panel, room);
    expect(panelTabs()).toEqual([]);
  });

  test('is remembered: a closed panel stays closed on the next page', async () => {
    const { page } = stage;
    await page.goto(LIVE_ANALYSIS);
    await dockedPanel(page);
    await clickToolbarIcon(stage, page);
    await closed(page);
    await page.goto(LIVE_ANALYSIS);
    // Once the page's own side of it has made up its mind.
    await expect.poll(() => spoken(page)).toContain('button|Open LIVE Diagnosis|');
    expect(isDocked(page)).toBe(false);
    await clickToolbarIcon(stage, page);
    await dockedPanel(page);
  });

  test('docks the panel on a page of Seller Center that has nothing to do with LIVE', async () => {
    const { page } = stage;
    await page.goto(`https://${DEMO_HOST}/demo`);
    await page.getByRole('heading').first().waitFor();
    expect(isDocked(page)).toBe(false);
    await clickToolbarIcon(stage, page);
    const panel = await dockedPanel(page);
    await settled(panel);
    await expect.poll(() => shownRoom(panel)).toBe(stage.room);
    await clickToolbarIcon(stage, page);
    await closed(page);
    await clickToolbarIcon(stage, page);
    await dockedPanel(page);
  });

  test('opens the panel as a tab over an unrelated page, and comes back to that tab the second time', async () => {
    const { page } = stage;
    // The shop's LIVEs are known: from here on there is no page of it to ask.
    await page.goto(LIVE_ANALYSIS);
    await settled(await dockedPanel(page));
    await page.goto(ELSEWHERE);
    await clickToolbarIcon(stage, page);
    await expect.poll(() => panelTabs().length).toBe(1);
    const [tab] = panelTabs();
    if (tab === undefined) throw new Error('no tab');
    await settled(tab);
    await expect.poll(() => shownRoom(tab)).toBe(stage.room);
    await expect.poll(inFront).toBe(tab.url());
    expect(isDocked(page)).toBe(false);

    await clickToolbarIcon(stage, page);
    await expect.poll(inFront).toBe(tab.url());
    expect(panelTabs().map((one) => one === tab)).toEqual([true]);
    await tab.close();
  });
});
