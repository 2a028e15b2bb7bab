import type { Page } from 'playwright-core';
import { performanceFile } from '../../../e2e/export-files.ts';
import { openMore } from '../../../e2e/panel-view.ts';
import { open } from '../open/openings.ts';
import type { FilledArchive } from './fill.ts';
import { timed } from './stopwatch.ts';

const ROWS = 5_000;
const HEADING = 'dialog[open] .import-heading';

/** Adds one file of 5,000 LIVEs in the panel, and prints how long each step took and held the panel up. */
export async function timeImport({ extension, shop }: FilledArchive): Promise<void> {
  const { context, panel } = extension;
  const page = await context.newPage();
  await page.bringToFront();
  await open(page, `${panel}?room=${shop.first.id}`, shop.first);
  await openMore(page);
  await page.getByRole('menuitem', { name: /^Add export files/ }).click();
  const files = page.locator('dialog[open] input[type="file"]');
  await files.waitFor({ state: 'attached' });
  await longestTask(page);

  const steps = [
    {
      name: 'file read in its own thread',
      event: 'change',
      text: 'Comparing',
      act: () => files.setInputFiles([performanceFile(ROWS)]),
    },
    {
      name: 'compared with what is kept',
      event: 'benchstep',
      text: 'What’s in the files',
      act: () => page.evaluate(() => dispatchEvent(new Event('benchstep'))),
    },
    {
      name: 'added',
      event: 'click',
      text: 'LIVEs added',
      act: () => page.getByRole('button', { name: /^Add [\d,]+ LIVEs/ }).click(),
    },
    {
      name: 'undone',
      event: 'click',
      text: 'Undone',
      act: () => page.getByRole('button', { name: /^Undo/ }).first().click(),
    },
  ];
  for (const { name, event, text, act } of steps) {
    const selector = name === 'undone' ? 'dialog[open]' : HEADING;
    const taken = await timed(page, event, { selector, text }, act);
    console.log(
      `${name}: ${taken.toFixed(0)} ms, the panel’s longest task ${(await longestTask(page)).toFixed(0)} ms`,
    );
  }
  await page.close();
}

const longestTask = async (page: Page): Promise<number> =>
  (await page.evaluate(() => globalThis.stopwatch?.longestTask())) ?? Number.NaN;
