import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { type Plan, type PlanPatch, PlanSchema } from '../metrics/board/plan.ts';
import { askWorker } from './ask-worker.ts';
import { settled, type View } from './panel-view.ts';
import type { Stage } from './stage.ts';

/** The panel with the sample shop's latest LIVE. */
export async function showSampleShop(stage: Stage): Promise<Page> {
  const panel = await stage.panelTab();
  await panel.getByRole('button', { name: 'Explore a sample shop' }).click();
  await settled(panel);
  return panel;
}

/** The section of the next LIVE. */
export const next = (panel: Page) => panel.locator('#next');

/** The titles of the plan's items, in their order. */
export function titles(panel: Page): Promise<string[]> {
  return panel
    .locator('.plan-item-title')
    .evaluateAll((fields) => fields.map((field) => ('value' in field ? String(field.value) : '')));
}

/** Sets when the next LIVE starts, by the shop's clock ("2026-11-27T20:00"). */
export async function startAt(panel: Page, wall: string): Promise<void> {
  const [day = '', time = ''] = wall.split('T');
  const group = next(panel).getByRole('group', { name: 'Next LIVE starts' });
  await group.getByRole('combobox', { name: 'Day' }).selectOption(day);
  await group.getByRole('textbox', { name: 'Time' }).fill(time);
  await group.getByRole('textbox', { name: 'Time' }).press('Enter');
}

/** Chooses one of the ways to share the plan. */
export async function shareBy(panel: Page, way: string): Promise<void> {
  await next(panel).getByRole('button', { name: 'Share', exact: true }).click();
  await next(panel).getByRole('menuitem', { name: way, exact: true }).click();
}

type Which = 'shop' | 'sample';

/** The plans that the worker keeps, newest first. */
export async function plans(view: View, which: Which = 'sample'): Promise<readonly Plan[]> {
  const Answer = v.object({
    ok: v.literal(true),
    value: v.object({ plans: v.array(PlanSchema) }),
  });
  return v.parse(Answer, await askWorker(view, 'plan.list', { which })).value.plans;
}

/** Changes a plan as another panel would. */
export async function changePlan(
  view: View,
  plan: Plan,
  patch: PlanPatch,
  which: Which = 'sample',
): Promise<void> {
  await askWorker(view, 'plan.change', { which, id: plan.id, patch });
}

/** Keeps a plan as another panel would. */
export async function keepPlan(view: View, plan: Plan, which: Which = 'sample'): Promise<void> {
  await askWorker(view, 'plan.add', { which, plan });
}

/** What the browser shows as notifications of the extension, by id. */
export async function notifications(stage: Stage): Promise<string[]> {
  const worker = await stage.worker();
  const shown: unknown = await worker.evaluate(
    `typeof chrome.notifications === 'undefined' ? [] : new Promise((done) =>
      chrome.notifications.getAll((all) => done(Object.keys(all))))`,
  );
  return v.parse(v.array(v.string()), shown);
}
