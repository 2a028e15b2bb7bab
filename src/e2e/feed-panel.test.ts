import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Demo, startDemo } from '../demo/server.ts';
import { BEAUTY, FASHION, HOME } from '../sources/sample/catalogue.ts';
import { askWorker } from './ask-worker.ts';
import { changeSettings } from './change-settings.ts';
import {
  addDemoFeed,
  askedOfFeed,
  FEED_ADDRESS,
  FEED_ORIGIN,
  feedSays,
  pickCategory,
} from './feed-view.ts';
import { forgetCategories } from './known-state.ts';
import { seriousFaults, settled, unfoldMetrics, versus } from './panel-view.ts';
import { requestsMade } from './requests-made.ts';
import { raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';
import { endWorker } from './worker-end.ts';

/** A category of which the demo's feed says nothing. */
const SHOES = '601352';

const note = (panel: Page) => panel.locator('.feed-note');

test.describe('a category feed in the panel', () => {
  let demo: Demo;
  let stage: Stage;
  let panel: Page;
  const profile = mkdtempSync(join(tmpdir(), 'live-diagnosis-feed-'));
  const rise = () => raise({ demo, profile, allowed: { hosts: [FEED_ORIGIN] } });
  const open = async () => {
    panel = await stage.panelTab(`?room=${stage.room}`);
    await settled(panel, stage.room);
  };
  test.beforeAll(async () => {
    demo = await startDemo({ seed: 7 });
    stage = await rise();
    await (await addDemoFeed(stage)).close();
    await settled(await stage.dashboard(stage.room), stage.room);
    await open();
  });
  test.afterAll(async () => {
    await stage?.close();
    await demo?.close();
    rmSync(profile, { recursive: true, force: true });
  });
  test.afterEach(() => demo.faults.clear());

  const restsOn = /Demo benchmarks, US: \d+ LIVEs of 6 shops in the 28 days up to [^.]*/;
  /** What the feed's word on a category rests on, as the panel says it. */
  const basisNamed = async () => restsOn.exec((await note(panel).textContent()) ?? '')?.[0];
  const askedOf = (category: string) =>
    askedOfFeed(stage).filter((path) => path.includes(category)).length;
  /** The LIVE in view compared with what the feed says of beauty. */
  const comparedWithFeed = async (): Promise<void> => {
    await forgetCategories(panel);
    await changeSettings(panel, { shopCategory: BEAUTY, versus: 'feed' });
    await feedSays(note(panel), restsOn);
  };

  test('is offered once its category is known, and names itself and what it rests on', async () => {
    await forgetCategories(panel);
    await changeSettings(panel, { versus: 'market' });
    await expect(versus(panel).locator('option')).toHaveCount(6);
    await pickCategory(panel, FASHION);
    await expect(versus(panel).locator('option')).toHaveCount(7);
    await versus(panel).selectOption({ label: 'vs. Demo benchmarks' });
    await feedSays(note(panel), restsOn);
    await feedSays(note(panel), 'Simulated');
    // No other test names this category, so that it wasn't known before.
    expect(askedOf(FASHION)).toBe(1);
  });

  test('says where a figure stands in its distribution, and whose it is in the figure’s details', async () => {
    await comparedWithFeed();
    await unfoldMetrics(panel);
    const row = panel.locator('.metrics [data-metric="tapThroughRate"]');
    await row.getByRole('button').first().click();
    await feedSays(row, /Demo benchmarks, US: \d+ LIVEs of 6 shops/);
    await feedSays(row, /of them report this figure\. All of its figures are simulated\./);
  });

  test('changes with the category, without asking anew for what is known', async () => {
    await comparedWithFeed();
    const row = panel.locator('.metrics [data-metric="tapThroughRate"]');
    const [ofBeauty, rests] = [await row.textContent(), await basisNamed()];
    if (ofBeauty === null || rests === undefined) throw new Error('There is nothing to compare.');
    demo.requests.reset();
    await pickCategory(panel, HOME);
    await feedSays(note(panel), restsOn);
    await expect.poll(basisNamed).not.toBe(rests);
    await expect(row).not.toHaveText(ofBeauty);
    await pickCategory(panel, BEAUTY);
    await expect.poll(basisNamed).toBe(rests);
    await expect(row).toHaveText(ofBeauty);
    expect(askedOf(BEAUTY)).toBe(0);
  });

  test('says when it has nothing on a category, and names what stands in', async () => {
    await comparedWithFeed();
    await pickCategory(panel, SHOES);
    await feedSays(note(panel), /Demo benchmarks has nothing on .* in this region\./);
    await feedSays(panel.locator('#data .feed-lack'), /Demo benchmarks has nothing on /);
    await feedSays(note(panel), /For now this LIVE is compared with/);
    await pickCategory(panel, BEAUTY);
    await feedSays(note(panel), /6 shops/);
    await expect(panel.locator('#data .feed-lack')).toHaveCount(0);
  });

  test('is clean for everyone in light and dark, and fits 320 px', async () => {
    await comparedWithFeed();
    for (const colorScheme of ['light', 'dark'] as const) {
      await panel.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect.poll(() => seriousFaults(panel, '#diagnosis', '#benchmarks')).toEqual([]);
    }
    await panel.setViewportSize({ width: 320, height: 900 });
    const scrolls = 'document.documentElement.scrollWidth > innerWidth';
    await expect.poll(() => panel.evaluate(scrolls)).toBe(false);
    await panel.setViewportSize({ width: 1440, height: 900 });
    await panel.emulateMedia({ colorScheme: null, reducedMotion: null });
  });

  test('survives the end of its worker', async () => {
    await comparedWithFeed();
    await endWorker(stage);
    await panel.reload();
    await settled(panel, stage.room);
    await feedSays(note(panel), restsOn);
  });

  test('survives a restart of the browser while the feed is down, with the last good word', async () => {
    await comparedWithFeed();
    await stage.close();
    demo.faults.set([{ fault: { kind: 'status', status: 503 }, path: '.json' }]);
    stage = await rise();
    await open();
    await feedSays(note(panel), restsOn);
  });

  test('stays as it was when the feed turns bad, and says why in its place', async () => {
    await comparedWithFeed();
    const before = await basisNamed();
    demo.faults.set([{ fault: { kind: 'feed', as: 'absurd-figure' }, path: BEAUTY }]);
    await askWorker(panel, 'feed.refresh', { address: FEED_ADDRESS });
    await feedSays(note(panel), /impossible figures/);
    await expect.poll(basisNamed).toBe(before);
    demo.faults.clear();
    await askWorker(panel, 'feed.refresh', { address: FEED_ADDRESS });
    await expect(note(panel).getByText(/impossible figures/)).toHaveCount(0);
    await expect.poll(basisNamed).toBe(before);
  });
});

test.describe('the sample shop', () => {
  let stage: Stage;
  test.beforeAll(async () => {
    stage = await raise({ signedIn: false });
  });
  test.afterAll(() => stage?.close());

  test('is compared with a simulated feed, without a request to anybody', async () => {
    const panel = await stage.panelTab();
    await panel.getByRole('button', { name: /Explore/ }).click();
    await settled(panel);
    stage.demo.requests.reset();
    await pickCategory(panel, BEAUTY);
    await versus(panel).selectOption({ label: 'vs. Sample benchmarks' });
    await feedSays(note(panel), /Sample benchmarks, US: \d+ LIVEs of 6 shops/);
    await feedSays(note(panel), 'Simulated');
    expect(requestsMade(stage)).toEqual([]);
  });
});
