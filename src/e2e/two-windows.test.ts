import type { Page } from 'playwright-core';
import type { PlanItem } from '../metrics/board/plan.ts';
import { dropAll, freshPlan, onlyPlan } from './fresh-plan.ts';
import { newestWhere } from './newest-live.ts';
import { archivedBoard, archivedSession } from './panel-archive.ts';
import { openFirstFactor, seriousFaults, settled } from './panel-view.ts';
import { changePlan, keepPlan, next, plans, showSampleShop, titles } from './plan-stage.ts';
import { planFrom } from './plans.ts';
import { raise, type Stage } from './stage.ts';
import { eventually, expect, test } from './test.ts';

test.describe('two windows at once', () => {
  let stage: Stage;
  let one: Page;
  let other: Page;
  test.beforeAll(async () => {
    stage = await raise({ signedIn: false });
    one = await showSampleShop(stage);
    // The LIVE proposes something, and has a factor that can be pinned.
    const factor = one.locator('.group .factor:not(.factor-quiet)').first();
    const room = await newestWhere(one, async () => {
      return (await ticked(one).count()) >= 2 && (await factor.isVisible());
    });
    other = await stage.panelTab(`?room=${room}`);
    await settled(other, room);
  });
  test.afterAll(() => stage?.close());

  test('come to one plan with what both chose when each makes one, and each shows it', {
    tag: '@day',
  }, async () => {
    await dropAll(one);
    const make = (panel: Page) => next(panel).getByRole('button', { name: 'Make this plan' });
    await Promise.all([make(one).waitFor(), make(other).waitFor()]);
    await next(one).locator('.plan-row').nth(1).waitFor();
    const [first, last] = [ticked(one).first(), ticked(other).last()];
    for (const row of [first, last]) await row.getByRole('checkbox').uncheck();
    const chosen = new Set([...(await tickedTitles(one)), ...(await tickedTitles(other))]);
    await Promise.all(
      [one, other].map((panel) => make(panel).evaluate((button: HTMLElement) => button.click())),
    );
    for (const panel of [one, other]) {
      await expect
        .poll(async () => (await titles(panel)).toSorted())
        .toEqual([...chosen].toSorted());
    }
    await expect.poll(() => plans(one)).toHaveLength(1);
    await expect
      .poll(async () => (await plans(one))[0]?.items.filter(({ tested }) => tested))
      .toHaveLength(1);
  });

  test('keep in the open plan what is made beside it, in the browser’s own database', async () => {
    const open = await freshPlan(one);
    const session = await archivedSession(one, 'sample', open.madeFrom);
    const made = ['Smile at each face', 'Thank by name'].map((title) =>
      planFrom(session, [{ title, tested: true, done: false }]),
    );
    await Promise.all([one, other].map((panel, place) => keepPlan(panel, made[place] ?? open)));
    const kept = await plans(one);
    expect(kept.map(({ id }) => id)).toEqual([open.id]);
    expect(kept[0]?.items.slice(0, open.items.length)).toEqual(open.items);
    const added = kept[0]?.items.slice(open.items.length) ?? [];
    expect(added.map(({ title }) => title).toSorted()).toEqual([
      'Smile at each face',
      'Thank by name',
    ]);
    expect(added.map(({ tested }) => tested)).toEqual([false, false]);
  });

  test('write over no words of each other: the seller sees both and chooses', async () => {
    const item = await freshItem();
    const how = one.getByRole('textbox', { name: `How to do it: ${item.title}` });
    await how.fill('Ring light.');
    await changeHow(other, item.id, 'Desk lamp.');
    await how.blur();
    const choice = one.getByRole('alert').filter({ hasText: 'Desk lamp.' });
    await choice.waitFor();
    await expect(how).toHaveValue('Ring light.');
    await expect.poll(() => kept(item.id)).toBe('Desk lamp.');
    await expect.poll(() => seriousFaults(one, '#next')).toEqual([]);
    await choice.getByRole('button', { name: 'Keep both' }).click();
    await expect.poll(() => kept(item.id)).toBe('Desk lamp.\nRing light.');
    await choice.waitFor({ state: 'detached' });

    await how.fill('Both lamps.');
    await changeHow(other, item.id, 'No lamp.');
    await how.press('Control+Enter');
    await one
      .getByRole('alert')
      .filter({ hasText: 'No lamp.' })
      .getByRole('button', { name: 'Keep mine' })
      .click();
    await expect.poll(() => kept(item.id)).toBe('Both lamps.');

    await how.fill('Candles.');
    await changeHow(other, item.id, 'Daylight.');
    await how.blur();
    await one.getByRole('button', { name: 'Keep the other' }).click();
    await expect(how).toHaveValue('Daylight.');
    await expect.poll(() => kept(item.id)).toBe('Daylight.');
  });

  test('keep what was being written on an item that the other removes', async () => {
    const item = await freshItem();
    await one
      .getByRole('textbox', { name: `How to do it: ${item.title}` })
      .fill('Written as it was removed.');
    await changePlan(other, await onlyPlan(one), { items: { [item.id]: null } });
    await next(one).getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => kept(item.id)).toBe('Written as it was removed.');
  });

  test('keep both notes on a pinned thing, and bring back what was taken off with its note', async () => {
    await dropAll(one);
    await openFirstFactor(one);
    await one.locator('.factor-open .pin-toggle button').first().click();
    const [pinned] = await boardOf(1);
    if (pinned === undefined) throw new Error('Nothing is pinned.');
    const note = one.getByRole('textbox', { name: /^Note on / });
    await note.waitFor();
    await writeWhile(one, 'Mine.', 'pinned.change', { id: pinned.id, patch: { note: 'Theirs.' } });
    await one
      .getByRole('alert')
      .filter({ hasText: 'Theirs.' })
      .getByRole('button', { name: 'Keep both' })
      .click();
    await expect.poll(async () => (await boardOf(1))[0]?.note).toBe('Theirs.\nMine.');

    await writeWhile(one, 'Written as it went.', 'pinned.drop', { id: pinned.id });
    await boardOf(0);
    await one.getByText('Taken off your board').waitFor();
    await one.locator('.board-dropped').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await boardOf(1))[0]?.note).toBe('Written as it went.');
    await expect(note).toHaveValue('Written as it went.');
  });

  /** The rows of a proposed plan that will be taken, and their titles. */
  const ticked = (panel: Page) =>
    next(panel)
      .locator('.plan-row')
      .filter({ has: panel.getByRole('checkbox', { checked: true }) });
  const tickedTitles = (panel: Page) => ticked(panel).locator('label').allTextContents();

  /** The first item of a fresh plan, as both windows show it. */
  const freshItem = async (): Promise<PlanItem> => {
    const { items } = await freshPlan(one);
    const [item] = items;
    if (item === undefined) throw new Error('The plan is empty.');
    await expect.poll(() => titles(other)).toEqual(items.map(({ title }) => title));
    return item;
  };

  const kept = async (item: string): Promise<string | undefined> =>
    (await plans(one))[0]?.items.find(({ id }) => id === item)?.how;

  /** Writes on an item as another window does. */
  const changeHow = async (panel: Page, item: string, how: string): Promise<void> => {
    await changePlan(panel, await onlyPlan(panel), { items: { [item]: { how } } });
  };

  /** The board, once it holds so many things. */
  const boardOf = (count: number) =>
    eventually(async () => {
      const pinned = await archivedBoard(one, 'sample');
      expect(pinned).toHaveLength(count);
      return pinned;
    });

  /** Writes a note, and before it is kept of its own accord another window does something. */
  const writeWhile = (panel: Page, words: string, verb: string, request: object) =>
    panel.evaluate(
      ([text, message]) => {
        const field = document.querySelector<HTMLTextAreaElement>('.note textarea');
        if (field === null) throw new Error('There is no note.');
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        return chrome?.runtime?.sendMessage(JSON.parse(message));
      },
      [
        words,
        JSON.stringify({ app: 'live-diagnosis', verb, request: { which: 'sample', ...request } }),
      ] as const,
    );
});
