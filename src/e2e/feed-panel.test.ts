import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Demo, startDemo } from '../demo/server.ts';
import { addDemoFeed, askedOfFeed, FEED_ORIGIN, pickCategory, says } from './feed-view.ts';
import { seriousFaults, settled } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';
import { endWorker } from './worker-end.ts';

const BEAUTY = '601450';
const HOME = '600001';
const SHOES = '601352';

const basis = (panel: Page) => panel.locator('.picks-pills select');
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

  const comparedWithFeed = async (): Promise<void> => {
    await basis(panel).selectOption({ label: 'Category feed: Demo benchmarks' });
    await says(note(panel), /Demo benchmarks, US: \d+ LIVEs of 6 shops in the 28 days up to /);
  };

  test('is offered once its category is known, and names itself and what it rests on', async () => {
    await expect.poll(() => basis(panel).locator('option').count()).toBe(2);
    await pickCategory(panel, BEAUTY);
    await expect.poll(() => basis(panel).locator('option').count()).toBe(3);
    await comparedWithFeed();
    await says(note(panel), 'Simulated');
    expect(askedOfFeed(stage).filter((path) => path.includes(BEAUTY))).toHaveLength(1);
  });

  test('says where a figure stands in its distribution, and whose it is in the figure’s details', async () => {
    const row = panel.locator('.metrics [data-metric="tapThroughRate"]');
    await row.getByRole('button').first().click();
    await says(row, /Demo benchmarks, US: \d+ LIVEs of 6 shops/);
    await says(row, /of them report this figure\. All of its figures are simulated\./);
  });

  test('changes with the category, without asking anew for what is known', async () => {
    const rests = await note(panel).textContent();
    const benchmark = () => panel.locator('.metrics [data-metric="tapThroughRate"]').textContent();
    const ofBeauty = await benchmark();
    await pickCategory(panel, HOME);
    const named = async () => {
      const text = await note(panel).textContent();
      return { isFeed: /\d+ LIVEs/.test(text ?? ''), isBeauty: text === rests };
    };
    await expect.poll(named).toEqual({ isFeed: true, isBeauty: false });
    await expect.poll(benchmark).not.toBe(ofBeauty);
    await pickCategory(panel, BEAUTY);
    await expect.poll(() => note(panel).textContent()).toBe(rests);
    expect(askedOfFeed(stage).filter((path) => path.includes(BEAUTY))).toHaveLength(1);
  });

  test('says when it has nothing on a category, and names what stands in', async () => {
    await pickCategory(panel, SHOES);
    await says(note(panel), /None of your feeds covers .* in this region\./);
    await says(note(panel), /For now this LIVE is compared with TikTok/);
    await pickCategory(panel, BEAUTY);
    await says(note(panel), /6 shops/);
  });

  test('is clean for everyone in light and dark, and fits 320 px', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await panel.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect.poll(() => seriousFaults(panel)).toEqual([]);
    }
    await panel.setViewportSize({ width: 320, height: 900 });
    const scrolls = 'document.documentElement.scrollWidth > innerWidth';
    await expect.poll(() => panel.evaluate(scrolls)).toBe(false);
    await panel.setViewportSize({ width: 1440, height: 900 });
  });

  test('survives the end of its worker', async () => {
    await endWorker(stage);
    await panel.reload();
    await settled(panel, stage.room);
    await says(note(panel), /Demo benchmarks, US: \d+ LIVEs of 6 shops/);
  });

  test('survives a restart of the browser while the feed is down, with the last good word', async () => {
    await stage.close();
    demo.faults.set([{ fault: { kind: 'status', status: 503 }, path: '.json' }]);
    stage = await rise();
    await open();
    await says(note(panel), /Demo benchmarks, US: \d+ LIVEs of 6 shops/);
  });

  test('stays as it was when the feed turns bad, and says why in its place', async () => {
    const rests = async () =>
      /Demo benchmarks, US: .* in the 28 days up to [^.]*/.exec(
        (await note(panel).textContent()) ?? '',
      )?.[0];
    const before = await rests();
    expect(before).toBeDefined();
    demo.faults.set([{ fault: { kind: 'feed', as: 'absurd-figure' }, path: BEAUTY }]);
    const reply = await panel.evaluate(
      `chrome.runtime.sendMessage({ app: 'live-diagnosis', verb: 'feed.refresh', request: { address: 'https://benchmarks.example/index.json' } })`,
    );
    expect(reply).toMatchObject({ ok: true });
    await says(note(panel), /impossible figures/);
    await expect.poll(rests).toBe(before);
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
    await basis(panel).selectOption({ label: 'Category feed: Sample benchmarks (simulated)' });
    await says(note(panel), /Sample benchmarks \(simulated\), US: \d+ LIVEs of 6 shops/);
    await says(note(panel), 'Simulated');
    expect(stage.demo.requests.list()).toEqual([]);
  });
});
