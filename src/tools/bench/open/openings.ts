import { errors, type Frame, type Page } from 'playwright-core';
import * as v from 'valibot';
import { dashboardAddress } from '../../../demo/addresses.ts';
import type { BuiltExtension } from '../built-extension.ts';
import { type MarkedLive, offer } from './marks.ts';
import { PATIENCE, REPORT, ReportSchema, type WatchReport } from './watch.ts';

/** A build that is ready to be measured: signed in, its archive filled, its worker running. */
export interface Ready {
  readonly extension: BuiltExtension;
  /** The LIVE that the panel opens by itself, and the one that it is changed to. */
  readonly first: MarkedLive;
  readonly second: MarkedLive;
  /** Makes the main thread of a page's process slower, as the command line asks. */
  readonly slowDown: (page: Page) => Promise<void>;
  /** A page of the extension that shows nothing; the panel runs in the same process. */
  readonly beside: Page;
}

/** Where the panel stands: a tab of its own, or docked in the LIVE dashboard. */
export const openingPlaces = ['tab', 'docked'] as const;
export type OpeningPlace = (typeof openingPlaces)[number];

/** What is timed at each opening. */
export const openingMarks = [
  'first-paint',
  'first-content',
  'whole',
  'change-content',
  'change-whole',
] as const;
export type Mark = (typeof openingMarks)[number];

/** Milliseconds. */
export type Opening = Readonly<Record<Mark, number>>;

/** How long all rests before an opening and before a change, so that neither includes what came before. */
const REST_MS = 300;

/**
 * Opens the panel, changes the LIVE once, closes the panel and answers how long each took:
 *
 * - `first-paint`: the browser's first contentful paint of the panel's document;
 * - `first-content`: the frame has ended that shows the LIVE's name and the first amount of money of its diagnosis;
 * - `whole`: the frame has ended in which all sections are there and nothing is busy. What the panel
 *   asks the worker and Seller Center (over loopback) before it calls itself ready is included; charts
 *   that are drawn on canvas later are not;
 * - `change-content`, `change-whole`: the same for the second LIVE, from the press of Enter in the picker.
 *
 * The first three count from the start of the document's navigation: neither the opening of the tab nor
 * the loading of the dashboard before it docks the panel is included, but what the dashboard does at the
 * same time is. The extension's worker and process run already, and its scripts are in the browser's
 * cache. Rejects with a sentence when the panel doesn't come to show the LIVE.
 */
export async function measure(ready: Ready, place: OpeningPlace): Promise<Opening> {
  const { extension, first, second } = ready;
  // A worker that has ended rejects this; one that starts anew would be part of the time.
  await extension.worker.evaluate(() => undefined);
  await ready.slowDown(ready.beside);
  const page = await extension.context.newPage();
  try {
    // A page behind another one paints nothing.
    await page.bringToFront();
    if (place === 'docked') await ready.slowDown(page);
    await page.waitForTimeout(REST_MS);
    const address = place === 'tab' ? extension.panel : dashboardAddress(first.id);
    const opened = await open(page, address, first);
    const changed = await change(page, second);
    return {
      'first-paint': opened.paint,
      'first-content': opened.content,
      whole: opened.whole,
      'change-content': changed.content,
      'change-whole': changed.whole,
    };
  } finally {
    await page.close();
  }
}

/** Leads a page to an address where the panel stands, and answers its times once it shows the LIVE. */
export async function open(
  page: Page,
  address: string,
  live: MarkedLive,
): Promise<Extract<WatchReport, { what: 'opened' }>> {
  const [report] = await Promise.all([
    reported(page, live),
    page.goto(address, { waitUntil: 'commit' }),
  ]);
  if (report.what !== 'opened') throw new Error('The panel told of a change before its opening.');
  return report;
}

async function change(page: Page, live: MarkedLive): Promise<WatchReport> {
  const view = panelIn(page);
  const rest = (): Promise<unknown> =>
    view.evaluate((ms) => globalThis.benchOpen?.quiet(ms), REST_MS);
  await rest();
  await offer(view, live);
  await rest();
  await view.evaluate((next) => globalThis.benchOpen?.expect(next), live);
  const [report] = await Promise.all([reported(page, live), page.keyboard.press('Enter')]);
  return report;
}

function panelIn(page: Page): Frame {
  const panel = page.frames().find((frame) => frame.url().startsWith('chrome-extension:'));
  if (panel === undefined) throw new Error(`There is no panel in ${page.url()}.`);
  return panel;
}

/** The next times that the page's panel tells. */
async function reported(page: Page, live: MarkedLive): Promise<WatchReport> {
  try {
    const line = await page.waitForEvent('console', {
      predicate: (message) => message.text().startsWith(REPORT),
      timeout: PATIENCE,
    });
    return v.parse(ReportSchema, JSON.parse(line.text().slice(REPORT.length)));
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    const shown = await panelIn(page)
      .evaluate(() => document.body.innerText.replace(/\s+/g, ' ').slice(0, 600))
      .catch(() => 'nothing');
    throw new Error(
      `The panel did not come to show "${live.title}" (${live.id}) in ${PATIENCE / 1000} s. It shows: ${shown}`,
      { cause: error },
    );
  }
}
