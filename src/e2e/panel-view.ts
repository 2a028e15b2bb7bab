import { readFileSync } from 'node:fs';
import type { Frame, Locator, Page } from 'playwright-core';
import { eventually } from './test.ts';
import { TEST_PATIENCE_MS } from './wait-options.ts';

/** The first LIVE of a shop comes after all that is read or made before it, such as the sixty LIVEs of the sample. */
const SLOW = { timeout: 2 * TEST_PATIENCE_MS, intervals: [50] };

/** The panel, docked or in a tab of its own. */
export type View = Page | Frame;

/** Waits until the panel shows a LIVE with all its sections and nothing is being fetched for it. */
export async function settled(view: View, room?: string): Promise<void> {
  await eventually(async () => {
    const shown = await view.evaluate(() => ({
      text: document.querySelector('.basic .facts')?.textContent ?? '',
      hasData: document.getElementById('benchmarks') !== null,
      busy: document.querySelector('.freshness [aria-busy="true"]') !== null,
    }));
    if (!shown.hasData) throw new Error('The panel shows no LIVE.');
    if (room !== undefined && !shown.text.includes(room)) {
      throw new Error(`The panel shows another LIVE than ${room}: ${shown.text}`);
    }
    if (shown.busy) throw new Error('Figures are still being read.');
  }, SLOW);
}

/** Presses a button by its key: a click into a docked frame that scrolled just now may reach the page around it. */
export const pressKey = (button: Locator): Promise<void> => button.press('Enter');

/** Once the view was laid out and painted anew, and what follows the layout has followed. */
export async function afterFrames(view: View): Promise<void> {
  await view.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) {
      await new Promise((painted) => requestAnimationFrame(painted));
    }
  });
}

/** The room id under *Basic information*. */
export async function shownRoom(view: View): Promise<string | undefined> {
  const facts = await view.locator('.basic .facts').textContent();
  return /\d{19}/.exec(facts ?? '')?.[0];
}

/** The field of the room picker. */
export const picker = (view: View): Locator => view.getByRole('combobox', { name: 'LIVE room' });

/** The choice of what the LIVE is compared with. */
export const versus = (view: View): Locator =>
  view.getByRole('combobox', { name: 'Compared with', exact: true });

/** Opens the dialog of the category, and the menu of what else can be done. */
export const openCategory = (view: View): Promise<string[]> =>
  versus(view).selectOption('category');
export const openMore = (view: View): Promise<void> =>
  view.getByRole('button', { name: 'More', exact: true }).click();

/** Unfolds the first factor of the LIVE in view, which has something to pin. */
export const openFirstFactor = (view: View): Promise<void> =>
  view.locator('.group .factor-row').first().click();

/** Types a room id into the picker, confirms it and waits for the LIVE. */
export async function pickRoom(view: View, room: string): Promise<void> {
  await picker(view).fill(room);
  await picker(view).press('Enter');
  await settled(view, room);
}

/** A row of the metrics: its figure and what is said of it, as shown. */
export interface Row {
  readonly value: string;
  readonly verdict: string;
}

/** Every metric row of *Performance data*, unfolded or not, by metric id. */
export async function metricRows(view: View): Promise<ReadonlyMap<string, Row>> {
  const rows = await view.locator('.metrics [data-metric]').evaluateAll((found) =>
    found.map((row) => {
      const text = (part: string) => row.querySelector(part)?.textContent?.trim() ?? '';
      const id = row.getAttribute('data-metric') ?? '';
      return [id, { value: text('.metric-value'), verdict: text('.metric-verdict') }] as const;
    }),
  );
  return new Map(rows);
}

/** Unfolds the metrics that don't stand out. */
export async function unfoldMetrics(view: View): Promise<void> {
  for (const button of await view.locator('.metric-unfold button').all()) {
    if ((await button.getAttribute('aria-expanded')) === 'false') await pressKey(button);
  }
}

/** The totals below them, unfolded or not, by metric id. While folded they are drawn after all that can be seen. */
export async function totals(view: View): Promise<ReadonlyMap<string, string>> {
  const drawn = view.locator('.totals [data-metric]');
  await drawn.first().waitFor({ state: 'attached' });
  const rows = await drawn.evaluateAll((found) =>
    found.map((row) => [
      row.getAttribute('data-metric') ?? '',
      row.querySelector('dd')?.textContent?.trim() ?? '',
    ]),
  );
  return new Map(rows.map(([id = '', value = '']) => [id, value]));
}

/** The cells of a table's body, row by row. */
export function cells(table: Locator): Promise<string[][]> {
  return table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')),
    );
}

const axeSource = readFileSync(
  new URL('../../node_modules/axe-core/axe.min.js', import.meta.url),
  'utf8',
);

/**
 * What axe holds for serious or critical, one line each: in the whole view, or in the parts that these selectors
 * name, which is a matter of a tenth of the time.
 */
export async function seriousFaults(view: View, ...parts: readonly string[]): Promise<string[]> {
  const context =
    parts.length === 0 ? 'document' : JSON.stringify({ include: parts.map((part) => [part]) });
  // Two steps, so that the long source isn't parsed as part of an expression.
  await view.evaluate(axeSource);
  const found: unknown = await view.evaluate(
    `axe.run(${context}, { resultTypes: ['violations'] }).then(({ violations }) => violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map((node) =>
        id + ' ' + node.target.join(' ') + ': ' + (node.any[0]?.message ?? node.all[0]?.message ?? ''))))`,
  );
  return Array.isArray(found) ? found.map(String) : ['axe did not answer'];
}

declare global {
  /** The extension API, as far as tests reach it from within a page. */
  var chrome: { runtime?: { sendMessage: (...parts: unknown[]) => unknown } } | undefined;
}
