import type { Page } from 'playwright-core';
import * as v from 'valibot';
import type { Plan } from '../metrics/board/plan.ts';
import { unixMs } from '../metrics/time.ts';
import { archivedBoard, archivedSession, askArchive } from './panel-archive.ts';
import { shownRoom } from './panel-view.ts';
import { keepPlan, plans, titles } from './plan-stage.ts';
import { type Item, planFrom } from './plans.ts';
import { expect } from './test.ts';

/** What a plan holds where a test names nothing else: one change under test, one done, one without a figure. */
const usual: readonly Item[] = [
  { title: 'Light the desk', metric: 'tapThroughRate', tested: true, done: false },
  { title: 'Say the price first', metric: 'ctor', tested: false, done: true },
  { title: 'Greet by name', tested: false, done: false },
  { title: 'Pin the bestseller again', tested: false, done: false },
];

/** The one plan of the sample shop; throws where there is none. */
export async function onlyPlan(panel: Page): Promise<Plan> {
  const [plan] = await plans(panel);
  if (plan === undefined) throw new Error('There is no plan.');
  return plan;
}

/** Drops every plan of the sample shop and takes everything off its board, as another panel would. */
export async function dropAll(panel: Page): Promise<void> {
  const [kept, pinned] = [await plans(panel), await archivedBoard(panel, 'sample')];
  for (const { id } of kept) await drop(panel, 'plan.drop', id);
  for (const { id } of pinned) await drop(panel, 'pinned.drop', id);
  await panel.locator('#next .plan-proposed').waitFor({ state: 'attached' });
}

/** The only plan of the sample shop, made now from the LIVE in view and shown by the panel. */
export async function freshPlan(
  panel: Page,
  items: readonly Item[] = usual,
  more: Partial<Plan> = {},
): Promise<Plan> {
  await dropAll(panel);
  const room = await shownRoom(panel);
  if (room === undefined) throw new Error('The panel shows no LIVE.');
  const session = await archivedSession(panel, 'sample', room);
  const now = unixMs(Date.now());
  const plan = planFrom(session, items, {
    madeAt: now,
    changedAt: now,
    guardRail: 'liveCtr',
    ...more,
  });
  await keepPlan(panel, plan);
  await expect.poll(() => titles(panel)).toEqual(items.map(({ title }) => title));
  return plan;
}

async function drop(panel: Page, verb: 'plan.drop' | 'pinned.drop', id: string): Promise<void> {
  v.parse(
    v.object({ ok: v.literal(true) }),
    await askArchive(panel, verb, { which: 'sample', id }),
  );
}
