import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { type Demo, startDemo } from '../demo/server.ts';
import { manyPinned, threeFactors } from './board-filling.ts';
import { emptyBoard } from './known-state.ts';
import { newestWhere } from './newest-live.ts';
import { archivedBoard, fillBoard } from './panel-archive.ts';
import { seriousFaults, settled } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { eventually, expect, test } from './test.ts';
import { endWorker } from './worker-end.ts';

const cards = (panel: Page): Locator => panel.locator('#pinned .pinned');
const titles = (panel: Page): Promise<string[]> =>
  panel.locator('#pinned .pinned-kind b').allTextContents();
const status = (panel: Page): Locator => panel.locator('#pinned > [role="status"]');

async function openSample(stage: Stage): Promise<Page> {
  const panel = await stage.panelTab();
  await panel.setViewportSize({ width: 400, height: 900 });
  await panel.getByRole('button', { name: 'Explore a sample shop' }).click();
  await settled(panel);
  return panel;
}

/** Pins the factor of an unfolded row. */
async function pinFactor(panel: Page, row: number): Promise<string> {
  const factor = panel.locator('#diagnosis .factor').nth(row);
  const name = (await factor.locator('.factor-name b').textContent()) ?? '';
  const button = factor.locator('.factor-row');
  if ((await button.getAttribute('aria-expanded')) === 'false') await button.press('Enter');
  const pin = factor.locator('.factor-open button:has(.pin-toggle-words)');
  await pin.press('Enter');
  await expect.poll(() => pin.getAttribute('aria-pressed')).toBe('true');
  return name;
}

test.describe('the board', () => {
  let demo: Demo;
  let profile: string;
  let stage: Stage;
  let panel: Page;
  const rise = () => raise({ demo, profile, signedIn: false });
  test.beforeAll(async () => {
    demo = await startDemo({ seed: 7 });
    profile = await mkdtemp(join(tmpdir(), 'live-diagnosis-board-'));
    stage = await rise();
    panel = await openSample(stage);
  });
  test.afterAll(async () => {
    await stage?.close();
    await demo?.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });
  test.beforeEach(() => emptyBoard(panel, 'sample'));

  /** Puts three factors on the board and answers their names, from the top. */
  const pinThree = async (): Promise<[string, string, string]> => {
    const things = threeFactors(Math.floor(Date.now() / 1000));
    await fillBoard(
      panel,
      'sample',
      things.map((pinned) => ({ pinned })),
    );
    await expect.poll(shownIds).toEqual(things.map(({ id }) => id));
    const [a = '', b = '', c = ''] = await titles(panel);
    return [a, b, c];
  };
  const shownIds = () =>
    cards(panel).evaluateAll((all) => all.map((one) => one.getAttribute('data-pinned')));
  const keptIds = async () => (await archivedBoard(panel, 'sample')).map(({ id }) => id);

  test('says how to fill it while nothing is pinned', async () => {
    await expect(panel.locator('#pinned')).toContainText('Nothing pinned yet');
    await expect(panel.getByRole('link', { name: 'Board' })).toHaveCount(1);
  });

  test('takes factors by keyboard, once each, says so, and puts the last one first', {
    tag: '@day',
  }, async () => {
    const rows = panel.locator('#diagnosis .factor');
    await newestWhere(panel, async () => (await rows.count()) >= 3);
    const names = [await pinFactor(panel, 0), await pinFactor(panel, 1), await pinFactor(panel, 2)];
    await expect.poll(() => titles(panel)).toEqual(names.toReversed());
    const factor = rows.first();
    const said = factor.locator('.pin-toggle').getByRole('status').last();
    await expect(said).toContainText('is on your board now');
    await expect(factor.getByRole('button', { name: /^Pinned: / })).toHaveCount(1);
    await expect
      .poll(async () => (await archivedBoard(panel, 'sample')).map(({ simulated }) => simulated))
      .toEqual([true, true, true]);
    await expect.poll(() => archivedBoard(panel, 'shop')).toEqual([]);
    // A picture that was known without asking is kept beside it.
    const shown = cards(panel).first().locator('img');
    await shown.scrollIntoViewIfNeeded();
    await expect(shown).toHaveAttribute('src', /^data:image/);
  });

  test('keeps a note at leaving the field, on Ctrl+Enter, and takes it back on Escape', {
    tag: '@smoke',
  }, async () => {
    await pinThree();
    const note = cards(panel)
      .first()
      .getByRole('textbox', { name: /^Note on / });
    const kept = async () => (await archivedBoard(panel, 'sample'))[0]?.note;
    await note.fill('Greet newcomers by name.');
    await note.press('Control+Enter');
    await expect.poll(kept).toBe('Greet newcomers by name.');
    await note.blur();
    await note.fill('Something hasty.');
    await note.press('Escape');
    await expect(note).toHaveValue('Greet newcomers by name.');
    await note.press('End');
    await note.pressSequentially(' Ask back.');
    await panel.getByRole('searchbox').focus();
    await expect.poll(kept).toBe('Greet newcomers by name. Ask back.');
  });

  test('takes tags, offers those in use, and gives them up again', async () => {
    await pinThree();
    const field = cards(panel)
      .last()
      .getByRole('combobox', { name: /^Add a tag to / });
    await field.fill('new');
    await field.press('Enter');
    await field.pressSequentially('price,');
    await field.pressSequentially('NEW');
    await field.press('Enter');
    const tags = cards(panel).last().locator('.tag');
    await expect(tags).toHaveText(['new', 'price']);
    const offered = panel.locator('#pinned datalist option');
    await expect
      .poll(() => offered.evaluateAll((all) => all.map((one) => one.getAttribute('value'))))
      .toEqual(['host', 'new', 'price']);
    await tags.filter({ hasText: 'price' }).getByRole('button').press('Enter');
    await expect(tags).toHaveText(['new']);
    await expect(field).toBeFocused();
  });

  test('finds things by words of a note, by tag, factor and status, and clears', async () => {
    const [first, second] = await pinThree();
    const search = panel.getByRole('searchbox', { name: /^Search/ });
    await search.fill('newcomers ask');
    await expect.poll(() => titles(panel)).toEqual([first]);
    await search.fill('nothing of that kind');
    await expect(cards(panel)).toHaveCount(0);
    // One button clears, not two.
    await expect(
      panel.locator('#pinned').getByRole('button', { name: 'Clear search and filters' }),
    ).toHaveCount(1);
    await panel.locator('#pinned .board-none').getByRole('button').press('Enter');
    await expect(cards(panel)).toHaveCount(3);
    await panel.getByRole('combobox', { name: 'All tags' }).selectOption('host');
    await expect.poll(() => titles(panel)).toEqual([first]);
    await panel.getByRole('combobox', { name: 'All tags' }).selectOption('');
    await cards(panel)
      .nth(1)
      .getByRole('combobox', { name: /^Status of / })
      .selectOption('tried');
    await panel.getByRole('combobox', { name: 'To try and tried' }).selectOption('tried');
    await expect.poll(() => titles(panel)).toEqual([second]);
    await panel.getByRole('button', { name: 'Clear search and filters' }).click();
    await panel.getByRole('combobox', { name: 'All factors' }).selectOption({ label: second });
    await expect.poll(() => titles(panel)).toEqual([second]);
    await panel.getByRole('button', { name: 'Clear search and filters' }).click();
  });

  test('is put in order by keyboard, said step by step, and taken back by Escape', async () => {
    const [a, b, c] = await pinThree();
    const handle = (name: string) =>
      cards(panel)
        .filter({ hasText: name })
        .getByRole('button', { name: /^Move / });
    await handle(a).focus();
    await panel.keyboard.press('Space');
    await panel.keyboard.press('ArrowDown');
    await panel.keyboard.press('ArrowDown');
    await expect.poll(() => titles(panel)).toEqual([b, c, a]);
    await expect(status(panel)).toContainText('position 3 of 3');
    await panel.keyboard.press('Escape');
    await expect.poll(() => titles(panel)).toEqual([a, b, c]);
    await panel.keyboard.press('Space');
    await panel.keyboard.press('ArrowDown');
    await panel.keyboard.press('Space');
    await expect(status(panel)).toContainText('Put down');
    await expect.poll(() => titles(panel)).toEqual([b, a, c]);
    await expect(handle(a)).toBeFocused();
    await expect.poll(keptIds).toEqual(await shownIds());
  });

  test('is put in order by dragging', async () => {
    const [a, b, c] = await pinThree();
    await panel
      .locator('#pinned')
      .evaluate((section) => section.scrollIntoView({ behavior: 'instant' }));
    // Each hover waits until what lies above has found its size.
    await cards(panel).nth(1).locator('.pinned-handle').hover();
    await panel.mouse.down();
    await cards(panel).first().locator('.pinned-title').hover();
    await panel.locator('#pinned [data-drop="before"]').waitFor();
    await panel.mouse.up();
    await expect.poll(() => titles(panel)).toEqual([b, a, c]);
    const ids = await shownIds();
    await expect.poll(keptIds).toEqual(ids);
    await panel.reload();
    await settled(panel);
    await expect.poll(() => titles(panel)).toEqual([b, a, c]);
    await expect.poll(keptIds).toEqual(ids);
  });

  test('lets go of a thing and brings it back with all that was written on it', async () => {
    await pinThree();
    const before = await archivedBoard(panel, 'sample');
    const noted = cards(panel).filter({ hasText: 'host' });
    await noted.getByRole('button', { name: /^Take off the board/ }).press('Enter');
    await expect(cards(panel)).toHaveCount(2);
    // The focus goes on to a neighbour, not to the start of the page.
    await expect
      .poll(() => panel.evaluate(() => document.activeElement?.className))
      .toContain('pinned');
    const undo = panel.getByRole('button', { name: 'Undo' });
    const widthOf = async (what: Locator): Promise<number> =>
      (await what.boundingBox())?.width ?? 0;
    await expect
      .poll(
        async () => (await widthOf(panel.locator('.board-dropped > span'))) - (await widthOf(undo)),
      )
      .toBeGreaterThan(0);
    await undo.press('Enter');
    await expect.poll(() => archivedBoard(panel, 'sample')).toEqual(before);
    await expect(cards(panel)).toHaveCount(3);
  });

  test('can be used by those who hear it, and fits into 320 px', async () => {
    await pinThree();
    await expect.poll(() => seriousFaults(panel, '#pinned')).toEqual([]);
    await panel.setViewportSize({ width: 320, height: 900 });
    const fits = () =>
      panel.evaluate(() => document.documentElement.scrollWidth <= document.body.clientWidth);
    // The chart of the course takes its new width a moment later.
    await expect.poll(fits).toBe(true);
    await panel.setViewportSize({ width: 400, height: 900 });
  });

  test('loses nothing to a worker that is killed under it', async () => {
    await pinThree();
    const note = cards(panel)
      .last()
      .getByRole('textbox', { name: /^Note on / });
    await note.fill('Written as the worker died.');
    await endWorker(stage);
    await note.blur();
    // A worker that is being ended answers nothing.
    await eventually(async () => {
      const last = (await archivedBoard(panel, 'sample')).at(-1);
      expect(last?.note).toBe('Written as the worker died.');
    });
    await expect(cards(panel)).toHaveCount(3);
  });

  test('breaks names without a space rather than growing beyond a narrow panel', async () => {
    const [thing] = manyPinned(1, Math.floor(Date.now() / 1000));
    if (thing === undefined) throw new Error('Nothing to pin.');
    const room = { ...thing.room, title: 'W'.repeat(290), creator: `@${'x'.repeat(90)}` };
    const tags = ['t'.repeat(40)];
    await fillBoard(panel, 'sample', [{ pinned: { ...thing, room, tags } }]);
    await expect(cards(panel)).toHaveCount(1);
    await panel.setViewportSize({ width: 320, height: 900 });
    const over = () =>
      panel.evaluate(() => document.documentElement.scrollWidth - document.body.clientWidth);
    await expect.poll(over).toBeLessThanOrEqual(0);
    await panel.setViewportSize({ width: 400, height: 900 });
  });

  test('stands as it stood in a browser that was closed and opened again', async () => {
    const [first, ...others] = await pinThree();
    await cards(panel)
      .first()
      .getByRole('textbox', { name: /^Note on / })
      .fill('Kept.');
    await panel.getByRole('searchbox', { name: /^Search/ }).focus();
    const board = () => archivedBoard(panel, 'sample');
    await expect.poll(async () => (await board())[0]?.note).toBe('Kept.');
    const before = await board();
    await stage.close();

    stage = await rise();
    panel = await stage.panelTab();
    await panel.setViewportSize({ width: 400, height: 900 });
    await settled(panel);
    await expect.poll(() => titles(panel)).toEqual([first, ...others]);
    await expect.poll(board).toEqual(before);
  });
});
