import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startDemo } from '../demo/server.ts';
import { manyPinned } from './board-filling.ts';
import { archivedBoard, fillBoard } from './panel-archive.ts';
import { seriousFaults, settled, soon } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
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
  await vi.waitFor(async () => expect(await pin.getAttribute('aria-pressed')).toBe('true'), soon);
  return name;
}

describe('the board', () => {
  let stage: Stage;
  let panel: Page;
  beforeAll(async () => {
    stage = await raise({ signedIn: false });
    panel = await openSample(stage);
  });
  afterAll(() => stage?.close());

  it('says how to fill it while nothing is pinned', async () => {
    expect(await panel.locator('#pinned').textContent()).toContain('Nothing pinned yet');
    expect(await panel.getByRole('link', { name: 'Pinned' }).count()).toBe(1);
  });

  it('takes factors by keyboard, once each, says so, and puts the last one first', async () => {
    const names = [await pinFactor(panel, 0), await pinFactor(panel, 1), await pinFactor(panel, 2)];
    expect(await titles(panel)).toEqual(names.toReversed());
    const factor = panel.locator('#diagnosis .factor').first();
    const said = factor.locator('.pin-toggle').getByRole('status').last();
    expect(await said.textContent()).toContain('is on your board now');
    expect(await factor.getByRole('button', { name: /^Pinned: / }).count()).toBe(1);
    const kept = await archivedBoard(panel, 'sample');
    expect(kept).toHaveLength(3);
    expect(kept.every(({ simulated }) => simulated)).toBe(true);
    expect(await archivedBoard(panel, 'shop')).toEqual([]);
    // A picture that was known without asking is kept beside it.
    const shown = cards(panel).first().locator('img');
    await shown.scrollIntoViewIfNeeded();
    await vi.waitFor(
      async () => expect(await shown.getAttribute('src')).toMatch(/^data:image/),
      soon,
    );
  });

  it('keeps a note at leaving the field, on Ctrl+Enter, and takes it back on Escape', async () => {
    const note = cards(panel)
      .first()
      .getByRole('textbox', { name: /^Note on / });
    const kept = async () => (await archivedBoard(panel, 'sample'))[0]?.note;
    await note.fill('Greet newcomers by name.');
    await note.press('Control+Enter');
    await vi.waitFor(async () => expect(await kept()).toBe('Greet newcomers by name.'), soon);
    await note.blur();
    await note.fill('Something hasty.');
    await note.press('Escape');
    expect(await note.inputValue()).toBe('Greet newcomers by name.');
    await note.press('End');
    await note.pressSequentially(' Ask back.');
    await panel.getByRole('searchbox').focus();
    await vi.waitFor(
      async () => expect(await kept()).toBe('Greet newcomers by name. Ask back.'),
      soon,
    );
  });

  it('takes tags, offers those in use, and gives them up again', async () => {
    const field = cards(panel)
      .first()
      .getByRole('combobox', { name: /^Add a tag to / });
    await field.fill('host');
    await field.press('Enter');
    await field.pressSequentially('price,');
    await field.pressSequentially('HOST');
    await field.press('Enter');
    const tags = cards(panel).first().locator('.tag');
    await vi.waitFor(
      async () => expect(await tags.allTextContents()).toEqual(['host', 'price']),
      soon,
    );
    const offered = panel.locator('#pinned datalist option');
    expect(await offered.evaluateAll((all) => all.map((one) => one.getAttribute('value')))).toEqual(
      ['host', 'price'],
    );
    await tags.filter({ hasText: 'price' }).getByRole('button').press('Enter');
    await vi.waitFor(async () => expect(await tags.allTextContents()).toEqual(['host']), soon);
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
  });

  it('finds things by words of a note, by tag, factor and status, and clears', async () => {
    const [first = '', second = ''] = await titles(panel);
    const search = panel.getByRole('searchbox', { name: /^Search/ });
    await search.fill('newcomers ask');
    await vi.waitFor(async () => expect(await titles(panel)).toEqual([first]), soon);
    await search.fill('nothing of that kind');
    await vi.waitFor(async () => expect(await cards(panel).count()).toBe(0), soon);
    await panel.locator('#pinned .board-none').getByRole('button').press('Enter');
    await vi.waitFor(async () => expect(await cards(panel).count()).toBe(3), soon);
    await panel.getByRole('combobox', { name: 'All tags' }).selectOption('host');
    await vi.waitFor(async () => expect(await titles(panel)).toEqual([first]), soon);
    await panel.getByRole('combobox', { name: 'All tags' }).selectOption('');
    await cards(panel)
      .nth(1)
      .getByRole('combobox', { name: /^Status of / })
      .selectOption('tried');
    await panel.getByRole('combobox', { name: 'To try and tried' }).selectOption('tried');
    await vi.waitFor(async () => expect(await titles(panel)).toEqual([second]), soon);
    await panel.getByRole('button', { name: 'Clear search and filters' }).click();
    await panel.getByRole('combobox', { name: 'All factors' }).selectOption({ label: second });
    await vi.waitFor(async () => expect(await titles(panel)).toEqual([second]), soon);
    await panel.getByRole('button', { name: 'Clear search and filters' }).click();
  });

  it('is put in order by keyboard, said step by step, and taken back by Escape', async () => {
    const [a = '', b = '', c = ''] = await titles(panel);
    const handle = (name: string) =>
      cards(panel)
        .filter({ hasText: name })
        .getByRole('button', { name: /^Move / });
    await handle(a).focus();
    await panel.keyboard.press('Space');
    await panel.keyboard.press('ArrowDown');
    await panel.keyboard.press('ArrowDown');
    expect(await titles(panel)).toEqual([b, c, a]);
    expect(await status(panel).textContent()).toContain('position 3 of 3');
    await panel.keyboard.press('Escape');
    expect(await titles(panel)).toEqual([a, b, c]);
    await panel.keyboard.press('Space');
    await panel.keyboard.press('ArrowDown');
    await panel.keyboard.press('Space');
    expect(await status(panel).textContent()).toContain('Put down');
    await vi.waitFor(async () => expect(await titles(panel)).toEqual([b, a, c]), soon);
    expect(await handle(a).evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it('is put in order by dragging', async () => {
    const [a = '', b = '', c = ''] = await titles(panel);
    await panel
      .locator('#pinned')
      .evaluate((section) => section.scrollIntoView({ behavior: 'instant' }));
    // Each hover waits until what lies above has found its size.
    await cards(panel).nth(1).locator('.pinned-handle').hover();
    await panel.mouse.down();
    await cards(panel).first().locator('.pinned-title').hover();
    await panel.locator('#pinned [data-drop="before"]').waitFor();
    await panel.mouse.up();
    await vi.waitFor(async () => expect(await titles(panel)).toEqual([b, a, c]), soon);
    const kept = await archivedBoard(panel, 'sample');
    const names = await titles(panel);
    await panel.reload();
    await settled(panel);
    expect(await titles(panel)).toEqual(names);
    expect((await archivedBoard(panel, 'sample')).map(({ id }) => id)).toEqual(
      kept.map(({ id }) => id),
    );
  });

  it('lets go of a thing and brings it back with all that was written on it', async () => {
    const before = await archivedBoard(panel, 'sample');
    const noted = cards(panel).filter({ hasText: 'host' });
    await noted.getByRole('button', { name: /^Take off the board/ }).press('Enter');
    await vi.waitFor(async () => expect(await cards(panel).count()).toBe(2), soon);
    // The focus goes on to a neighbour, not to the start of the page.
    expect(await panel.evaluate(() => document.activeElement?.className)).toContain('pinned');
    await panel.getByRole('button', { name: 'Undo' }).press('Enter');
    await vi.waitFor(
      async () => expect(await archivedBoard(panel, 'sample')).toEqual(before),
      soon,
    );
    await vi.waitFor(async () => expect(await cards(panel).count()).toBe(3), soon);
  });

  it('can be used by those who hear it, and fits into 320 px', async () => {
    expect(await seriousFaults(panel)).toEqual([]);
    await panel.setViewportSize({ width: 320, height: 900 });
    const fits = () =>
      panel.evaluate(() => document.documentElement.scrollWidth <= document.body.clientWidth);
    // The chart of the course takes its new width a moment later.
    await vi.waitFor(async () => expect(await fits()).toBe(true), soon);
    await panel.setViewportSize({ width: 400, height: 900 });
  });

  it('loses nothing to a worker that is killed under it', async () => {
    const note = cards(panel)
      .last()
      .getByRole('textbox', { name: /^Note on / });
    await note.fill('Written as the worker died.');
    await endWorker(stage);
    await note.blur();
    await vi.waitFor(
      async () =>
        expect((await archivedBoard(panel, 'sample')).at(-1)?.note).toBe(
          'Written as the worker died.',
        ),
      soon,
    );
    expect(await cards(panel).count()).toBe(3);
  });

  it('breaks names without a space rather than growing beyond a narrow panel', async () => {
    const [thing] = manyPinned(1, Math.floor(Date.now() / 1000));
    if (thing === undefined) throw new Error('Nothing to pin.');
    const room = { ...thing.room, title: 'W'.repeat(290), creator: `@${'x'.repeat(90)}` };
    const tags = ['t'.repeat(40)];
    await fillBoard(panel, 'sample', [{ pinned: { ...thing, room, tags } }]);
    await vi.waitFor(async () => expect(await cards(panel).count()).toBe(4), soon);
    await panel.setViewportSize({ width: 320, height: 900 });
    const over = () =>
      panel.evaluate(() => document.documentElement.scrollWidth - document.body.clientWidth);
    await vi.waitFor(async () => expect(await over()).toBeLessThanOrEqual(0), soon);
  });
});

describe('a board in a browser that was closed and opened again', () => {
  it('stands as it stood', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'live-diagnosis-board-'));
    const demo = await startDemo({ seed: 7 });
    try {
      const before = await raise({ demo, profile, signedIn: false });
      const panel = await openSample(before);
      const name = await pinFactor(panel, 0);
      await cards(panel)
        .first()
        .getByRole('textbox', { name: /^Note on / })
        .fill('Kept.');
      await panel.getByRole('searchbox').or(panel.locator('.bar button').first()).first().focus();
      await vi.waitFor(
        async () => expect((await archivedBoard(panel, 'sample'))[0]?.note).toBe('Kept.'),
        soon,
      );
      const board = await archivedBoard(panel, 'sample');
      await before.close();

      const after = await raise({ demo, profile, signedIn: false });
      const again = await after.panelTab();
      await settled(again);
      expect(await titles(again)).toEqual([name]);
      expect(await archivedBoard(again, 'sample')).toEqual(board);
      await after.close();
    } finally {
      await demo.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    }
  });
});
