import type { Page } from 'playwright-core';
import { openMore, picker } from '../../../e2e/panel-view.ts';
import { open } from '../open/openings.ts';
import type { FilledArchive } from './fill.ts';
import { type AwaitedSight, timed } from './stopwatch.ts';

/** How long all rests before something is timed, so that it doesn't include what came before. */
const REST_MS = 300;

/** What is timed, in this order. */
export const archiveMarks = [
  'first figures',
  'whole panel',
  'list opened',
  'last letter searched',
  'next LIVE by ]',
  'figures read anew',
  'over time drawn',
  'another metric drawn',
  'worker’s list',
] as const;
/** Milliseconds. */
export type ArchiveTimes = Readonly<Record<(typeof archiveMarks)[number], number>>;

/** Opens the panel once, does with it what is timed, and closes it. */
export async function useOnce({ extension, shop }: FilledArchive): Promise<ArchiveTimes> {
  const { context, panel } = extension;
  const { first, second, search } = shop;
  const page = await context.newPage();
  try {
    // A page behind another one paints nothing.
    await page.bringToFront();
    await page.waitForTimeout(REST_MS);
    const opened = await open(page, `${panel}?room=${first.id}`, first);
    await rest(page);
    const list = await timed(
      page,
      'pointerdown',
      { selector: '[role="listbox"] .picker-option:nth-child(10)' },
      () => picker(page).click(),
    );
    await picker(page).fill(search.typed);
    await rest(page);
    const found = await timed(
      page,
      'keydown',
      { selector: '[role="listbox"] .picker-option:only-child', text: search.found },
      () => page.keyboard.type(search.letter),
    );
    await page.keyboard.press('Escape');
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    await rest(page);
    const next = await timed(page, 'keydown', { selector: '.basic .facts', text: second.id }, () =>
      page.keyboard.press(']'),
    );
    await rest(page);
    const anew = await readAnew(page);
    await openMore(page);
    const drawn = await timed(page, 'click', { ...chart(''), drawn: true }, () =>
      page.getByRole('menuitem', { name: /^Your LIVEs over time/ }).click(),
    );
    await rest(page);
    const metric = await timed(page, 'change', { ...chart('CTOR'), drawn: true }, () =>
      page.getByRole('combobox', { name: 'Metric' }).selectOption('CTOR'),
    );
    const worker = await page.evaluate(async (room) => {
      const begin = performance.now();
      const message = {
        app: 'live-diagnosis',
        verb: 'archive.near',
        request: { which: 'shop', room },
      };
      await globalThis.chrome?.runtime?.sendMessage(message);
      return performance.now() - begin;
    }, first.id);
    return {
      'first figures': opened.content,
      'whole panel': opened.whole,
      'list opened': list,
      'last letter searched': found,
      'next LIVE by ]': next,
      'figures read anew': anew,
      'over time drawn': drawn,
      'another metric drawn': metric,
      'worker’s list': worker,
    };
  } finally {
    await page.close();
  }
}

const chart = (metric: string): AwaitedSight => ({
  selector: '.trend[role="slider"]',
  text: metric,
});

/** Has the figures of the LIVE in view read anew, to the frame in which nothing is busy. */
async function readAnew(page: Page): Promise<number> {
  const button = page.getByRole('button', { name: 'Refresh figures' });
  const done = { selector: 'body:not(:has(.freshness [aria-busy="true"]))' };
  const taken = await timed(page, 'click', done, () => button.click());
  await rest(page);
  return taken;
}

const rest = (page: Page): Promise<unknown> =>
  page.evaluate((ms) => globalThis.benchOpen?.quiet(ms), REST_MS);
