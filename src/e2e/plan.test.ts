import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PlanSchema } from '../metrics/plan.ts';
import { seriousFaults, settled, soon } from './panel-view.ts';
import { keepPlan, next, plans, sampleShop, titles } from './plan-stage.ts';
import { raise, type Stage } from './stage.ts';

describe('the plan for the next LIVE', () => {
  let stage: Stage;
  let panel: Page;
  beforeAll(async () => {
    stage = await raise({ signedIn: false });
    panel = await sampleShop(stage);
  });
  afterAll(() => stage?.close());

  const the = async () => {
    const [plan] = await plans(panel);
    if (plan === undefined) throw new Error('There is no plan.');
    return plan;
  };
  const kept = async (): Promise<string[]> => (await the()).items.map(({ title }) => title);
  const grip = (title: string) =>
    panel.getByRole('button', { name: `Move: ${title}`, exact: true });

  it('is made of what the LIVE suggests by one press, with one change under test', async () => {
    const proposed = next(panel).locator('.plan-row');
    const names = await proposed.locator('label').allTextContents();
    expect(names.length).toBeGreaterThan(2);
    await proposed.last().getByRole('checkbox').uncheck();
    await next(panel).getByRole('button', { name: 'Make this plan' }).click();
    await vi.waitFor(async () => expect(await titles(panel)).toEqual(names.slice(0, -1)), soon);
    const plan = await the();
    expect(plan.items.filter(({ tested }) => tested).map(({ title }) => title)).toEqual([names[0]]);
    expect(plan.guardRail).toBeDefined();
    expect(plan.simulated).toBe(true);
    expect(await next(panel).textContent()).toContain(`0 of ${names.length - 1} done`);
  });

  it('takes in a factor and a pinned thing, and lets them out again', async () => {
    const detail = panel.locator('.factor-open').first();
    await detail.locator('.pin-toggle button').click();
    const card = panel.locator('#pinned .pinned').first();
    await card.getByRole('button', { name: /^Add to plan/ }).click();
    const pinned = async () => (await the()).items.filter((item) => item.pinned !== undefined);
    await vi.waitFor(async () => expect(await pinned()).toHaveLength(1), soon);
    expect(await next(panel).textContent()).toContain('From your board: ');
    await card.getByRole('button', { name: /^In the plan/ }).click();
    await vi.waitFor(async () => expect(await pinned()).toHaveLength(0), soon);

    const before = (await the()).items;
    await detail.getByRole('button', { name: /^In the plan/ }).click();
    await vi.waitFor(async () => expect(await kept()).toHaveLength(before.length - 1), soon);
    await detail.getByRole('button', { name: /^Add to plan/ }).click();
    // As the seller had it, the very item: nothing written on it is lost by a wrong press.
    await vi.waitFor(async () => expect((await the()).items).toEqual(before), soon);
  });

  it('is edited where it stands, and Escape takes back what was typed', async () => {
    const [first = ''] = await titles(panel);
    const title = panel.getByRole('textbox', { name: `What to do: ${first}` });
    await title.fill('Something else');
    await title.press('Escape');
    expect(await titles(panel)).toContain(first);
    await title.fill('Light the desk');
    await title.press('Enter');
    await vi.waitFor(async () => expect((await kept())[0]).toBe('Light the desk'), soon);
    await panel.getByRole('textbox', { name: 'How to do it: Light the desk' }).fill('Ring light.');
    await panel.getByRole('checkbox', { name: 'Done: Light the desk' }).check();
    await vi.waitFor(
      async () => expect((await the()).items[0]).toMatchObject({ how: 'Ring light.', done: true }),
      soon,
    );
    const owners = next(panel).getByRole('group', { name: 'Who sees to it: Light the desk' });
    await owners.getByRole('button', { name: 'Ads' }).click();
    await vi.waitFor(async () => expect((await the()).items[0]?.owners).toContain('ads'), soon);
  });

  it('keeps what was typed when the panel is left in the middle of it', async () => {
    await panel
      .getByRole('textbox', { name: 'How to do it: Light the desk' })
      .fill('Ring light at eye level.');
    await panel.reload();
    await settled(panel);
    await vi.waitFor(
      async () => expect((await the()).items[0]?.how).toBe('Ring light at eye level.'),
      soon,
    );
  });

  it('takes what the seller adds, and can put it under test once a figure tells', async () => {
    const field = next(panel).getByRole('textbox', { name: 'Something of your own to do' });
    await field.fill('Open with a giveaway');
    await field.press('Enter');
    await vi.waitFor(async () => expect((await kept()).at(-1)).toBe('Open with a giveaway'), soon);
    const test = panel.getByRole('button', {
      name: 'Test this: Open with a giveaway',
    });
    expect(await test.count()).toBe(0);
    await panel
      .getByLabel('Which figure judges it: Open with a giveaway')
      .selectOption('impressionsPerHour');
    await test.click();
    await vi.waitFor(async () => {
      const plan = await the();
      expect(plan.items.filter(({ tested }) => tested).map(({ title }) => title)).toEqual([
        'Open with a giveaway',
      ]);
      expect(plan.guardRail).toBe('ctor');
    }, soon);
  });

  it('is put in order by keys and by dragging', async () => {
    const [first = '', second = '', third = ''] = await kept();
    await grip(first).focus();
    await grip(first).press(' ');
    await grip(first).press('ArrowDown');
    expect(await grip(first).evaluate((handle) => handle === document.activeElement)).toBe(true);
    await grip(first).press(' ');
    await vi.waitFor(
      async () => expect((await kept()).slice(0, 3)).toEqual([second, first, third]),
      soon,
    );
    await panel
      .locator('.plan-item')
      .nth(1)
      .evaluate((item) => item.scrollIntoView({ block: 'center', behavior: 'instant' }));
    const from = await grip(third).boundingBox();
    const to = await panel.locator('.plan-item').first().boundingBox();
    if (from === null || to === null) throw new Error('Nothing to drag.');
    await panel.mouse.move(from.x + 10, from.y + 10);
    await panel.mouse.down();
    await panel.mouse.move(to.x + 40, to.y + 4, { steps: 8 });
    await panel.locator('.plan-item[data-drop="before"]').waitFor();
    await panel.mouse.up();
    await vi.waitFor(
      async () => expect((await kept()).slice(0, 3)).toEqual([third, second, first]),
      soon,
    );
    expect(await titles(panel)).toEqual(await kept());
  });

  it('gives back what was removed, in its place', async () => {
    const before = await kept();
    await panel.getByRole('button', { name: `Remove: ${before[1]}` }).click();
    await vi.waitFor(async () => expect(await kept()).toHaveLength(before.length - 1), soon);
    await next(panel).getByRole('button', { name: 'Undo' }).press('Enter');
    await vi.waitFor(async () => expect(await kept()).toEqual(before), soon);
  });

  it('is there as it was after the panel is opened anew, without faults for those who can’t see it', async () => {
    const before = await kept();
    await panel.reload();
    await settled(panel);
    await vi.waitFor(async () => expect(await titles(panel)).toEqual(before), soon);
    expect(await seriousFaults(panel)).toEqual([]);
    for (const width of [320, 400]) {
      await panel.setViewportSize({ width, height: 800 });
      // Charts take a moment to follow the window.
      const wide = 'document.documentElement.scrollWidth - innerWidth';
      await vi.waitFor(async () => expect(await panel.evaluate(wide)).toBeLessThanOrEqual(0), soon);
    }
    await panel.setViewportSize({ width: 1200, height: 860 });
  });

  it('is copied as text that is pasted as it stands', async () => {
    await next(panel).getByRole('button', { name: 'Copy as text' }).click();
    await next(panel).getByText('Copied', { exact: true }).waitFor();
    const field = panel.getByRole('textbox', { name: /^How to do it: / }).first();
    await field.fill('');
    await field.press('Control+v');
    const pasted = await field.inputValue();
    for (const title of await kept()) expect(pasted).toContain(`] ${title} (`);
    expect(pasted).toContain('[x] Light the desk (');
    expect(pasted).toContain('Sample shop: simulated');
    await field.press('Escape');
  });

  it('shows the text to copy where the browser gives no leave', async () => {
    await panel.evaluate(`
      navigator.clipboard.writeText = () => Promise.reject(new Error('denied'));
      document.execCommand = () => false;`);
    await next(panel).getByRole('button', { name: 'Copy as Markdown' }).click();
    const text = panel.getByRole('dialog').getByRole('textbox');
    expect(await text.inputValue()).toContain('- [x] **Light the desk**');
    await panel.keyboard.press('Escape');
  });

  it('prints on one page of either size, however much it holds', async () => {
    const plan = await the();
    const [item] = plan.items;
    if (item === undefined) throw new Error('The plan is empty.');
    await panel.evaluate('window.print = () => {}');
    const pages = async (format: string): Promise<number> => {
      await next(panel).getByRole('button', { name: 'Print', exact: true }).click();
      const paper = await panel.pdf({ format, preferCSSPageSize: false });
      await vi.waitFor(
        async () => expect(await panel.locator('.plan-sheet').count()).toBe(0),
        soon,
      );
      return paper.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    };
    expect(await pages('A4')).toBe(1);
    expect(await pages('Letter')).toBe(1);
    const many = Array.from({ length: 60 }, (_, place) => ({
      ...item,
      id: crypto.randomUUID(),
      rank: `b${String(place).padStart(3, '0')}V`,
      title: `Deed ${place}`,
      how: 'A long way to say what is to be done, and why it is to be done so. '.repeat(6),
    }));
    await keepPlan(panel, v.parse(PlanSchema, { ...plan, items: many }));
    await vi.waitFor(async () => expect(await titles(panel)).toHaveLength(60), soon);
    expect(await pages('Letter')).toBe(1);
    await keepPlan(panel, plan);
    await vi.waitFor(async () => expect(await titles(panel)).toHaveLength(plan.items.length), soon);
  });

  it('is closed on purpose, listed among those before, dropped and taken back', async () => {
    const title = (await the()).title;
    await next(panel).getByRole('button', { name: 'Close plan' }).click();
    await next(panel).getByRole('button', { name: 'Make this plan' }).waitFor();
    await next(panel).getByText('Past plans (1)').click();
    await next(panel)
      .getByRole('button', { name: new RegExp(`^Delete: ${title}`) })
      .click();
    await vi.waitFor(async () => expect(await plans(panel)).toHaveLength(0), soon);
    await next(panel).locator('.plan-past').getByRole('button', { name: 'Undo' }).click();
    await vi.waitFor(async () => expect(await plans(panel)).toHaveLength(1), soon);
    await next(panel)
      .getByRole('button', { name: /^Open again/ })
      .click();
    await vi.waitFor(async () => expect((await the()).state).toBe('open'), soon);
    await panel.locator('.plan-item').first().waitFor();
  });
});
