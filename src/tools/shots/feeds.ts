import type { Page } from 'playwright-core';
import {
  addDemoFeed,
  enterFeed,
  FEED_ORIGIN,
  feedRow,
  openOptions,
  withdraw,
} from '../../e2e/feed-view.ts';
import { openCategory, unfoldMetrics, versus } from '../../e2e/panel-view.ts';
import { raise, type Stage } from '../../e2e/stage.ts';
import type { Camera } from './camera.ts';
import { pictureSettled } from './wait.ts';

const BEAUTY = '601450';
const SHOES = '601352';

/** Benchmark feeds on the page of settings in each of their states, and as what a LIVE is compared with. */
export async function shootFeeds(camera: Camera): Promise<void> {
  const stage = await raise({ allowed: { hosts: [FEED_ORIGIN] } });
  try {
    await settings(stage, camera);
    await panel(stage, camera);
  } finally {
    await stage.close();
  }
}

async function settings(stage: Stage, camera: Camera): Promise<void> {
  const page = await openOptions(stage);
  const whole = { of: page.locator('#feeds'), whole: true };
  await camera.take(page, 'feeds-none', whole);
  stage.demo.faults.set([{ fault: { kind: 'feed', as: 'script-in-text' }, path: 'index.json' }]);
  await enterFeed(page);
  await page.getByText('could do harm').waitFor();
  await camera.take(page, 'feeds-refused', whole);
  stage.demo.faults.clear();
  await enterFeed(page);
  await feedRow(page).waitFor();
  await camera.take(page, 'feeds-added', whole);
  stage.demo.faults.set([{ fault: { kind: 'status', status: 503 }, path: 'index.json' }]);
  await page.getByRole('button', { name: 'Refresh Demo benchmarks' }).click();
  await feedRow(page).getByText('can’t be reached').waitFor();
  await camera.take(page, 'feeds-down', whole);
  stage.demo.faults.clear();
  await withdraw(page, FEED_ORIGIN);
  await feedRow(page).getByRole('button', { name: 'Allow' }).waitFor();
  await camera.take(page, 'feeds-not-allowed', whole);
  await page.getByRole('button', { name: 'Remove Demo benchmarks' }).click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await camera.take(page, 'feeds-removed', whole);
  await page.close();
}

async function panel(stage: Stage, camera: Camera): Promise<void> {
  await (await addDemoFeed(stage)).close();
  const tab = await stage.panelTab(`?room=${stage.room}`);
  await pictureSettled(tab);
  await pick(tab, BEAUTY);
  await versus(tab).selectOption({ label: 'vs. Demo benchmarks' });
  await tab.locator('.feed-note').waitFor();
  await camera.take(tab, 'feed-compared');
  await unfoldMetrics(tab);
  const row = tab.locator('.metrics [data-metric="tapThroughRate"]');
  const mark = row.getByRole('button').first();
  await camera.take(tab, 'feed-details', {
    before: async () => {
      await tab.mouse.move(2, 2);
      await mark.scrollIntoViewIfNeeded();
      await mark.hover();
      await tab.getByRole('tooltip').filter({ visible: true }).waitFor();
    },
  });
  await tab.mouse.move(2, 2);
  await pick(tab, SHOES);
  await tab.locator('.feed-note').getByText('has nothing on').waitFor();
  await camera.take(tab, 'feed-not-covered');
}

/** Names the category of the LIVE in view. */
async function pick(tab: Page, category: string): Promise<void> {
  await openCategory(tab);
  const dialog = tab.getByRole('dialog');
  await dialog.getByRole('combobox').selectOption(category);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
}
