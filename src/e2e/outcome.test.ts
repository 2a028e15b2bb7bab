import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Demo, startDemo } from '../demo/server.ts';
import { outcomeOf } from '../diagnosis/outcome/outcome.ts';
import type { Change } from '../diagnosis/outcome/types.ts';
import { isChange } from '../diagnosis/outcome/types.ts';
import type { PastLive } from '../metrics/benchmark.ts';
import type { Plan } from '../metrics/board/plan.ts';
import type { Session } from '../metrics/session.ts';
import { unixMs } from '../metrics/time.ts';
import { askWorker } from './ask-worker.ts';
import { dropPlans } from './known-state.ts';
import { archivedRooms, archivedSession } from './panel-archive.ts';
import { seriousFaults, settled } from './panel-view.ts';
import { keepPlan, plans } from './plan-stage.ts';
import { planFrom } from './plans.ts';
import { raise, type Stage } from './stage.ts';
import { eventually, expect, test } from './test.ts';
import { endWorker } from './worker-end.ts';

const words = { better: 'Better', 'no-evidence': 'No evidence', worse: 'Worse' } as const;

/** The LIVE that a plan was made from, and the one after it. */
interface Pair {
  readonly before: Session;
  readonly after: Session;
}

test.describe('whether a change worked', () => {
  let demo: Demo;
  let profile: string;
  let stage: Stage;
  let panel: Page;
  /** LIVEs whose figures are known, and such of which the later one's are not. */
  let known: Pair;
  let awaited: Pair;

  const open = async (): Promise<void> => {
    stage = await raise({ demo, profile });
    panel = await stage.panelTab(`?room=${known.before.room.id}`);
    await panel.setViewportSize({ width: 400, height: 900 });
    await settled(panel, known.before.room.id);
  };
  test.beforeAll(async () => {
    demo = await startDemo({ seed: 7 });
    profile = await mkdtemp(join(tmpdir(), 'live-diagnosis-outcome-'));
    const ended = demo.sessions().filter(({ room }) => room.status !== 'live');
    const pairAt = (place: number): Pair => {
      const [after, before] = ended.slice(place);
      if (after === undefined || before === undefined) throw new Error('The shop is too small.');
      return { before, after };
    };
    [known, awaited] = [pairAt(3), pairAt(5)];
    await open();
    await askWorker(panel, 'rooms.fetch', {});
    for (const { room } of [known.after, awaited.before]) {
      await askWorker(panel, 'room.fetch', { room: room.id });
    }
  });
  test.afterAll(async () => {
    await stage?.close();
    await demo?.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });

  const card = () => panel.getByRole('region', { name: 'Did it work?' });

  /** Keeps a plan made from a pair's earlier LIVE, and no other. */
  const planned = async ({ before }: Pair): Promise<Plan> => {
    await dropPlans(panel, 'shop');
    const plan = planFrom(before, [
      { title: 'Say the price before the pin', metric: 'ctor', tested: true, done: true },
      { title: 'A new cover', tested: false, done: true },
    ]);
    await keepPlan(panel, plan, 'shop');
    await card().waitFor();
    return plan;
  };

  /** The same question, put to the engine over what the archive holds. */
  const engine = async (plan: Plan, { before, after }: Pair): Promise<Change> => {
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

  const showsVerdict = async ({ verdict }: Change): Promise<void> => {
    await expect(card()).toContainText(words[verdict]);
    await expect(card()).toContainText('Say the price before the pin');
    await expect(card()).toContainText(verdict === 'no-evidence' ? 'normal range' : 'hardly ever');
  };

  test('is told as the engine tells it, as soon as the next LIVE’s figures arrive', {
    tag: '@day',
  }, async () => {
    const plan = await planned(awaited);
    await test.step('has no verdict before the figures of the next LIVE have come', async () => {
      await expect(card()).toContainText(/will be compared with|aren’t read yet/);
      await expect(card().locator('.outcome-chart')).toHaveCount(0);
    });
    const docked = await stage.dashboard(awaited.after.room.id);
    await settled(docked, awaited.after.room.id);
    await card().locator('.outcome-chart').waitFor();
    const percent = (ratio: number) => `${Math.abs(Math.round((ratio - 1) * 100))}%`;
    const bound = (ratio: number) => percent(1 + Number((ratio - 1).toPrecision(2)));
    await eventually(async () => {
      // Asked anew each time: more figures may still be on their way to both.
      const told = await engine(plan, awaited);
      const text = await card().textContent();
      expect(text).toContain(percent(told.ratio.value));
      for (const end of [told.ratio.low, told.ratio.high]) expect(text).toContain(bound(end));
      expect(text).toContain(words[told.verdict]);
      expect(text).toContain('2 changes were made at once');
      expect(text).toContain('A new cover');
      expect(text).toContain('Watched GMV per hour:');
    });
    await stage.page.goto('about:blank');
  });

  test.describe('once it is told', () => {
    let told: Change;
    test.beforeEach(async () => {
      told = await engine(await planned(known), known);
      await showsVerdict(told);
    });

    test('has the counts behind every figure one tap away', async () => {
      await card().getByRole('button', { name: 'What does CTOR rest on?' }).click();
      const tip = panel.getByRole('tooltip').filter({ visible: true });
      const number = (value: number) => value.toLocaleString('en');
      const { k = -1, n = -1 } = told.after.counts ?? {};
      await expect(tip).toContainText(`LIVE after: ${number(k)} ÷ ${number(n)}`);
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
        await expect.poll(() => seriousFaults(panel, '#next')).toEqual([]);
      }
      await panel.emulateMedia({ colorScheme: null, reducedMotion: null });
      await panel.setViewportSize({ width: 400, height: 900 });
    });

    test('survives a killed worker', async () => {
      await endWorker(stage);
      await panel.reload();
      await settled(panel);
      await showsVerdict(told);
    });

    test('lets the seller name another LIVE, and the verdict follows', async () => {
      const choice = card().getByRole('combobox', { name: 'Tried in' });
      const wanted = known.after.room.id;
      const tried = async () => (await plans(panel, 'shop'))[0]?.triedIn;
      await expect(choice).toHaveValue(wanted);
      const other = choice.locator(`option:not([value="${wanted}"]):not([value=""])`).first();
      const room = (await other.getAttribute('value')) ?? '';
      await choice.selectOption(room);
      await expect.poll(tried).toBe(room);
      await expect(choice).toHaveValue(room);
      await choice.selectOption(wanted);
      await expect.poll(tried).toBe(wanted);
      await showsVerdict(told);
    });

    const keepIt = async (): Promise<void> => {
      await card().getByRole('button', { name: 'Keep it, plan the next' }).click();
      await panel.getByText('Past plans (1)').waitFor();
      await expect.poll(() => plans(panel, 'shop')).toMatchObject([{ state: 'closed' }]);
    };

    test('closes the plan when the change is kept, and takes that back', async () => {
      await card().getByRole('button', { name: 'Keep it, plan the next' }).click();
      const undo = panel.getByRole('button', { name: 'Undo' });
      await expect(undo).toBeFocused();
      await expect(card()).toHaveCount(0);
      await undo.click();
      await showsVerdict(told);
      await keepIt();
    });

    test('keeps what was told when it was ended, and says today’s verdict beside it', async () => {
      await keepIt();
      const [plan] = await plans(panel, 'shop');
      if (plan === undefined) throw new Error('There is no plan.');
      const verdict = told.verdict === 'worse' ? 'better' : 'worse';
      await askWorker(panel, 'plan.change', {
        which: 'shop',
        id: plan.id,
        patch: { endedWith: { engine: 1, told: { verdict, ratio: told.ratio } } },
      });
      await panel.getByText('Past plans (1)').click();
      const row = panel.locator('.plan-past > ul > li');
      await expect(row.locator('.outcome-item')).toContainText(words[verdict]);
      await expect(row).toContainText(
        `With what is known today it would be: ${words[told.verdict]}`,
      );
    });

    test('survives a restart of the browser, among what worked so far', async () => {
      await keepIt();
      await stage.close();
      await open();
      await panel.getByText('Past plans (1)').click();
      const row = panel.locator('.plan-past > ul > li');
      await expect(row).toContainText(words[told.verdict]);
      await expect(row).toContainText('Kept');
      await row.getByRole('button', { name: /^Open again/ }).click();
      await showsVerdict(told);
    });
  });
});
