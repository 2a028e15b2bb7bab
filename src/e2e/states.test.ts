import type { Frame, Page } from 'playwright-core';
import { DEMO_HOST } from '../demo/addresses.ts';
import { CAPTURED_ROOM } from '../demo/captured.ts';
import type { DemoFault } from '../demo/faults.ts';
import { spoken } from './content-stage.ts';
import {
  metricRows,
  picker,
  seriousFaults,
  settled,
  shownRoom,
  totals,
  type View,
  versus,
} from './panel-view.ts';
import { dockedPanel, raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';

/** An id of the right form that no list of LIVEs names. */
const NEVER_LISTED = '7000000000000000001';
const SIGNED_OUT = 'Sign in to Seller Center, then try again.';
const OFFLINE = 'There is no connection.';
const UNREADABLE =
  'Seller Center answered in a way that can’t be read. Nothing that was seen before is lost.';

/** Asks for a LIVE's key figures as the dashboard's own page does. */
const askForFigures = (room: string): Promise<string> =>
  fetch('/api/v1/insights/workbench/live/detail/core/stats', {
    method: 'POST',
    body: JSON.stringify({
      request: { room_filter: { room_id: room, is_content_type: 1 }, stats_types: [1, 2] },
    }),
  }).then((answer) => answer.text());

test.describe('the panel when Seller Center does not answer as it should', () => {
  let stage: Stage;
  let opened = 4;
  /** A LIVE that ended and that no other test has opened. */
  const unseen = (): string => stage.demo.sessions()[++opened]?.room.id ?? '';
  let room: string;
  test.beforeAll(async () => {
    stage = await raise();
    // The extension learns the seller's host from an open page; the tests below have none.
    await stage.page.goto(`https://${DEMO_HOST}/compass/live-analysis`);
    await settled(await dockedPanel(stage.page));
    await stage.page.goto('about:blank');
    // Between tries the worker waits as shortly as it may, without the chance that spreads browsers.
    await (await stage.worker()).evaluate('Math.random = () => 0');
  });
  test.afterAll(() => stage?.close());
  // Before and not after a test, so that one that fails can still tell what it saw.
  test.beforeEach(async () => {
    stage.demo.faults.clear();
    await stage.context.setOffline(false);
    for (const tab of stage.context.pages()) if (tab !== stage.page) await tab.close();
    await stage.page.goto('about:blank');
    stage.demo.requests.reset();
    room = unseen();
  });

  const openPanel = (): Promise<Page> => stage.panelTab(`?room=${room}`);
  const fail = (fault: DemoFault, path = '/api/', times?: number): void =>
    stage.demo.faults.set([{ fault, path, ...(times === undefined ? {} : { times }) }]);
  const says = async (view: View, text: string): Promise<void> =>
    view.getByText(text, { exact: true }).first().waitFor();
  const retry = async (view: View): Promise<void> => {
    stage.demo.faults.clear();
    await view.getByRole('button', { name: 'Try again' }).click();
    await settled(view, room);
    await expect(view.locator('.states')).toHaveText('');
  };
  const gmv = async (view: View): Promise<string | undefined> => (await totals(view)).get('gmv');
  const badge = async (): Promise<unknown> =>
    (await stage.worker()).evaluate('chrome.action.getBadgeText({})');

  const waysOut = ['redirect', 'status', 'login-page', 'code'] as const;

  for (const as of waysOut) {
    test(`says that the seller is signed out, told by a ${as}, in a tab of its own, and recovers with the next try`, async () => {
      fail({ kind: 'signed-out', as });
      const tab = await openPanel();
      await says(tab, 'Signed out of Seller Center');
      await says(tab, SIGNED_OUT);
      await expect.poll(badge).toBe('!');
      expect(stage.demo.requests.list('/api/')).toHaveLength(1);
      await retry(tab);
      await expect.poll(badge).not.toBe('!');
    });
  }

  test('says that the seller is signed out beside the dashboard, and recovers with the next try', async () => {
    const [first, ...others] = waysOut;
    let panel: Frame | undefined;
    await test.step(`told by a ${first}`, async () => {
      fail({ kind: 'signed-out', as: first });
      panel = await stage.dashboard(room);
      await says(panel, SIGNED_OUT);
      await retry(panel);
    });
    for (const as of others) {
      await test.step(`told by a ${as}`, async () => {
        if (panel === undefined) throw new Error('No panel is docked.');
        room = unseen();
        fail({ kind: 'signed-out', as });
        // What the page itself hears then, and the panel for another LIVE through the page.
        await stage.page.evaluate(askForFigures, room);
        await picker(panel).fill(room);
        await picker(panel).press('Enter');
        await says(panel, SIGNED_OUT);
        await retry(panel);
      });
    }
  });

  test('leads a seller who is signed out to Seller Center, and on after the sign-in', async () => {
    const cookies = await stage.context.cookies();
    await stage.context.clearCookies();
    const tab = await openPanel();
    await says(tab, SIGNED_OUT);
    const opening = stage.context.waitForEvent('page');
    await tab.getByRole('button', { name: 'Open Seller Center' }).click();
    const center = await opening;
    await center.getByRole('button', { name: 'Sign in' }).click();
    await center.waitForURL(`https://${DEMO_HOST}/compass/live-analysis`);
    expect(cookies.length).toBeGreaterThan(0);
    await tab.bringToFront();
    await retry(tab);
  });

  test('says that Seller Center asked for fewer requests and when it tries again, and asks no more until then', async () => {
    fail({ kind: 'status', status: 429, retryAfter: 1 });
    const tab = await openPanel();
    await says(tab, 'Seller Center asks to wait a moment.');
    await expect(tab.getByRole('timer')).toContainText(/^Trying again in (?:1 min|\d+ sec)$/);
    expect(stage.demo.requests.list('/api/')).toHaveLength(3);
    await retry(tab);
  });

  test('gets over a few answers of 429 by itself', async () => {
    fail({ kind: 'status', status: 429 }, 'core/stats', 2);
    const tab = await openPanel();
    await settled(tab, room);
    await expect(tab.locator('.states')).toHaveText('');
    await expect.poll(() => gmv(tab)).toBeDefined();
  });

  test('says that Seller Center is down, after few requests', async () => {
    fail({ kind: 'status', status: 500 });
    const tab = await openPanel();
    await says(tab, 'Seller Center has a problem. Try again in a minute.');
    expect(stage.demo.requests.list('/api/')).toHaveLength(6);
    await retry(tab);
  });

  test('leads to no section of a LIVE that could not be read', async () => {
    // No list of LIVEs names this one, so nothing of it is in the archive.
    room = NEVER_LISTED;
    fail({ kind: 'malformed' });
    const tab = await openPanel();
    await says(tab, 'The figures could not be read');
    await expect(tab.locator('.sections-links a')).toHaveCount(0);
  });

  test('leads on from a LIVE that could not be read to a saved one, and offers nothing that can’t work', async () => {
    // The latest one, which is among the few that are offered however many are saved.
    const saved = stage.room;
    // A LIVE that fails is left alone for a while: the test before has another.
    room = '7000000000000000002';
    fail({ kind: 'malformed' });
    const tab = await openPanel();
    await says(tab, UNREADABLE);
    await expect(versus(tab)).toHaveCount(0);
    await expect(tab.getByRole('button', { name: 'Explore a sample shop' })).toHaveCount(1);
    await expect.poll(() => seriousFaults(tab)).toEqual([]);
    const title = stage.demo.sessions().find((one) => one.room.id === saved)?.room.title ?? '';
    await tab
      .getByRole('region', { name: 'Diagnosis summary' })
      .getByRole('button', { name: title })
      .first()
      .click();
    await settled(tab, saved);
  });

  test('shows the outline of a LIVE while the answer takes its time, then the figures', async () => {
    // No list of LIVEs names this one, so nothing of it is in the archive.
    room = CAPTURED_ROOM;
    fail({ kind: 'slow', ms: 600_000 }, 'room/status');
    const tab = await openPanel();
    await tab.getByRole('status').getByText('Reading the LIVE').waitFor();
    await expect(tab.locator('main [aria-busy="true"]')).toHaveCount(1);
    stage.demo.faults.clear();
    await settled(tab, room);
    await expect(tab.locator('main [aria-busy="true"]')).toHaveCount(0);
  });

  for (const fault of [{ kind: 'cut-off' }, { kind: 'malformed' }] as const) {
    test(`says that nothing could be read when every answer is ${fault.kind}`, async () => {
      fail(fault);
      const tab = await openPanel();
      await says(tab, UNREADABLE);
      await retry(tab);
    });
  }

  for (const kind of ['cut-off', 'malformed'] as const) {
    test(`shows what could be read when one answer is ${kind}, and which is not there`, async () => {
      fail({ kind }, 'product/list');
      const tab = await openPanel();
      await settled(tab, room);
      await expect.poll(() => gmv(tab)).toBeDefined();
      await tab.getByRole('button', { name: 'Partial figures' }).click();
      await expect(tab.locator('#missing')).toContainText('Products');
    });
  }

  test('names the metrics that no answer gave', async () => {
    fail({ kind: 'missing', fields: ['payment_success_rate', 'likes'] }, 'core/stats');
    const tab = await openPanel();
    await settled(tab, room);
    await tab.getByRole('button', { name: 'Partial figures' }).click();
    await expect(tab.locator('#missing')).toContainText('Key figuresNot reported: Payment rate.');
    await expect
      .poll(async () => (await metricRows(tab)).get('paymentRate')?.value)
      .toBe('not reported');
    await expect.poll(() => gmv(tab)).toBeDefined();
  });

  test('says that there is no connection when it is reset, with the figures of before', async () => {
    const before = await openPanel();
    await settled(before, room);
    const known = await gmv(before);
    await before.close();
    fail({ kind: 'reset' });
    const tab = await openPanel();
    await settled(tab, room);
    await tab.getByRole('button', { name: 'Refresh figures' }).click();
    await says(tab, OFFLINE);
    await expect.poll(async () => [await shownRoom(tab), await gmv(tab)]).toEqual([room, known]);
    await retry(tab);
  });

  test('says that the seller is offline, with the figures of before', async () => {
    const tab = await openPanel();
    await settled(tab, room);
    const known = await gmv(tab);
    await stage.context.setOffline(true);
    await says(tab, 'You are offline.');
    await expect(tab.locator('.states')).toContainText(/These figures were read .*\d\d:\d\d/);
    await tab.locator('.states').getByRole('button', { name: 'Close' }).click();
    await expect(tab.locator('.states')).toHaveText('');
    await expect(tab.locator('#diagnosis')).toBeFocused();
    await tab.getByRole('button', { name: 'Refresh figures' }).click();
    await says(tab, OFFLINE);
    await expect.poll(async () => [await shownRoom(tab), await gmv(tab)]).toEqual([room, known]);
    // What failed for that alone is read again once there is a connection.
    await stage.context.setOffline(false);
    await settled(tab, room);
    await expect(tab.locator('.states')).toHaveText('');
  });

  test('names that the browser no longer lets the extension read Seller Center, and reads once it is allowed again', async () => {
    const settings = await stage.context.newPage();
    await settings.goto('chrome://extensions');
    const access = (hostAccess: string): Promise<unknown> =>
      settings.evaluate(
        `chrome.developerPrivate.updateExtensionConfiguration(${JSON.stringify({
          extensionId: new URL(stage.extension).host,
          hostAccess,
        })})`,
      );
    await access('ON_CLICK');
    const tab = await openPanel();
    await says(tab, 'Not allowed to read Seller Center');
    await access('ON_ALL_SITES');
    await settled(tab, room);
    await expect(tab.getByText('Not allowed to read Seller Center')).toHaveCount(0);
  });
});

test.describe('the page when the extension was reloaded under it', () => {
  test('says so and offers to load the page again', async () => {
    const stage = await raise();
    try {
      const { page, room } = stage;
      await picker(await stage.dashboard(room)).waitFor();
      const worker = await stage.worker();
      await worker.evaluate('void chrome.runtime.reload()').catch(() => undefined);
      await expect
        .poll(async () => (await spoken(page)).join('\n'))
        .toContain('LIVE Diagnosis was updated. Reload this page to go on.');
    } finally {
      await stage.close();
    }
  });
});
