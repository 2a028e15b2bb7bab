import type { Page } from 'playwright-core';
import type { Plan, PlanItem } from '../metrics/board/plan.ts';
import { dropAll, freshPlan, onlyPlan } from './fresh-plan.ts';
import { newestWhere } from './newest-live.ts';
import { openFirstFactor, seriousFaults, settled } from './panel-view.ts';
import { next, plans, shareBy, showSampleShop, titles } from './plan-stage.ts';
import { raise, type Stage } from './stage.ts';
import { eventually, expect, test } from './test.ts';

test.describe('the plan for the next LIVE', () => {
  let stage: Stage;
  let panel: Page;
  test.beforeAll(async () => {
    stage = await raise({ signedIn: false });
    panel = await showSampleShop(stage);
  });
  test.afterAll(() => stage?.close());

  const the = () => onlyPlan(panel);
  const kept = async (): Promise<string[]> => (await the()).items.map(({ title }) => title);
  const first = async (): Promise<PlanItem | undefined> => (await the()).items[0];
  const namesOf = ({ items }: Plan): string[] => items.map(({ title }) => title);
  const how = (title: string) =>
    panel.getByRole('textbox', { name: `How to do it: ${title}`, exact: true });
  const grip = (title: string) =>
    panel.getByRole('button', { name: `Move: ${title}`, exact: true });

  test('is made of what the LIVE suggests by one press, with one change under test', {
    tag: ['@day', '@smoke'],
  }, async () => {
    await dropAll(panel);
    const ticked = next(panel)
      .locator('.plan-row')
      .filter({ has: panel.getByRole('checkbox', { checked: true }) });
    const underTest = ticked.filter({ has: panel.locator('.plan-tested') });
    await newestWhere(panel, async () => {
      return (await ticked.count()) >= 2 && (await underTest.count()) === 1;
    });
    const names = await ticked.locator('label').allTextContents();
    const [change] = await underTest.locator('label').allTextContents();
    await ticked.last().getByRole('checkbox').uncheck();
    await next(panel).getByRole('button', { name: 'Make this plan' }).click();
    await expect.poll(() => titles(panel)).toEqual(names.slice(0, -1));
    await expect.poll(kept).toEqual(names.slice(0, -1));
    const plan = await the();
    expect(namesOf({ ...plan, items: plan.items.filter(({ tested }) => tested) })).toEqual([
      change,
    ]);
    expect(plan.guardRail).toBeDefined();
    expect(plan.simulated).toBe(true);
    await expect(next(panel)).toContainText(`0 of ${names.length - 1} done`);
  });

  test('takes in a factor and a pinned thing, and lets them out again', async () => {
    const detail = panel.locator('.factor-open').first();
    await newestWhere(panel, () => panel.locator('.fix-first').isVisible());
    await openFirstFactor(panel);
    await freshPlan(panel);
    await detail.locator('.pin-toggle button').click();
    const card = panel.locator('#pinned .pinned').first();
    await card.getByRole('button', { name: /^Add to plan/ }).click();
    const pinned = async () => (await the()).items.filter((item) => item.pinned !== undefined);
    await expect.poll(pinned).toHaveLength(1);
    await expect(next(panel)).toContainText('From your board: ');
    await card.getByRole('button', { name: /^In the plan/ }).click();
    await expect.poll(pinned).toHaveLength(0);

    const factors = async () => (await the()).items.filter((item) => item.factor !== undefined);
    await detail.getByRole('button', { name: /^Add to plan/ }).click();
    await expect.poll(factors).toHaveLength(1);
    const before = (await the()).items;
    await detail.getByRole('button', { name: /^In the plan/ }).click();
    await expect.poll(factors).toHaveLength(0);
    await detail.getByRole('button', { name: /^Add to plan/ }).click();
    // As the seller had it, the very item: nothing written on it is lost by a wrong press.
    await expect.poll(async () => (await the()).items).toEqual(before);
  });

  test('is edited where it stands, and Escape takes back what was typed', async () => {
    await freshPlan(panel);
    const title = panel.getByRole('textbox', { name: 'What to do: Light the desk' });
    await title.fill('Something else');
    await title.press('Escape');
    await expect.poll(() => titles(panel)).toContain('Light the desk');
    await title.fill('Light the face');
    await title.press('Enter');
    await expect.poll(first).toMatchObject({ title: 'Light the face' });
    await how('Light the face').fill('Ring light.');
    await panel.getByRole('checkbox', { name: 'Done: Light the face' }).check();
    await expect.poll(first).toMatchObject({ how: 'Ring light.', done: true });
    const owners = next(panel).getByRole('group', { name: 'Owner: Light the face' });
    await owners.getByRole('button', { name: 'Ads' }).click();
    await expect.poll(async () => (await first())?.owners).toContain('ads');
  });

  test('keeps what was typed when the panel is left in the middle of it', async () => {
    await freshPlan(panel);
    await how('Light the desk').fill('Ring light at eye level.');
    await panel.reload();
    await settled(panel);
    await expect.poll(first).toMatchObject({ how: 'Ring light at eye level.' });
  });

  test('takes what the seller adds, and can put it under test once a figure tells', async () => {
    await freshPlan(panel);
    const field = next(panel).getByRole('textbox', { name: 'Something of your own to do' });
    await field.fill('Open with a giveaway');
    await field.press('Enter');
    await expect.poll(async () => (await kept()).at(-1)).toBe('Open with a giveaway');
    const test = panel.getByRole('button', {
      name: 'Make main change: Open with a giveaway',
    });
    await expect(test).toHaveCount(0);
    await panel
      .getByLabel('Measured by, for: Open with a giveaway')
      .selectOption('impressionsPerHour');
    await test.click();
    await eventually(async () => {
      const plan = await the();
      expect(plan.items.filter(({ tested }) => tested).map(({ title }) => title)).toEqual([
        'Open with a giveaway',
      ]);
      expect(plan.guardRail).toBe('ctor');
    });
  });

  test('is put in order by keys and by dragging', async () => {
    const [one = '', two = '', three = '', ...rest] = namesOf(await freshPlan(panel));
    await grip(one).focus();
    await grip(one).press(' ');
    await grip(one).press('ArrowDown');
    await expect(grip(one)).toBeFocused();
    await grip(one).press(' ');
    await expect.poll(kept).toEqual([two, one, three, ...rest]);
    await panel
      .locator('.plan-item')
      .nth(1)
      .evaluate((item) => item.scrollIntoView({ block: 'center', behavior: 'instant' }));
    // Each hover waits until what lies above has found its size.
    await grip(three).hover();
    await panel.mouse.down();
    await panel
      .locator('.plan-item')
      .first()
      .hover({ position: { x: 40, y: 4 } });
    await panel.locator('.plan-item[data-drop="before"]').waitFor();
    await panel.mouse.up();
    await expect.poll(kept).toEqual([three, two, one, ...rest]);
    await expect.poll(() => titles(panel)).toEqual([three, two, one, ...rest]);
  });

  test('gives back what was removed, in its place', async () => {
    const before = namesOf(await freshPlan(panel));
    await panel.getByRole('button', { name: `Remove: ${before[1]}` }).click();
    await expect.poll(kept).toHaveLength(before.length - 1);
    await expect(next(panel).getByRole('button', { name: 'Undo' })).toBeFocused();
    await panel.keyboard.press('Enter');
    await expect.poll(kept).toEqual(before);
  });

  test('is there as it was after the panel is opened anew, without faults for those who can’t see it', async () => {
    const before = namesOf(await freshPlan(panel));
    await panel.reload();
    await settled(panel);
    await expect.poll(() => titles(panel)).toEqual(before);
    await expect.poll(() => seriousFaults(panel, '#next')).toEqual([]);
    for (const width of [320, 400]) {
      await panel.setViewportSize({ width, height: 800 });
      // Charts take a moment to follow the window.
      const wide = 'document.documentElement.scrollWidth - innerWidth';
      await expect.poll(() => panel.evaluate(wide)).toBeLessThanOrEqual(0);
    }
    await panel.setViewportSize({ width: 1200, height: 860 });
  });

  test('is copied as text that is pasted as it stands', async () => {
    const names = namesOf(await freshPlan(panel));
    // It is said for a moment only, so the wait for it begins before the press.
    const said = next(panel).getByText('Copied', { exact: true }).waitFor();
    await shareBy(panel, 'Copy as text');
    await said;
    const field = how('Light the desk');
    await field.press('Control+v');
    const pasted = () => field.inputValue();
    for (const title of names) await expect.poll(pasted).toContain(`] ${title} (`);
    await expect.poll(pasted).toContain('[x] Say the price first (');
    await expect.poll(pasted).toContain('Sample shop: simulated');
    await field.press('Escape');
  });

  test('shows the text to copy where the browser gives no leave', async () => {
    await freshPlan(panel);
    await panel.evaluate(`
      navigator.clipboard.writeText = () => Promise.reject(new Error('denied'));
      document.execCommand = () => false;`);
    await shareBy(panel, 'Copy as Markdown');
    const text = panel.getByRole('dialog').getByRole('textbox');
    await expect(text).toHaveValue(/- \[x\] \*\*Say the price first\*\*/);
    await panel.reload();
    await settled(panel);
  });

  test('prints on one page of either size, however much it holds', async () => {
    await freshPlan(panel);
    await panel.evaluate('window.print = () => {}');
    const pages = async (format: string): Promise<number> => {
      await shareBy(panel, 'Print');
      await panel.locator('.plan-sheet').waitFor({ state: 'attached' });
      const paper = await panel.pdf({ format, preferCSSPageSize: false });
      await expect(panel.locator('.plan-sheet')).toHaveCount(0);
      return paper.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    };
    const few = [await pages('A4'), await pages('Letter')];
    expect(few).toEqual([1, 1]);
    const many = Array.from({ length: 60 }, (_, place) => ({
      title: `Deed ${place}`,
      how: 'A long way to say what is to be done, and why it is to be done so. '.repeat(6),
      tested: false,
      done: false,
    }));
    await freshPlan(panel, many);
    const crowded = await pages('Letter');
    expect(crowded).toBe(1);
  });

  test('is closed on purpose, listed among those before, dropped and taken back', async () => {
    await freshPlan(panel);
    const closePlan = next(panel).getByRole('button', { name: 'Close plan' });
    await closePlan.click();
    await expect(next(panel).getByRole('button', { name: 'Undo' })).toBeFocused();
    await panel.keyboard.press('Enter');
    await expect.poll(async () => (await the()).state).toBe('open');
    await closePlan.click();
    await next(panel).locator('.plan-proposed').waitFor({ state: 'attached' });
    await next(panel).getByText('Past plans (1)').click();
    await next(panel)
      .getByRole('button', { name: /^Delete: Plan (for|made on) .*\d{4}$/ })
      .click();
    await expect.poll(() => plans(panel)).toHaveLength(0);
    const undo = next(panel).locator('.plan-past').getByRole('button', { name: 'Undo' });
    await expect(undo).toBeFocused();
    await panel.keyboard.press('Enter');
    await expect.poll(() => plans(panel)).toHaveLength(1);
    await next(panel)
      .getByRole('button', { name: /^Open again/ })
      .click();
    await expect.poll(async () => (await the()).state).toBe('open');
    await panel.locator('.plan-item').first().waitFor();
  });
});
