import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { readWorkbook } from '../sources/exports/workbook/read-workbook.ts';
import { downloaded, openDownloads } from './downloads.ts';
import { archivedRooms, archivedSession, askArchive } from './panel-archive.ts';
import { openMore, pressKey, seriousFaults, settled } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';

test.describe('what leaves the panel', () => {
  let stage: Stage;
  let panel: Page;
  test.beforeAll(async () => {
    stage = await raise();
    await settled(await stage.dashboard(stage.room), stage.room);
    panel = await stage.panelTab(`?room=${stage.room}`);
    await settled(panel, stage.room);
  });
  test.afterAll(() => stage?.close());

  const session = () => archivedSession(panel, 'shop', stage.room);

  test('stands in one window that keys lead through, without a serious fault however wide', async () => {
    for (const [width, colorScheme] of [
      [320, 'dark'],
      [1280, 'light'],
    ] as const) {
      await panel.setViewportSize({ width, height: 720 });
      await panel.emulateMedia({ colorScheme });
      const dialog = await openDownloads(panel);
      await expect.poll(() => seriousFaults(panel, 'dialog[open]')).toEqual([]);
      await panel.keyboard.press('Tab');
      await expect(dialog.getByRole('button', { name: /^Copy as text/ })).toBeFocused();
      await panel.keyboard.press('End');
      await expect(dialog.getByRole('button', { name: /^JSON/ })).toBeFocused();
      await panel.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    }
  });

  test('is printed once the window is gone from the page', async () => {
    await panel.evaluate(() => {
      window.print = () => {
        document.title = `printed with ${document.querySelectorAll('dialog').length} windows`;
      };
    });
    const dialog = await openDownloads(panel);
    await dialog.getByRole('button', { name: /^Print one page/ }).click();
    await expect(panel).toHaveTitle('printed with 0 windows');
  });

  test('is found by the palette too', async () => {
    await panel.keyboard.press('Control+k');
    await panel.getByRole('dialog').getByRole('combobox').fill('excel');
    const coming = panel.waitForEvent('download');
    await panel.getByRole('option', { name: /^Excel/ }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toMatch(/^live-diagnosis-[\d-]+\.xlsx$/);
  });

  test('is a workbook whose figures are those of the LIVE, and a page that needs nothing else', async () => {
    const { figures } = await session();
    const book = await downloaded(panel, /^Excel/);
    const read = readWorkbook(await readFile(await book.path()));
    const sheet = read.ok ? read.sheets.find(({ name }) => name === 'Figures') : undefined;
    const rows = new Map(sheet?.rows.map(({ cells }) => [cells[0], cells[1]]));
    expect(rows.get('GMV')).toBe(Number(figures.gmv?.money.amount));
    expect(rows.get('Views')).toBe(figures.views?.value);

    const file = await downloaded(panel, /^Save as web page/);
    const page = await stage.context.newPage();
    await page.setContent(await readFile(await file.path(), 'utf8'));
    const headline = (await panel.locator('.verdict-headline').textContent()) ?? '';
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline);
    await expect.poll(() => seriousFaults(page)).toEqual([]);
    await page.close();
  });

  test('comes back after everything was deleted: the LIVE is the same, and goes again by one click', async () => {
    const before = await session();
    // The demo's figures say that they are simulated, and what is simulated isn't added to an empty archive.
    const { session: demo, ...rest } = JSON.parse(
      await readFile(await (await downloaded(panel, /^JSON/)).path(), 'utf8'),
    );
    const saved = JSON.stringify({ ...rest, session: { ...demo, simulated: undefined } });
    // Signed out and with no page of Seller Center open, nothing is asked for anew.
    await stage.page.goto('about:blank');
    await stage.context.clearCookies();
    await askArchive(panel, 'archive.forget', {});
    await expect.poll(() => archivedRooms(panel, 'shop')).toEqual([]);

    await openMore(panel);
    await pressKey(panel.getByRole('menuitem', { name: /^Add export files/ }));
    const dialog = panel.getByRole('dialog', { name: 'Add export files' });
    await dialog.locator('input[type="file"]').setInputFiles({
      name: 'live.json',
      mimeType: 'application/json',
      buffer: Buffer.from(saved),
    });
    await expect(dialog).toContainText('LIVE saved as JSON');
    await dialog.getByRole('button', { name: 'Add 1 LIVE' }).click();
    await expect(dialog.getByRole('heading', { name: '1 LIVE added' })).toBeFocused();
    await expect.poll(session).toEqual({ ...before, simulated: undefined });
    await pressKey(dialog.getByRole('button', { name: /^Undo/ }));
    await expect.poll(() => archivedRooms(panel, 'shop')).toEqual([]);
  });
});
