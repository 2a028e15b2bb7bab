import type { Page } from 'playwright-core';
import { DEMO_HOST } from '../demo/addresses.ts';
import type { FeedFault } from '../demo/feed/feed-fault.ts';
import { askWorker } from './ask-worker.ts';
import {
  askedOfFeed,
  enterFeed,
  FEED_ADDRESS,
  FEED_HOST,
  FEED_ORIGIN,
  feedField,
  feedRow,
  feedSays,
  isAllowed,
  openOptions,
  questions,
  withdraw,
} from './feed-view.ts';
import { seriousFaults } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';

/** As the seller allows it where a recording plays only so. */
const RECORDING_ORIGIN = 'https://media.example/*';

test.describe('before the seller has answered the browser’s question', () => {
  let stage: Stage;
  test.beforeAll(async () => {
    stage = await raise();
  });
  test.afterAll(() => stage?.close());

  test('asks for the feed’s origin alone, and requests nothing of the feed', async () => {
    const page = await openOptions(stage);
    await expect.poll(() => isAllowed(page, FEED_ORIGIN)).toBe(false);
    await feedField(page).fill('not an address');
    await page.keyboard.press('Enter');
    await feedSays(page, 'This is not the address of a feed.');
    await enterFeed(page);
    await feedSays(page, 'Adding the feed');
    await expect.poll(() => questions(page)).toEqual([{ origins: [FEED_ORIGIN] }]);
    await expect.poll(() => isAllowed(page, FEED_ORIGIN)).toBe(false);
    expect(askedOfFeed(stage)).toEqual([]);
    await page.close();
    expect(askedOfFeed(stage)).toEqual([]);
  });
});

test.describe('the benchmark feeds on the page of settings', () => {
  let stage: Stage;
  let page: Page;
  test.beforeAll(async () => {
    stage = await raise({ allowed: { hosts: [FEED_ORIGIN, RECORDING_ORIGIN] } });
    page = await openOptions(stage);
  });
  test.afterAll(() => stage?.close());
  // Neither the feed nor its permission, and nothing said of what was there before.
  test.beforeEach(async () => {
    await askWorker(page, 'feed.drop', { address: FEED_ADDRESS });
    await withdraw(page, FEED_ORIGIN);
    await page.reload();
    await feedField(page).waitFor();
  });
  test.afterEach(() => stage.demo.faults.clear());

  const addFeed = async (): Promise<void> => {
    await enterFeed(page);
    await feedSays(page, 'Demo benchmarks was added.');
    await feedRow(page).waitFor();
  };
  const refresh = () => page.getByRole('button', { name: 'Refresh Demo benchmarks' });

  for (const [as, why] of [
    ['huge', /larger than a feed may be/],
    ['newer-version', /written for a newer version/],
    ['older-version', /written in an old form/],
    ['script-in-text', /could do harm/],
    ['script-address', /could do harm/],
    ['absurd-figure', /impossible figures/],
    ['leads-elsewhere', /leads on to another one/],
  ] satisfies readonly (readonly [FeedFault, RegExp])[]) {
    test(`refuse one that is wrong, say why, and keep no permission for it: ${as}`, async () => {
      stage.demo.faults.set([{ fault: { kind: 'feed', as }, path: 'index.json' }]);
      await enterFeed(page);
      await feedSays(page, why);
      await expect.poll(() => isAllowed(page, FEED_ORIGIN)).toBe(false);
      await expect(feedRow(page)).toHaveCount(0);
      await expect(feedField(page)).toBeFocused();
    });
  }

  for (const [fault, why] of [
    [{ kind: 'status', status: 503 }, /can’t be reached/],
    [{ kind: 'reset' }, /can’t be reached/],
    [{ kind: 'malformed' }, /no benchmark feed at this address/],
    [{ kind: 'cut-off' }, /can’t be reached/],
  ] as const) {
    test(`refuse one that is down or no feed, and say so: ${fault.kind}`, async () => {
      stage.demo.faults.set([{ fault, path: 'index.json' }]);
      await enterFeed(page);
      await feedSays(page, why);
      await expect(feedRow(page)).toHaveCount(0);
    });
  }

  test('take one, say what it holds, and list its request', async () => {
    await addFeed();
    const row = feedRow(page);
    await feedSays(row, /1 region, 3 categories, 2 days, the newest /);
    await feedSays(row, 'Simulated');
    await expect.poll(() => isAllowed(page, FEED_ORIGIN)).toBe(true);
    await expect(page.locator('#ledger')).toContainText(FEED_HOST);
    await enterFeed(page);
    await feedSays(page, 'This feed is in the list already.');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect.poll(() => seriousFaults(page)).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  });

  test('stay as they were when the feed fails later, with the reason', async () => {
    await addFeed();
    stage.demo.faults.set([{ fault: { kind: 'feed', as: 'script-in-text' }, path: 'index.json' }]);
    await refresh().click();
    await feedSays(feedRow(page), /could do harm.*Its earlier figures are kept\./);
    await feedSays(feedRow(page), /3 categories/);
    stage.demo.faults.clear();
    await refresh().click();
    await expect(feedRow(page).getByText(/could do harm/)).toHaveCount(0);
  });

  test('say when the permission was withdrawn, ask nothing then, and offer to allow again', async () => {
    await addFeed();
    await withdraw(page, FEED_ORIGIN);
    await feedSays(feedRow(page), /no longer allows reading/);
    stage.demo.requests.reset();
    await refresh().click();
    await expect(feedRow(page).locator('[aria-busy="true"]')).toHaveCount(0);
    // Asked after that press, and refused by now.
    await expect(askWorker(page, 'feed.refresh', { address: FEED_ADDRESS })).rejects.toThrow();
    expect(askedOfFeed(stage)).toEqual([]);
    await feedRow(page).getByRole('button', { name: 'Allow' }).click();
    await expect.poll(() => isAllowed(page, FEED_ORIGIN)).toBe(true);
    await expect.poll(() => askedOfFeed(stage)).toContain('/index.json');
  });

  test('go with their permission when removed, and come back by the one button that has the focus', async () => {
    await addFeed();
    await page.getByRole('button', { name: 'Remove Demo benchmarks' }).click();
    await feedSays(page, 'Demo benchmarks was removed');
    await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
    await expect(feedRow(page)).toHaveCount(0);
    await expect.poll(() => isAllowed(page, FEED_ORIGIN)).toBe(false);
    await page.keyboard.press('Enter');
    await feedRow(page).waitFor();
    await expect.poll(() => isAllowed(page, FEED_ORIGIN)).toBe(true);
  });

  test('are gone, with their permission and that of a recording, once everything was deleted', async () => {
    await addFeed();
    const asked = JSON.stringify({ origins: [RECORDING_ORIGIN] });
    await page.evaluate(`chrome.permissions.request(${asked})`);
    await expect.poll(() => isAllowed(page, RECORDING_ORIGIN)).toBe(true);
    await page.getByRole('button', { name: 'Delete everything' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Delete/ })
      .click();
    await expect(feedRow(page)).toHaveCount(0);
    await expect.poll(() => isAllowed(page, FEED_ORIGIN)).toBe(false);
    await expect.poll(() => isAllowed(page, RECORDING_ORIGIN)).toBe(false);
    await expect.poll(() => isAllowed(page, `https://${DEMO_HOST}/*`)).toBe(true);
  });
});
