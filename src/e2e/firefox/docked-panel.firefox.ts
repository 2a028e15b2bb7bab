import { dashboardAddress } from '../../demo/addresses.ts';
import { CAPTURED_ROOM } from '../../demo/captured.ts';
import { latestOf } from '../../metrics/live/latest.ts';
import { unixMs } from '../../metrics/time.ts';
import coreStats from '../../sources/seller-center/fixtures/core-stats.json' with { type: 'json' };
import { expect, test } from '../test.ts';
import { TEST_PATIENCE_MS } from '../wait-options.ts';
import { type FirefoxStage, type FirefoxView, raiseFirefox } from './stage-firefox.ts';

const { stats } = coreStats.data;

/** The first LIVE comes after all that is read before it. */
const SLOW = { timeout: 3 * TEST_PATIENCE_MS };

/** Waits until a view of the panel shows a LIVE. */
async function shows(view: FirefoxView, room: string): Promise<void> {
  await expect.poll(() => view.text('.basic .facts'), SLOW).toContain(room);
}

test.describe('the docked panel in Firefox', () => {
  let stage: FirefoxStage;
  /** The most recent LIVE whose figures are final. */
  let room: string;
  test.beforeAll(async () => {
    stage = await raiseFirefox();
    room = latestOf(stage.demo.sessions(), unixMs(Date.now()))?.room.id ?? '';
  });
  test.afterAll(() => stage?.close());

  test('stands beside the dashboard with the figures that the page got, and asks for none of them again', async () => {
    const page = await stage.dashboard(CAPTURED_ROOM);
    const panel = await stage.docked();
    await shows(panel, CAPTURED_ROOM);
    await expect.poll(() => panel.text('.verdict-headline'), SLOW).not.toBe('');
    const views = () => panel.text('.totals [data-metric="views"]');
    await expect.poll(views).toContain(stats.watch_pv.toLocaleString('en-US'));
    await expect.poll(views).toContain('Read along with the page');
    const margin = 'document.documentElement.getBoundingClientRect().right < innerWidth';
    await expect.poll(() => page.evaluate(margin)).toBe(true);
    const asked = stage.demo.requests
      .list('core/stats')
      .filter(({ room }) => room === CAPTURED_ROOM);
    expect(asked.map(({ site }) => site)).toEqual(['same-origin']);
  });
  test('goes with the page to another LIVE that it opens without a reload', async () => {
    const page = await stage.dashboard(CAPTURED_ROOM);
    const panel = await stage.docked();
    await shows(panel, CAPTURED_ROOM);
    const { pathname, search } = new URL(dashboardAddress(room));
    await page.evaluate(`history.pushState(null, '', ${JSON.stringify(pathname + search)})`);
    await shows(panel, room);
  });

  test('hears what is changed in a tab', async () => {
    await stage.dashboard(room);
    const panel = await stage.docked();
    await shows(panel, room);
    const tab = await stage.tab(`src/panel/panel.html?room=${room}`);
    await shows(tab, room);
    const name = await tab.text('#diagnosis .factor .factor-name b');
    expect(name).not.toBe('');
    await expect.poll(() => panel.text('ul.board')).toBe('');
    await tab.click('#diagnosis .factor .factor-row');
    await tab.click('#diagnosis .factor-open button:has(.pin-toggle-words)');
    await expect.poll(() => panel.text('ul.board'), SLOW).toContain(name);
  });

  test('keeps its first screen for when it is opened again, which it can’t by itself', async () => {
    await stage.dashboard(room);
    const tab = await stage.tab('src/options/options.html');
    await shows(await stage.docked(), room);
    const kept = `browser.storage.session.get('screen:docked').then((all) => all['screen:docked']?.of)`;
    await expect.poll(() => tab.evaluate(kept), SLOW).toBe(room);
  });

  test('has what it is no longer allowed asked for in a tab, and goes on with the answer', async () => {
    await stage.dashboard(room);
    const panel = await stage.docked();
    await shows(panel, room);
    const tab = await stage.tab('src/options/options.html');
    await tab.evaluate(
      `browser.permissions.remove({ origins: browser.runtime.getManifest().host_permissions })`,
    );
    const notice = () => panel.text('.states');
    await expect.poll(notice).toContain('Not allowed to read Seller Center');
    await panel.click('.states button', 'Allow');
    const asking = await stage.tabAt('/allow.html');
    await asking.click('button', 'Allow');
    await expect.poll(async () => (await stage.tabs()).join()).not.toContain('/allow.html');
    await expect.poll(notice).not.toContain('Not allowed to read Seller Center');
  });
});
