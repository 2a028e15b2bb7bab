import type { Page } from 'playwright-core';
import { outcomeOf } from '../../diagnosis/outcome/outcome.ts';
import type { Verdict } from '../../diagnosis/outcome/types.ts';
import { isChange } from '../../diagnosis/outcome/types.ts';
import { type StepId, stepIds } from '../../diagnosis/report.ts';
import { archivedRooms, archivedSession } from '../../e2e/panel-archive.ts';
import { keepPlan } from '../../e2e/plan-stage.ts';
import { planFrom } from '../../e2e/plans.ts';
import { raise } from '../../e2e/stage.ts';
import type { PastLive } from '../../metrics/benchmark.ts';
import type { Plan } from '../../metrics/board/plan.ts';
import type { Session } from '../../metrics/session.ts';
import { unixMs } from '../../metrics/time.ts';
import type { Camera } from './camera.ts';
import { openSampleShop } from './sample-shop.ts';

/** *Did it work?* with each verdict, over several LIVEs, before there is one, and the plans before. */
export async function shootOutcomes(camera: Camera): Promise<void> {
  const stage = await raise({ signedIn: false });
  try {
    const panel = await openSampleShop(stage);
    const found = await verdictsIn(panel);
    const card = panel.getByRole('region', { name: 'Did it work?' });
    const whole = true;
    let plan: Plan | undefined;
    for (const [verdict, { before, metric }] of found) {
      plan = planOf(before, metric, plan);
      await keepPlan(panel, plan);
      await card.locator('.outcome-chart').waitFor();
      await camera.take(panel, `outcome-${verdict}`, { of: card, whole, widths: [320, 400, 1200] });
    }
    if (plan === undefined) throw new Error('The sample shop has no verdict to show.');
    await card.locator('summary').click();
    for (const box of (await card.getByRole('checkbox').all()).slice(0, 3)) await box.check();
    await camera.take(panel, 'outcome-kept', { of: card, whole });
    const mark = card.locator('.outcome-said').getByRole('button');
    await camera.take(panel, 'outcome-tip', {
      before: async () => {
        await panel.mouse.move(2, 2);
        await mark.scrollIntoViewIfNeeded();
        await mark.hover();
        await panel.getByRole('tooltip').filter({ visible: true }).waitFor();
      },
    });
    await panel.mouse.move(2, 2);
    await card.getByRole('button', { name: 'Keep it, plan the next' }).click();
    await panel.locator('.plan-past > summary').click();
    await panel.locator('.outcome-past .chip').first().waitFor();
    await camera.take(panel, 'outcome-past', { of: panel.locator('#next'), whole });
    await keepPlan(panel, { ...plan, madeAt: unixMs(Date.now()), state: 'open' });
    await card.waitFor();
    await camera.take(panel, 'outcome-waiting', { of: card, whole });
  } finally {
    await stage.close();
  }
}

/** A plan with two items done, under the id of the one before, so that there is one at a time. */
function planOf(before: Session, metric: StepId, instead: Plan | undefined): Plan {
  return planFrom(
    before,
    [
      { title: 'Say the price before each pin', metric, tested: true, done: true },
      { title: 'A new cover picture', tested: false, done: true },
    ],
    instead === undefined ? {} : { id: instead.id },
  );
}

interface Found {
  readonly before: Session;
  readonly metric: StepId;
}

/** For each verdict a LIVE of the sample shop whose next LIVE gets it, the newest first. */
async function verdictsIn(panel: Page): Promise<ReadonlyMap<Verdict, Found>> {
  const records = await archivedRooms(panel, 'sample');
  const ended = records.filter(({ room }) => room.status !== 'live');
  const sessions = await Promise.all(
    ended.slice(0, 30).map(({ id }) => archivedSession(panel, 'sample', id)),
  );
  const history = ended.flatMap(({ id, room, figures }): PastLive[] =>
    room.startedAt === undefined || room.endedAt === undefined
      ? []
      : [{ room: id, startedAt: room.startedAt, endedAt: room.endedAt, figures }],
  );
  const found = new Map<Verdict, Found>();
  for (const [place, after] of sessions.slice(4).entries()) {
    const before = sessions[place + 5];
    if (before === undefined) continue;
    for (const metric of stepIds) {
      const plan = planOf(before, metric, undefined);
      const now = unixMs(Date.now());
      const { tested } = outcomeOf({ plan, before, after: [after], history, now });
      if (isChange(tested?.change) && !found.has(tested.change.verdict)) {
        found.set(tested.change.verdict, { before, metric });
      }
    }
  }
  return found;
}
