import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startDemo } from '../demo/server.ts';
import { settled } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { eventually, expect, test } from './test.ts';
import { endWorker } from './worker-end.ts';

test.describe('the last three months', () => {
  let stage: Stage;
  let panel: Page;
  test.beforeEach(async () => {
    stage = await raise();
    panel = await stage.panelTab();
    await settled(panel);
  });
  test.afterEach(() => stage?.close());

  const note = () => panel.locator('.history-note');
  const press = (name: string) => note().getByRole('button', { name }).press('Enter');
  /** Figures asked for, by room. */
  const figuresAsked = (): readonly string[] =>
    stage.demo.requests
      .list('core/stats')
      .flatMap(({ room }) => (room === undefined ? [] : [room]));
  const counted = async (): Promise<number> =>
    Number(/(\d+) of \d+/.exec((await note().textContent()) ?? '')?.[1] ?? 0);

  /** Under *Why?*, which closes where another thing comes first. */
  const restsOn = (words: RegExp) =>
    eventually(async () => {
      const why = panel.getByRole('button', { name: /^Why: / });
      if ((await why.getAttribute('aria-expanded')) === 'false') await why.press('Enter');
      await expect(panel.locator('.fix-why')).toContainText(words, { timeout: 1_000 });
    });

  test('are read on one tap from install on, past two ended workers, to a verdict against own LIVEs', async () => {
    await expect(note()).toContainText('are known from the list only');
    await restsOn(/Based on \d of your own LIVEs/);
    stage.demo.faults.set([{ fault: { kind: 'slow', ms: 60 } }]);
    await press('Read my last three months');
    for (const least of [4, 14]) {
      await expect.poll(counted, { timeout: 30_000 }).toBeGreaterThanOrEqual(least);
      await endWorker(stage);
    }
    // A dozen are enough for a verdict, while the rest comes; how long all take is shown by a bench.
    await restsOn(/Based on \d{2} of your own LIVEs/);
    await expect(note()).toContainText('Reading your last three months');
    await press('Stop');
    stage.demo.faults.clear();
    // What is left is offered again, whether or not it still lacks figures.
    await expect(note().getByRole('button', { name: 'Read my last three months' })).toBeVisible();
    const rooms = figuresAsked();
    expect(new Set(rooms).size).toBeGreaterThanOrEqual(14);
    // Only what was on its way when a worker ended may have been asked for again.
    expect(rooms.length - new Set(rooms).size).toBeLessThanOrEqual(4);
  });

  test('are paused, gone on with and stopped by key, and wait for a sign-in', async () => {
    stage.demo.faults.set([{ fault: { kind: 'slow', ms: 100 } }]);
    await press('Read my last three months');
    await expect.poll(counted).toBeGreaterThanOrEqual(2);
    await press('Pause');
    await expect(note()).toContainText('Paused:');
    // Who goes by key goes on from where she pressed.
    await expect(note().getByRole('button', { name: 'Go on' })).toBeFocused();
    stage.demo.faults.set([{ fault: { kind: 'signed-out', as: 'status' } }]);
    await press('Go on');
    await expect(note().getByRole('alert')).toContainText('Sign in');
    stage.demo.faults.set([
      { fault: { kind: 'signed-out', as: 'code' }, path: 'core/stats', times: 2 },
    ]);
    await press('Go on');
    await expect(note()).toContainText('sign in to Seller Center');
    stage.demo.faults.clear();
    await press('Go on');
    await expect(note()).toContainText('Reading your last three months');
    await press('Stop');
    await expect(note().getByRole('button', { name: 'Read my last three months' })).toBeFocused();
  });
});

test('the last three months go on by themselves after the browser was closed, once a page of the shop is answered', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'live-diagnosis-history-'));
  const demo = await startDemo({ seed: 7 });
  try {
    const before = await raise({ demo, profile });
    const panel = await before.panelTab();
    await settled(panel);
    demo.faults.set([{ fault: { kind: 'slow', ms: 100 } }]);
    await panel.getByRole('button', { name: 'Read my last three months' }).click();
    await expect(panel.locator('.history-note')).toContainText(/ ([4-9]|\d\d) of \d+ LIVEs/);
    await before.close();

    // The sign-in doesn't always outlive a browser that is closed at once.
    const after = await raise({ demo, profile });
    await after.dashboard(after.room);
    const others = () =>
      demo.requests.list('core/stats').filter(({ room }) => room !== after.room).length;
    await expect.poll(others).toBeGreaterThan(4);
    await after.close();
  } finally {
    await demo.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
});
