import type { Page } from 'playwright-core';
import { settled } from './panel-view.ts';
import { raise, type Stage } from './stage.ts';
import { expect, test } from './test.ts';

test.describe('the printed LIVE', () => {
  let stage: Stage;
  let panel: Page;
  test.beforeAll(async () => {
    stage = await raise({ signedIn: false });
    panel = await stage.panelTab();
    await panel.getByRole('button', { name: 'Explore a sample shop' }).click();
    await settled(panel);
  });
  test.afterAll(() => stage?.close());

  test('is one page of either size, whatever is unfolded', async () => {
    const pages = async (format: string): Promise<number> => {
      const paper = await panel.pdf({ format });
      return paper.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    };
    const both = async () => [await pages('A4'), await pages('Letter')];
    await expect.poll(both).toEqual([1, 1]);
    await panel.getByRole('button', { name: /^Why: / }).press('Enter');
    await panel.locator('.fix-why').waitFor();
    const more = panel.getByRole('button', { name: /^Show \d+ more to fix$/ });
    if (await more.isVisible()) await more.press('Enter');
    for (const line of await panel.locator('.fix-line').all()) await line.press('Enter');
    await expect.poll(both).toEqual([1, 1]);
  });

  test('holds the LIVE, when it was printed, the verdict, what to fix and the totals, and nothing to press', async () => {
    await panel.setViewportSize({ width: 718, height: 1030 });
    await panel.emulateMedia({ media: 'print' });
    await expect(panel.locator('.print-head')).toContainText(
      /LIVE Diagnosis.*Printed [A-Z][a-z]{2} \d+, \d{4}, \d\d:\d\d \w+/,
    );
    for (const part of ['.verdict-headline', '.steps', '.fix-first h3', '.totals dl']) {
      await expect(panel.locator(part)).toBeVisible();
    }
    await expect(panel.locator('.ribbon')).toBeVisible();
    await expect(panel.locator('button:visible:not(.fix-line), select:visible')).toHaveCount(0);
    await panel.emulateMedia({ media: 'screen' });
    await expect(panel.locator('.print-head')).toHaveCount(0);
  });
});
