import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { dashboardAddress } from '../../../demo/addresses.ts';
import type { BuiltExtension } from '../built-extension.ts';
import type { MarkedLive } from '../open/marks.ts';

/** What a dashboard's main thread did, in milliseconds of its own time: what else the machine did meanwhile is left out. */
export interface PageCost {
  /** Running scripts: the page's own, and those that an extension has in it. */
  readonly script: number;
  /** All of its work: scripts, styles, layout and painting. */
  readonly work: number;
  /** Tasks that took 50 ms or longer, as the page itself is told of them. */
  readonly longTasks: number;
}

/** After the dashboard's last change: its last answers come, and what an extension does with them. */
const LAST_MS = 500;
/** A machine with other work to do takes longer than the ten seconds that the changes are apart. */
const PATIENCE_MS = 60_000;
const DASHBOARD = readFileSync(join(import.meta.dirname, 'busy-dashboard.html'), 'utf8');

/** Has the addresses of dashboards answered by one that changes all the time. */
export async function serveBusyDashboard({ context }: BuiltExtension): Promise<void> {
  await context.route('**/workbench/live/overview?*', (route) =>
    route.fulfill({ contentType: 'text/html', body: DASHBOARD }),
  );
}

/**
 * Opens a busy dashboard in a new tab and answers what its main thread did from its navigation on until
 * it changed a hundred times, which takes ten seconds. `throttle` says how many times slower than on this machine that thread runs. A docked
 * panel runs in a process of its own: what it costs the page is included, what it does itself is not.
 */
export async function costOf(
  { context }: BuiltExtension,
  live: MarkedLive,
  throttle: number,
): Promise<PageCost> {
  const page = await context.newPage();
  try {
    await page.bringToFront();
    // A tab's first page of a host takes a process of its own; what is asked for holds from then on.
    await page.goto(`${new URL(dashboardAddress(live.id)).origin}/demo`);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    await page.addInitScript(() => {
      globalThis.longTasks = 0;
      new PerformanceObserver((list) => {
        globalThis.longTasks += list.getEntries().length;
      }).observe({ type: 'longtask', buffered: true });
    });
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const taken = async (): Promise<Record<string, number>> => {
      const { metrics } = await session.send('Performance.getMetrics');
      return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    };
    const before = await taken();
    const changed = page.waitForEvent('console', {
      predicate: (message) => message.text() === 'all changed',
      timeout: PATIENCE_MS,
    });
    await page.goto(dashboardAddress(live.id), { waitUntil: 'commit' });
    await changed;
    await page.waitForTimeout(LAST_MS);
    const after = await taken();
    const spent = (name: string): number => ((after[name] ?? 0) - (before[name] ?? 0)) * 1000;
    return {
      script: spent('ScriptDuration'),
      work: spent('TaskDuration'),
      longTasks: await page.evaluate(() => globalThis.longTasks),
    };
  } finally {
    await page.close();
  }
}

/** Docks the panel beside dashboards, or leaves it closed; what it was before is of no matter. */
export async function setPanel(
  { context }: BuiltExtension,
  live: MarkedLive,
  open: boolean,
): Promise<void> {
  const page = await context.newPage();
  try {
    await page.goto(dashboardAddress(live.id));
    await docked(page, open);
  } finally {
    await page.close();
  }
}

async function docked(page: Page, open: boolean): Promise<void> {
  const panel = () => page.frames().find((frame) => frame.url().startsWith('chrome-extension:'));
  const isOpen = async (): Promise<boolean> => {
    await page.waitForTimeout(2_000);
    return panel() !== undefined;
  };
  if ((await isOpen()) === open) return;
  if (open) throw new Error('The panel is docked unless it was closed.');
  await panel()
    ?.getByRole('button', { name: /^Close/ })
    .first()
    .click();
  if (await isOpen()) throw new Error('The panel did not close.');
}

declare global {
  var longTasks: number;
}
