import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Demo, startDemo } from '../demo/server.ts';
import { isChange } from '../diagnosis/outcome/change.ts';
import { outcomeOf } from '../diagnosis/outcome/outcome.ts';
import type { Change } from '../diagnosis/outcome/types.ts';
import type { PastLive } from '../metrics/benchmark.ts';
import type { Plan } from '../metrics/board/plan.ts';
import type { Session } from '../metrics/session.ts';
import { unixMs } from '../metrics/time.ts';
import { archivedRooms, archivedSession } from './panel-archive.ts';
import { seriousFaults, settled } from './panel-view.ts';
import { plans } from './plan-stage.ts';
import { keepPlan, planFrom } from './plans.ts';
import { raise, type Stage } from './stage.ts';
import { eventually, expect, test } from './test.ts';
import { endWorker } from './worker-end.ts';

const words = { better: 'Better', 'no-evidence': 'No evidence yet', worse: 'Worse' } as const;

test.describe('whether a change worked', () => {
  let demo: Demo;
  let profile: string;
  let stage: Stage;
  let panel: Page;
  let before: Session;
  let after: Session;
  let plan: Plan;
  let told: Change;

  test.beforeAll(async () => {
    demo = await startDemo({ seed: 7 });
    profile = await mkdtemp(join(tmpdir(), 'live-diagnosis-outcome-'));
    stage = await raise({ demo, profile });
    const ended = demo.sessions().filter(({ room }) => room.status !== 'live');
    const [next, first] = ended.slice(3);
    if (next === undefined || first === undefined) throw new Error('The shop is too small.');
    [after, before] = [next, first];
    plan = planFrom(before, [
      { title: 'Say the price before the pin', metric: 'ctor', tested: true, done: true },
      { title: 'A new cover', tested: false, done: true },
    ]);
    panel = await stage.panelTab(`?room=${before.room.id}`);
    await panel.setViewportSize({ width: 400, height: 900 });
    await settled(panel, before.room.id);
    await keepPlan(panel, 'shop', plan);
  });
  test.afterAll(async () => {
    await stage?.close();
    await demo?.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });

  const card = () => panel.getByRole('region', { name: 'Did it work?' });

  /** The same question, put to the engine over what the archive holds. */
  const engine = async (): Promise<Change> => {
    const rooms = await archivedRooms(panel, 'shop');
    const history = rooms.flatMap(({ id, room, figures, currency }): PastLive[] => {
      const { startedAt, endedAt } = room;
      return startedAt === undefined || endedAt === undefined || room.status === 'live'
        ? []
        : [
            {
              room: id,
              startedAt,
              endedAt,
              figures,
              ...(currency === undefined ? {} : { currency }),
            },
          ];
    });
    const change = outcomeOf({
      plan,
      before: await archivedSession(panel, 'shop', before.room.id),
      after: [await archivedSession(panel, 'shop', after.room.id)],
      history,
      now: unixMs(Date.now()),
    }).tested?.change;
    if (!isChange(change)) throw new Error(`The engine has no verdict: ${change?.none}`);
    return change;
  };

  const showsVerdict = (): Promise<void> =>
    eventually(async () => {
      const text = await card().textContent();
      expect(text).toContain(words[told.verdict]);
      expect(text).toContain('Say the price before the pin');
      expect(text).toContain(told.verdict === 'no-evidence' ? 'more' : 'hardly ever');
    });

  test('has no verdict before the figures of the next LIVE have come', async () => {
    await card().waitFor();
    await expect.poll(() => card().locator('.outcome-bars').count()).toBe(0);
    await expect.poll(() => card().textContent()).toMatch(/will be compared with|aren’t read yet/);
  });

  test('is told as the engine tells it, as soon as the next LIVE’s figures arrive', async () => {
    const docked = await stage.dashboard(after.room.id);
    await settled(docked, after.room.id);
    await card().locator('.outcome-bars').waitFor();
    const percent = (ratio: number) => `${Math.abs(Math.round((ratio - 1) * 100))}%`;
    await eventually(async () => {
      // Asked anew each time: more figures may still be on their way to both.
      told = await engine();
      const text = await card().textContent();
      for (const one of [told.ratio.value, told.ratio.low, told.ratio.high]) {
        expect(text).toContain(percent(one));
      }
      expect(text).toContain('2 changes were made at once');
      expect(text).toContain('A new cover');
      expect(text).toContain('Guard rail: GMV per hour');
    });
    await showsVerdict();
    await stage.page.goto('about:blank');
  });

  test('has the counts behind every figure one tap away', async () => {
    await card().getByRole('button', { name: 'What does CTOR rest on?' }).click();
    const tip = panel.getByRole('tooltip').filter({ visible: true });
    const number = (value: number) => value.toLocaleString('en');
    const counts = told.after.counts;
    await expect
      .poll(() => tip.textContent())
      .toContain(`LIVE after: ${number(counts?.k ?? -1)} ÷ ${number(counts?.n ?? -1)}`);
    await panel.keyboard.press('Escape');
  });

  test('reads well to those who can’t see it, in both schemes and at 320 px', async () => {
    await panel.setViewportSize({ width: 320, height: 900 });
    const within = () =>
      card().evaluate(
        (element) =>
          element.scrollWidth <= element.clientWidth && innerWidth >= element.clientWidth,
      );
    await expect.poll(within).toBe(true);
    for (const colorScheme of ['light', 'dark'] as const) {
      await panel.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect.poll(() => seriousFaults(panel)).toEqual([]);
    }
    await panel.emulateMedia({ colorScheme: null, reducedMotion: null });
    await panel.setViewportSize({ width: 400, height: 900 });
  });

  test('survives a killed worker', async () => {
    await endWorker(stage);
    await panel.reload();
    await settled(panel);
    await showsVerdict();
  });

  test('lets the seller name another LIVE, and the verdict follows', async () => {
    const choice = card().getByRole('combobox', { name: 'Tried in' });
    const wanted = after.room.id;
    const tried = async () => (await plans(panel, 'shop'))[0]?.triedIn;
    await expect.poll(() => choice.inputValue()).toBe(wanted);
    const others = await choice
      .locator('option')
      .evaluateAll((options) => options.map((option) => option.getAttribute('value') ?? ''));
    const other = others.find((id) => id !== wanted);
    if (other === undefined) throw new Error('There is no other LIVE to name.');
    await choice.selectOption(other);
    await expect.poll(tried).toBe(other);
    await expect.poll(() => choice.inputValue()).toBe(other);
    await choice.selectOption(wanted);
    await expect.poll(tried).toBe(wanted);
    await showsVerdict();
    plan = { ...plan, triedIn: after.room.id };
  });

  test('closes the plan when the change is kept, and takes that back', async () => {
    await card().getByRole('button', { name: 'Keep it, plan the next' }).click();
    const undo = panel.getByRole('button', { name: 'Undo' });
    await expect.poll(() => undo.evaluate((button) => button.matches(':focus'))).toBe(true);
    await expect.poll(() => card().count()).toBe(0);
    await undo.click();
    await showsVerdict();
    await card().getByRole('button', { name: 'Keep it, plan the next' }).click();
    await panel.getByText('Past plans (1)').waitFor();
    await expect.poll(async () => (await plans(panel, 'shop'))[0]?.state).toBe('closed');
  });

  test('survives a restart of the browser, among what worked so far', async () => {
    await stage.close();
    stage = await raise({ demo, profile, signedIn: false });
    panel = await stage.panelTab(`?room=${before.room.id}`);
    await settled(panel, before.room.id);
    await panel.getByText('Past plans (1)').click();
    const row = panel.locator('.plan-past > ul > li');
    await eventually(async () => {
      const text = await row.textContent();
      expect(text).toContain(words[told.verdict]);
      expect(text).toContain('Kept');
    });
    await row.getByRole('button', { name: /^Open again/ }).click();
    await showsVerdict();
  });
});
