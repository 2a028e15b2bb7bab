import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Demo, startDemo } from '../demo/server.ts';
import type { Plan } from '../metrics/board/plan.ts';
import type { Session } from '../metrics/session.ts';
import { unixMs } from '../metrics/time.ts';
import { readersZone, wallTime } from '../metrics/zone.ts';
import { BEAUTY } from '../sources/sample/catalogue.ts';
import { addDemoFeed, FEED_ORIGIN, pickCategory } from './feed-view.ts';
import { archivedBoard } from './panel-archive.ts';
import { settled } from './panel-view.ts';
import { changePlan, keepPlan, next, notifications, plans, startAt } from './plan-stage.ts';
import { raise, type Stage } from './stage.ts';
import { eventually, expect, test } from './test.ts';
import { endWorker } from './worker-end.ts';

const HOUR = 3_600_000;
const later = { timeout: 45_000, intervals: [200] };

test.describe('the whole way from a clip of a feed to a verdict', () => {
  let demo: Demo;
  let profile: string;
  let stage: Stage;
  let panel: Page;
  let before: Session;
  let after: Session;

  const rise = () =>
    raise({
      demo,
      profile,
      allowed: { hosts: [FEED_ORIGIN], permissions: ['notifications'] },
    });
  const open = async () => {
    panel = await stage.panelTab(`?room=${before.room.id}`);
    await settled(panel, before.room.id);
  };
  const plan = async (): Promise<Plan> => {
    const [one] = await plans(panel, 'shop');
    if (one === undefined) throw new Error('There is no plan.');
    return one;
  };

  test.beforeAll(async () => {
    demo = await startDemo({ seed: 7 });
    profile = await mkdtemp(join(tmpdir(), 'live-diagnosis-learn-'));
    stage = await rise();
    const [later, earlier] = demo
      .sessions()
      .filter(({ room }) => room.status !== 'live')
      .slice(3);
    if (later === undefined || earlier === undefined) throw new Error('The shop is too small.');
    [after, before] = [later, earlier];
    await (await addDemoFeed(stage)).close();
    await settled(await stage.dashboard(before.room.id), before.room.id);
    await stage.page.goto('about:blank');
    await open();
    await pickCategory(panel, BEAUTY);
  });
  test.afterAll(async () => {
    await stage?.close();
    await demo?.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });

  test('leads by pin, plan, reminder and restart to a verdict', async () => {
    await test.step('pins a clip where the feed shows it', async () => {
      await panel.getByLabel('Key factor').selectOption('click-to-order');
      const card = panel.locator('#benchmarks .benchmark').first();
      await card.getByRole('button', { name: /^Pin: / }).click();
      await card.getByRole('button', { name: /^Pinned: / }).waitFor();
      const clip = {
        kind: 'clip',
        feed: 'Demo benchmarks',
        clip: { metric: 'ctor' },
        status: 'to-try',
      };
      await expect.poll(() => archivedBoard(panel, 'shop')).toMatchObject([clip]);
    });

    await test.step('takes the clip from the board into the plan, as the change under test', async () => {
      const card = panel.locator('#pinned .pinned');
      await card.getByRole('button', { name: 'Add to plan' }).click();
      const [pinned] = await archivedBoard(panel, 'shop');
      const madeFrom = before.room.id;
      await expect
        .poll(() => plans(panel, 'shop'))
        .toMatchObject([{ madeFrom, items: [{ pinned: pinned?.id }] }]);
      await next(panel).getByRole('button', { name: 'Make main change' }).click();
      await expect
        .poll(() => plans(panel, 'shop'))
        .toMatchObject([{ items: [{ tested: true, metric: 'ctor' }] }]);
    });

    await test.step('reminds of it once, although the worker is killed', async () => {
      const in30Hours = unixMs(Date.now() + 30 * HOUR);
      const day = wallTime(in30Hours, before.room.zone ?? readersZone(in30Hours)).slice(0, 11);
      await startAt(panel, `${day}20:00`);
      await next(panel).getByLabel('Remind me').selectOption({ label: '1 hour before' });
      await eventually(async () => expect((await plan()).remindAt).toBeDefined());
      const due = { startsAt: unixMs(Date.now() + HOUR), remindAt: unixMs(Date.now() + 2_000) };
      await changePlan(panel, await plan(), { ...due, remindedAt: null }, 'shop');
      await endWorker(stage);
      await eventually(async () => expect((await plan()).remindedAt).toBeDefined(), later);
      await expect.poll(() => notifications(stage)).toHaveLength(1);
    });

    await test.step('keeps clip and plan when the browser is started anew', async () => {
      const known = { board: await archivedBoard(panel, 'shop'), plan: await plan() };
      await stage.close();
      stage = await rise();
      await open();
      await expect
        .poll(async () => ({ board: await archivedBoard(panel, 'shop'), plan: await plan() }))
        .toEqual(known);
      await panel.locator('#pinned .pinned').waitFor();
      await next(panel).locator('.plan-item').waitFor();
    });

    await test.step('says what came of it once the figures of the next LIVE are there, and marks the clip as tried', async () => {
      // All LIVEs of the demo lie in the past, and so does the plan from here on.
      const madeAt = unixMs(((before.room.endedAt ?? 0) + 600) * 1000);
      const { startsAt: _, remindAt: __, ...rest } = await plan();
      await keepPlan(panel, { ...rest, madeAt, changedAt: madeAt }, 'shop');
      await settled(await stage.dashboard(after.room.id), after.room.id);
      await stage.page.goto('about:blank');
      const outcome = panel.getByRole('region', { name: 'Did it work?' });
      await outcome.locator('.outcome-chart').waitFor();
      await expect(outcome).toContainText(/Better|No evidence|Worse/);
      await endWorker(stage);
      await panel.reload();
      await settled(panel, before.room.id);
      await expect(outcome).toContainText(/Better|No evidence|Worse/);
      await outcome
        .getByRole('button', { name: /Keep it|Take it back/ })
        .first()
        .click();
      await expect.poll(async () => (await archivedBoard(panel, 'shop'))[0]?.status).toBe('tried');
    });
  });
});
