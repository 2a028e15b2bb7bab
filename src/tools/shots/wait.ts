import type { Frame, Page } from 'playwright-core';
import { isPanelFrame } from '../../e2e/stage.ts';

const PATIENCE = { timeout: 25_000 };

/** Waits until the panel shows a LIVE with all its sections, and nothing is being read for it. */
export async function pictureSettled(view: Page | Frame): Promise<void> {
  await view.locator('#benchmarks').waitFor(PATIENCE);
  await view.locator('.freshness [aria-busy="false"]').waitFor(PATIENCE);
  await view.locator('.timeline-canvas canvas').first().waitFor(PATIENCE);
}

/** Waits until a text stands somewhere in the panel. */
export async function waitForWords(view: Page | Frame, text: string | RegExp): Promise<void> {
  await view.getByText(text).first().waitFor(PATIENCE);
}

/** Waits until no panel is docked in a page any more. */
export async function frameGone(page: Page): Promise<void> {
  const until = Date.now() + 15_000;
  while (Date.now() < until) {
    if (!page.frames().some(isPanelFrame)) return;
    await page.waitForTimeout(100);
  }
  throw new Error('The panel is still docked in the page.');
}
