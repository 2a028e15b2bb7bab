import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { startDemo } from '../demo/server.ts';
import type { Plan } from '../metrics/board/plan.ts';
import { unixMs } from '../metrics/time.ts';
import { instantAt } from '../metrics/zone.ts';
import { settled } from './panel-view.ts';
import { changePlan, next, notifications, plans, sampleShop } from './plan-stage.ts';
import { putRaw } from './raw-archive.ts';
import { raise, type Stage } from './stage.ts';
import { eventually, expect, test } from './test.ts';
import { endWorker } from './worker-end.ts';

const HOUR = 3_600_000;
const later = { timeout: 45_000 };
/** As the browser once was told, so that no test has to press its own question. */
const allowed = { permissions: ['notifications'] };

const the = async (panel: Page): Promise<Plan> => {
  const [plan] = await plans(panel);
  if (plan === undefined) throw new Error('There is no plan.');
  return plan;
};
const aboutIt = ({ id }: Plan): string =>
  JSON.stringify({ about: 'plan', plan: id, which: 'sample' });
/** A reminder in a moment, of a LIVE in an hour. */
const soonDue = (inMs: number) => ({
  startsAt: unixMs(Date.now() + HOUR),
  remindAt: unixMs(Date.now() + inMs),
  remindedAt: null,
});

async function planned(stage: Stage): Promise<Page> {
  const panel = await sampleShop(stage);
  await next(panel).getByRole('button', { name: 'Make this plan' }).click();
  await panel.locator('.plan-item').first().waitFor();
  return panel;
}

async function remindAnHourBefore(panel: Page): Promise<string> {
  const tomorrow = new Date(Date.now() + 30 * HOUR).toISOString().slice(0, 11);
  const starts = next(panel).getByLabel('Next LIVE starts');
  await starts.fill(`${tomorrow}20:00`);
  await starts.blur();
  await next(panel).getByLabel('Remind me').selectOption({ label: '1 hour before' });
  return `${tomorrow}20:00`;
}

test.describe('a reminder that may be shown', () => {
  let folder = '';
  let stage: Stage;
  let panel: Page;
  test.beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'live-diagnosis-remind-'));
    stage = await raise({ signedIn: false, profile: folder, allowed });
    panel = await planned(stage);
  });
  test.afterAll(async () => {
    await stage?.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });

  test('is asked for when it is first set, by the shop’s clock', async () => {
    await expect
      .poll(async () => await (await stage.worker()).evaluate('typeof chrome.notifications'))
      .toBe('undefined');
    const wall = await remindAnHourBefore(panel);
    await eventually(async () => {
      const { startsAt, remindAt, zone } = await the(panel);
      if (zone === undefined || startsAt === undefined) throw new Error('No start yet.');
      expect(zone.name).toBe('America/Los_Angeles');
      expect(startsAt).toBe(instantAt(wall, zone));
      expect(remindAt).toBe(startsAt - HOUR);
    });
    const has = 'chrome.permissions.contains({ permissions: ["notifications"] })';
    await expect.poll(() => panel.evaluate(has)).toBe(true);
    await expect.poll(() => next(panel).textContent()).not.toContain('shows no notifications');
  });

  test('that was due before notifications were allowed comes as soon as they are', async () => {
    const asleep = { permissions: ['notifications'] };
    await panel.evaluate(`chrome.permissions.remove(${JSON.stringify(asleep)})`);
    await changePlan(panel, await the(panel), soonDue(0));
    const badge = async () => (await stage.worker()).evaluate('chrome.action.getBadgeText({})');
    await expect.poll(badge, later).toBe('PLAN');
    await expect.poll(async () => (await the(panel)).remindedAt).toBeUndefined();
    await panel.evaluate(`chrome.permissions.request(${JSON.stringify(asleep)})`);
    await expect.poll(async () => (await the(panel)).remindedAt).toBeDefined();
    await expect.poll(() => notifications(stage)).toEqual([aboutIt(await the(panel))]);
  });

  test('comes at its time although the worker was killed before, and only once', async () => {
    const plan = await the(panel);
    await changePlan(panel, plan, soonDue(2_000));
    await endWorker(stage);
    await expect.poll(async () => (await the(panel)).remindedAt, later).toBeDefined();
    await expect.poll(() => notifications(stage)).toEqual([aboutIt(plan)]);
    const given = (await the(panel)).remindedAt;
    await endWorker(stage);
    await panel.reload();
    await settled(panel);
    await expect.poll(async () => (await the(panel)).remindedAt).toBe(given);
    await next(panel).getByText('Reminder given').waitFor();
  });

  test('that was missed while the browser was closed comes at the next start, once', async () => {
    const { remindedAt: _, ...plan } = await the(panel);
    const remindAt = Date.now() + 8_000;
    // The worker isn't told, so that no alarm of its own comes first.
    await putRaw(panel, 'sample', { plans: [{ ...plan, startsAt: remindAt + HOUR, remindAt }] });
    await stage.close();
    await setTimeout(Math.max(0, remindAt - Date.now()));
    stage = await raise({ signedIn: false, profile: folder, allowed });
    panel = await stage.panelTab();
    await settled(panel);
    await expect.poll(async () => (await the(panel)).remindedAt, later).toBeDefined();
    await expect.poll(() => notifications(stage)).toEqual([aboutIt(plan)]);
    const given = (await the(panel)).remindedAt;
    await stage.close();
    stage = await raise({ signedIn: false, profile: folder, allowed });
    panel = await stage.panelTab();
    await settled(panel);
    await expect.poll(async () => (await the(panel)).remindedAt).toBe(given);
    await expect.poll(() => notifications(stage)).toEqual([]);
  });
});

test.describe('a reminder that may not be shown', () => {
  test('is said plainly, and stands on the toolbar icon and in the panel instead', async () => {
    const demo = await startDemo({ seed: 7 });
    const stage = await raise({ signedIn: false, demo });
    try {
      const panel = await planned(stage);
      await remindAnHourBefore(panel);
      await expect.poll(async () => (await the(panel)).remindAt).toBeDefined();
      // No test can answer the browser's question: leaving it open is a refusal too.
      await panel.reload();
      await settled(panel);
      await next(panel).getByText('Your browser shows no notifications').waitFor();
      await changePlan(panel, await the(panel), soonDue(500));
      const badge = async () => (await stage.worker()).evaluate('chrome.action.getBadgeText({})');
      await expect.poll(badge, later).toBe('PLAN');
      await expect.poll(async () => (await the(panel)).remindedAt).toBeUndefined();
      await panel.reload();
      await settled(panel);
      await next(panel).getByRole('button', { name: 'Got it' }).click();
      await expect.poll(badge).not.toBe('PLAN');
    } finally {
      await stage.close();
      await demo.close();
    }
  });
});
