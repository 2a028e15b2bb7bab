import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { archivedSession } from './panel-archive.ts';
import { settled, soon } from './panel-view.ts';
import { keepPlan, next, plans, sampleShop, titles } from './plan-stage.ts';
import { planFrom } from './plans.ts';
import { raise, type Stage } from './stage.ts';

describe('two windows that make a plan at once', () => {
  let stage: Stage;
  let one: Page;
  let other: Page;
  beforeAll(async () => {
    stage = await raise({ signedIn: false });
    one = await sampleShop(stage);
    other = await stage.panelTab();
    await settled(other);
  });
  afterAll(() => stage?.close());

  it('come to one plan with what both chose, and each shows it', async () => {
    const make = (panel: Page) => next(panel).getByRole('button', { name: 'Make this plan' });
    await Promise.all([make(one).waitFor(), make(other).waitFor()]);
    const proposed = await next(one).locator('.plan-row label').allTextContents();
    await next(one).locator('.plan-row').last().getByRole('checkbox').uncheck();
    await Promise.all(
      [one, other].map((panel) => make(panel).evaluate((button: HTMLElement) => button.click())),
    );
    for (const panel of [one, other]) {
      await vi.waitFor(
        async () => expect((await titles(panel)).toSorted()).toEqual(proposed.toSorted()),
        soon,
      );
    }
    expect(await plans(one)).toHaveLength(1);
    expect((await plans(one))[0]?.items.filter(({ tested }) => tested)).toHaveLength(1);
  });

  it('keep in the open plan what is made beside it, in the browser’s own database', async () => {
    const [open] = await plans(one);
    if (open === undefined) throw new Error('There is no plan.');
    const session = await archivedSession(one, 'sample', open.madeFrom);
    const made = ['Light the desk', 'Greet by name'].map((title) =>
      planFrom(session, [{ title, tested: true, done: false }]),
    );
    await Promise.all([one, other].map((panel, place) => keepPlan(panel, made[place] ?? open)));
    const kept = await plans(one);
    expect(kept.map(({ id }) => id)).toEqual([open.id]);
    expect(kept[0]?.items.slice(0, open.items.length)).toEqual(open.items);
    const added = kept[0]?.items.slice(open.items.length) ?? [];
    expect(added.map(({ title }) => title).toSorted()).toEqual(['Greet by name', 'Light the desk']);
    expect(added.map(({ tested }) => tested)).toEqual([false, false]);
  });
});
