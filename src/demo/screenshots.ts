import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { now } from '../platform/current-time.ts';
import { dashboardAddress } from './addresses.ts';

const PATIENCE_MS = 10_000;

/** Pictures of the dashboard with the panel, light and dark, and of the running LIVE; answers their paths. */
export async function screenshots(
  page: Page,
  folder: string,
  room: string,
  running: string | undefined,
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const taken: string[] = [];
  const take = async (name: string): Promise<void> => {
    await settled(page);
    const path = join(folder, `start-${name}.png`);
    await page.screenshot({ path });
    taken.push(path);
  };
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(dashboardAddress(room));
  await take('dashboard');
  await page.emulateMedia({ colorScheme: 'dark' });
  await take('dashboard-dark');
  if (running !== undefined) {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(dashboardAddress(running));
    await take('live');
  }
  return taken;
}

/** Waits until the page has its figures and the panel says something; goes on without after a while. */
async function settled(page: Page): Promise<void> {
  const patience = { timeout: PATIENCE_MS };
  await page.locator('#tiles dd').first().waitFor(patience);
  const until = now() + PATIENCE_MS;
  while (now() < until) {
    const panel = page.frames().find((frame) => frame.url().startsWith('chrome-extension://'));
    const said =
      (await panel
        ?.locator('body')
        .textContent()
        .catch(() => '')) ?? '';
    const busy =
      (await panel
        ?.locator('[aria-busy="true"]')
        .count()
        .catch(() => 0)) ?? 0;
    if (said.trim() !== '' && busy === 0) break;
    await page.waitForTimeout(200);
  }
  await page.waitForTimeout(600);
}
