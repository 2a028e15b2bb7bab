import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Plan } from '../metrics/board/plan.ts';
import { HOUR_MS, unixMs } from '../metrics/time.ts';
import { instantAt } from '../metrics/zone.ts';
import { freshPlan, onlyPlan } from './fresh-plan.ts';
import { settled } from './panel-view.ts';
import { changePlan, next, notifications, showSampleShop, startAt } from './plan-stage.ts';
import { putRaw } from './raw-archive.ts';
import { sampleDate } from './sample-clock.ts';
import { raise, type Stage } from './stage.ts';
import { eventually, expect, test } from './test.ts';
import { endWorker } from './worker-end.ts';

const later = { timeout: 45_000 };
/** As the browser once was told, so that no test has to press its own question. */
const allowed = { permissions: ['notifications'] };
const toNotify = JSON.stringify(allowed);

const aboutIt = ({ id }: Plan): string =>
  JSON.stringify({ about: 'plan', plan: id, which: 'sample' });
/** A reminder in a moment, of a LIVE in an hour. */
const soonDue = (inMs: number) => ({
  startsAt: unixMs(Date.now() + HOUR_MS),
  remindAt: unixMs(Date.now() + inMs),
  remindedAt: null,
});

async function remindAnHourBefore(panel: Page): Promise<string> {
  const wall = `${sampleDate(2)}T20:00`;
  await startAt(panel, wall);
  await next(panel).getByLabel('Remind me').selectOption({ label: '1 hour before' });
  return wall;
}

test.describe('a reminder that may be shown', () => {
  let folder = '';
  let stage: Stage;
  let panel: Page;
  let plan: Plan;
  test.beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'live-diagnosis-remind-'));
    stage = await raise({ signedIn: false, profile: folder, allowed });
    panel = await showSampleShop(stage);
  });
  test.afterAll(async () => {
    await stage?.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });
  test.beforeEach(async () => {
    plan = await freshPlan(panel);
    await allowIt();
    await (await stage.worker()).evaluate(`new Promise((done) => chrome.notifications.getAll(
      (all) => done(Promise.all(Object.keys(all).map((id) => chrome.notifications.clear(id))))))`);
  });

  const the = () => onlyPlan(panel);
  const allowIt = () => panel.evaluate(`chrome.permissions.request(${toNotify})`);
  const forbidIt = () => panel.evaluate(`chrome.permissions.remove(${toNotify})`);
  const isReminded = () => expect.poll(async () => (await the()).remindedAt, later).toBeDefined();
  /** The browser once more, with all that it kept. */
  const restart = async (): Promise<void> => {
    stage = await raise({ signedIn: false, profile: folder, allowed });
    panel = await stage.panelTab();
    await settled(panel);
  };

  test('is asked for when it is first set, by the shop’s clock', { tag: '@day' }, async () => {
    const isAllowed = () => panel.evaluate(`chrome.permissions.contains(${toNotify})`);
    await forbidIt();
    await expect.poll(isAllowed).toBe(false);
    const wall = await remindAnHourBefore(panel);
    await eventually(async () => {
      const { startsAt, remindAt, zone } = await the();
      if (zone === undefined || startsAt === undefined) throw new Error('No start yet.');
      expect(zone.name).toBe('America/Los_Angeles');
      expect(startsAt).toBe(instantAt(wall, zone));
      expect(remindAt).toBe(startsAt - HOUR_MS);
    });
    await expect.poll(isAllowed).toBe(true);
    await expect(next(panel)).not.toContainText('shows no notifications');
  });

  test('that was due before notifications were allowed comes as soon as they are', async () => {
    await forbidIt();
    await changePlan(panel, plan, soonDue(0));
    const badge = async () => (await stage.worker()).evaluate('chrome.action.getBadgeText({})');
    await expect.poll(badge, later).toBe('PLAN');
    await expect.poll(async () => (await the()).remindedAt).toBeUndefined();
    await allowIt();
    await isReminded();
    await expect.poll(() => notifications(stage)).toEqual([aboutIt(plan)]);
  });

  test('comes at its time although the worker was killed before, and only once', async () => {
    await changePlan(panel, plan, soonDue(2_000));
    await endWorker(stage);
    await isReminded();
    await expect.poll(() => notifications(stage)).toEqual([aboutIt(plan)]);
    const given = (await the()).remindedAt;
    await endWorker(stage);
    await panel.reload();
    await settled(panel);
    await expect.poll(async () => (await the()).remindedAt).toBe(given);
    await next(panel).getByText('Reminder given').waitFor();
  });

  test('that was missed while the browser was closed comes at the next start, once', async () => {
    // Later than a browser takes to close, on a busy machine too.
    const remindAt = Date.now() + 15_000;
    // The worker isn't told, so that no alarm of its own comes first.
    await putRaw(panel, 'sample', { plans: [{ ...plan, startsAt: remindAt + HOUR_MS, remindAt }] });
    await stage.close();
    await setTimeout(Math.max(0, remindAt - Date.now()));
    await restart();
    await isReminded();
    await expect.poll(() => notifications(stage)).toEqual([aboutIt(plan)]);
    const given = (await the()).remindedAt;
    await stage.close();
    await restart();
    await expect.poll(async () => (await the()).remindedAt).toBe(given);
    await expect.poll(() => notifications(stage)).toEqual([]);
  });
});

test.describe('a reminder that may not be shown', () => {
  test('is said plainly, and stands on the toolbar icon and in the panel instead', async () => {
    const stage = await raise({ signedIn: false });
    try {
      const panel = await showSampleShop(stage);
      await freshPlan(panel);
      await remindAnHourBefore(panel);
      await expect.poll(async () => (await onlyPlan(panel)).remindAt).toBeDefined();
      // No test can answer the browser's question: leaving it open is a refusal too.
      await panel.reload();
      await settled(panel);
      await next(panel).getByText('Your browser shows no notifications').waitFor();
      await changePlan(panel, await onlyPlan(panel), soonDue(500));
      const badge = async () => (await stage.worker()).evaluate('chrome.action.getBadgeText({})');
      await expect.poll(badge, later).toBe('PLAN');
      await expect.poll(async () => (await onlyPlan(panel)).remindedAt).toBeUndefined();
      await panel.reload();
      await settled(panel);
      await next(panel).getByRole('button', { name: 'Got it' }).click();
      await expect.poll(badge).not.toBe('PLAN');
    } finally {
      await stage.close();
    }
  });
});
