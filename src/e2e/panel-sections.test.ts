import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { Session } from '../metrics/session.ts';
import { downloaded, openDownloads } from './downloads.ts';
import { archivedSession } from './panel-archive.ts';
import { settled, shownRoom } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { eventually, expect, test } from './test.ts';

test.describe('the sections of the panel', () => {
  let stage: Stage;
  let panel: Page;
  let session: Session;
  test.beforeAll(async () => {
    stage = await raise({ signedIn: false });
    panel = await stage.panelTab();
    await panel.setViewportSize({ width: 400, height: 900 });
    await panel.getByRole('button', { name: 'Explore a sample shop' }).click();
    await settled(panel);
    session = await archivedSession(panel, 'sample', (await shownRoom(panel)) ?? '');
  });
  test.afterAll(() => stage?.close());

  test('lists the times at which LIVEs started, best first, each with how many', async () => {
    const card = panel.getByRole('region', { name: 'Best times' });
    const all = card.getByRole('button', { name: /^Show all \d+ times$/ });
    const due = Number(/\d+/.exec((await all.textContent()) ?? '')?.[0]);
    await all.press('Enter');
    const rows = card.getByRole('listitem');
    await expect(rows).toHaveCount(due);
    await eventually(async () => {
      const texts = await rows.allTextContents();
      const amounts = texts.map((text) =>
        Number(/\$([\d,]+) per hour/.exec(text)?.[1]?.replace(',', '')),
      );
      expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
      for (const text of texts) expect(text).toMatch(/from [1-9]\d* LIVEs?\./);
    });
    await expect(card.getByText('Slots with few LIVEs count less.')).toHaveCount(1);
  });

  test('lists the products that were pinned, the longest pinned first', async () => {
    const lasting = new Map<string, number>();
    for (const { product, startedAt, endedAt } of session.pins ?? []) {
      const end = endedAt ?? session.room.endedAt ?? startedAt;
      lasting.set(product, (lasting.get(product) ?? 0) + end - startedAt);
    }
    const [longest] = [...lasting].sort(([, a], [, b]) => b - a);
    const name = session.products?.find(({ id }) => id === longest?.[0])?.name ?? '';
    const table = panel.getByRole('table', { name: 'How the pins did' });
    await expect(table.getByRole('rowheader').first()).toHaveText(name);
    await panel
      .getByRole('button', { name: `Show each of the ${session.pins?.length} pins` })
      .press('Enter');
    await expect(table.locator('tbody tr:not(.row-detail)')).toHaveCount(lasting.size);
  });

  test('has tables that never scroll within themselves, in two lines a row where it is narrow', async () => {
    for (const width of [320, 400, 1280]) {
      await panel.setViewportSize({ width, height: 900 });
      for (const name of ['How the pins did', 'Products', 'Traffic sources']) {
        const table = panel.getByRole('table', { name });
        await eventually(async () => {
          const { beyond, name, figure } = await table.evaluate((found) => {
            const box = found.parentElement ?? found;
            const row = found.querySelector('tbody tr');
            const [header, ...cells] = [...(row?.children ?? [])]
              .map((cell) => cell.getBoundingClientRect())
              .filter(({ height }) => height > 0);
            return {
              beyond: [box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight],
              name: header?.bottom ?? 0,
              figure: cells.at(-1)?.top ?? 0,
            };
          });
          expect(beyond).toEqual([0, 0]);
          if (width <= 400) expect(figure).toBeGreaterThanOrEqual(name - 1);
          else expect(figure).toBeLessThan(name);
        });
      }
    }
    await panel.setViewportSize({ width: 400, height: 900 });
  });

  test('downloads as a CSV that a spreadsheet opens, with the GMV to the cent', async () => {
    const download = await downloaded(panel, /^CSV/);
    expect(download.suggestedFilename()).toMatch(/^live-diagnosis-\d{4}-\d\d-\d\d-\d{19}\.csv$/);
    const bytes = await readFile(await download.path());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString('utf8').split('\r\n');
    const gmv = lines.find((line) => line.startsWith('GMV,'))?.split(',')[1];
    expect(gmv).toBe(session.figures.gmv?.money.amount);
    expect(lines.some((line) => line.includes(`'${session.room.id}`))).toBe(true);
    expect(lines.some((line) => line.includes('Simulated figures of a sample shop'))).toBe(true);
  });

  test('is shared as text for a chat, and as a picture', async () => {
    await stage.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await panel.bringToFront();
    const dialog = await openDownloads(panel);
    await dialog.getByRole('button', { name: 'Copy as text' }).click();
    await expect(dialog.getByText('Copied', { exact: true })).toBeVisible();
    await panel.keyboard.press('Escape');
    const copied = () => panel.evaluate(() => navigator.clipboard.readText());
    const headline = (await panel.locator('.verdict-headline').textContent()) ?? '';
    await expect.poll(copied).toContain(headline);
    const download = await downloaded(panel, 'Save as picture');
    expect(download.suggestedFilename()).toMatch(/^live-diagnosis-.*\.png$/);
    const bytes = await readFile(await download.path());
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBe(1440);
    expect(bytes.readUInt32BE(20)).toBeGreaterThan(700);
  });

  test('that can’t be read from the disk are said to be missing, and come when they are asked for again', async () => {
    const files = /\/below-[^/]*\.js$/;
    await stage.context.route(files, (route) => route.abort());
    await panel.reload();
    const notice = panel.getByRole('alert');
    await expect(notice).toContainText('A part of the panel could not be loaded');
    await expect(panel.locator('.verdict-headline')).toBeVisible();
    await stage.context.unroute(files);
    await notice.getByRole('button', { name: 'Try again' }).click();
    await settled(panel);
    await expect(notice).toHaveCount(0);
  });
});
