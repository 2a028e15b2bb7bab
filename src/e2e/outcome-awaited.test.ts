import type { Page } from 'playwright-core';
import type { Session } from '../metrics/session.ts';
import { askWorker } from './ask-worker.ts';
import { picker, settled } from './panel-view.ts';
import { keepPlan } from './plan-stage.ts';
import { planFrom } from './plans.ts';
import { raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';

test.describe('a plan whose next LIVE has ended meanwhile', () => {
  let stage: Stage;
  let panel: Page;
  let after: Session;
  test.beforeAll(async () => {
    stage = await raise();
    const [next, before] = stage.demo
      .sessions()
      .filter(({ room }) => room.status !== 'live')
      .slice(3);
    if (next === undefined || before === undefined) throw new Error('The shop is too small.');
    after = next;
    panel = await stage.panelTab(`?room=${before.room.id}`);
    await settled(panel, before.room.id);
    const items = [{ title: 'Say the price', metric: 'ctor', tested: true, done: true } as const];
    await keepPlan(panel, planFrom(before, items), 'shop');
    await card().waitFor();
  });
  test.afterAll(() => stage?.close());

  const card = () => panel.getByRole('region', { name: 'Did it work?' });
  const asked = () =>
    stage.demo.requests.list('/api/').filter(({ room }) => room === after.room.id).length;
  const readList = () => askWorker(panel, 'rooms.fetch', {});
  /** Takes longer than to begin with what a list that was read before may lead to. */
  const readAnother = () => askWorker(panel, 'room.fetch', { room: stage.running, force: true });

  test('is told by itself, and what can’t be had is left alone for a while', async () => {
    await test.step('leaves alone for a while what can’t be had', async () => {
      stage.demo.faults.set([{ fault: { kind: 'status', status: 400 }, room: after.room.id }]);
      await readList();
      await expect.poll(asked).toBeGreaterThan(0);
      await expect.poll(isLeftAlone).toBe(true);
      const before = asked();
      await readList();
      await readList();
      await readAnother();
      await expect(card().locator('.outcome-chart')).toHaveCount(0);
      expect(asked()).toBe(before);
    });

    await test.step('is told by itself when the list is read, with one request for each part, all in the ledger', async () => {
      stage.demo.faults.clear();
      await rested();
      stage.demo.requests.reset();
      await picker(panel).focus();
      await card().locator('.outcome-chart').waitFor();
      // The fetch that runs is joined, and what is fresh is asked for no more.
      await askWorker(panel, 'room.fetch', { room: after.room.id });
      const parts = stage.demo.requests
        .list('/api/')
        .filter(({ room }) => room === after.room.id)
        .map(({ path, body }) => `${path} ${body}`);
      expect(parts.length).toBeGreaterThan(3);
      expect(new Set(parts).size).toBe(parts.length);
      const options = await stage.context.newPage();
      await options.goto(`${stage.extension}/src/options/options.html`);
      const listed = options.locator('#ledger tbody tr', { hasText: after.room.id });
      await expect(listed.nth(3)).toBeAttached();
      await options.close();
      const all = asked();
      await readList();
      await readList();
      await readAnother();
      expect(asked()).toBe(all);
    });
  });

  const key = () => `backoff:${after.room.id}`;
  /** Whether the worker remembers that the LIVE as a whole is to be left alone. */
  const isLeftAlone = () =>
    panel.evaluate(
      `chrome.storage.session.get('${key()}').then((kept) => kept['${key()}']?.awaited !== undefined)`,
    );
  /** As after its back-off. */
  const rested = () => panel.evaluate(`chrome.storage.session.remove('${key()}')`);
});
